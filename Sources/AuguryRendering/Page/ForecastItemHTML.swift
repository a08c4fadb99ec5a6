internal import Augury

extension ForecastItem {
  /// The forecast as an item of a list, with all that is known of it.
  func html(_ words: SourcePageWords) -> HTML {
    HTML(.li, .id("forecast-\(number)")) {
      HTML(.span, .class("count")) { "\(number)" }
      HTML(.div) {
        HTML(.p, .class("claim")) { HTML.foreign(texts.text) }
        if let quote = texts.quote {
          HTML(.blockquote, .init(.dir, "auto")) { "“\(quote)”" }
        }
        HTML(.p, .class("line")) {
          for part in summary(words) {
            HTML(.span) { part.isKey ? HTML(.b) { part.text } : .text(part.text) }
            " "
          }
        }
        HTML(.details) {
          HTML(.summary) { "Sources and details" }
          details(words)
        }
      }
    }
  }

  private func details(_ words: SourcePageWords) -> HTML {
    HTML(.dl) {
      list("Read in", class: "passages titled", texts.passages.map { .pieces($0.html) })
      for fact in facts(words) {
        HTML(.div) {
          HTML(.dt) { fact.label }
          HTML(.dd) { HTML.foreign(fact.text) }
        }
      }
      list(
        "Evidence", class: "passages",
        texts.evidence.map { text in HTML.link(text) { HTML.foreign(text) } })
    }
  }

  private func list(_ label: String, class name: String, _ items: [HTML]) -> HTML? {
    items.isEmpty
      ? nil
      : HTML(.div, .class("wide")) {
        HTML(.dt) { label }
        HTML(.dd) {
          HTML(.ul, .class(name)) {
            for item in items { HTML(.li) { item } }
          }
        }
      }
  }

  /// The forecast as one of the best or of the worst, with the way to all about it.
  func short(_ words: SourcePageWords) -> HTML {
    .pieces([
      HTML(.a, .jump(to: "forecast-\(number)")) { HTML.foreign(texts.text) },
      HTML(.p, .class("line")) {
        for part in line(words) {
          HTML(.span) { part }
          " "
        }
      },
    ])
  }
}

extension Particulars.Passage {
  /// The passage as a line: venue, title, day, and the copy in the archive.
  @HTMLBuilder fileprivate var html: [HTML] {
    HTML.link(url ?? "") { HTML.foreign(title.map { "\(venue): \($0)" } ?? venue) }
    if let published { ", \(published)" }
    if let unlinked {
      " "
      HTML(.code) { unlinked }
    }
    if let archived {
      HTML(.br)
      "archived copy "
      HTML(.code, .class("hash")) { archived }
    }
  }

  /// An address that cannot be linked to, and is shown as it is.
  private var unlinked: String? { url.flatMap { WebAddress($0) == nil ? $0 : nil } }
}
