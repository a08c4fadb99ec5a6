package import Augury

/// The page of one source as an HTML file that stands by itself.
package struct SourcePageHTML: Sendable {
  private let page: SourcePage
  private let words: SourcePageWords
  private let items: [ForecastItem]
  private let groups: [ForecastGroup]
  private let stamp: ReportStamp

  /// Creates a page from its values and from the texts of its forecasts, by their numbers.
  package init(_ page: SourcePage, _ particulars: [Int64: Particulars], _ stamp: ReportStamp) {
    self.page = page
    self.stamp = stamp
    words = SourcePageWords(page)
    items = ForecastItem.all(page, particulars)
    groups = ForecastGroup.all(page, items)
  }

  /// The file, as text.
  package var file: String {
    HTMLDocument(title: "\(page.line.name): track record") {
      HTML(.main) {
        HTML(.header) {
          HTML(.p, .class("kicker")) { "Track record" }
          HTML(.h1) { HTML.foreign(page.line.name) }
          HTML(.p, .class("lead")) { words.opening }
          for note in stamp.notes { HTML(.p) { note } }
          strip
        }
        edge
        calls
        confidence
        examples
        topics
        timeline
        predictions
        method
      }
      stamp.footer
    }.file
  }

  /// The counts; those of which the page has a list lead to it.
  private var strip: HTML {
    HTML(.ul, .class("strip")) {
      for (place, part) in words.strip.enumerated() {
        let count = HTML.pieces([
          HTML(.b) { NumberText.grouped(part.count) }, HTML(.span) { part.label },
        ])
        HTML(.li) {
          // The first is the sum of the others, each of which has its group.
          if place > 0, let group = groups.first(where: { part.label.hasPrefix($0.label) }) {
            HTML(.a, .jump(to: group.id)) { count }
          } else {
            HTML(.div) { count }
          }
        }
      }
    }
  }

  private var edge: HTML {
    HTML(.section) {
      HTML(.h2) { "Against the reference" }
      HTML(.p, .class("key")) { words.edge }
      if let row = EdgeForest.Row(page.line), row.interval != nil {
        HTML(.figure) {
          EdgeForest(
            [row.alone], id: "edge", title: "Edge of \(page.line.name)", isNamed: false
          ).drawing
        }
      }
      HTML(.p, .class("note")) { words.edgeNote }
      list(words.dependences)
    }
  }

  private var calls: HTML? {
    words.calls.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "Calls and what came of them" }
        list(words.calls)
      }
  }

  private var confidence: HTML {
    HTML(.section) {
      HTML(.h2) { "Too sure, or not sure enough?" }
      HTML(.p) { words.confidence }
      if let curve = page.curve {
        let chart = CalibrationDrawing(curve, of: page.line.name)
        HTML(.figure) {
          chart.drawing
          HTML(.figcaption) {
            if let sentence = words.curve { HTML(.p) { sentence } }
            HTML(.p) { CalibrationDrawing.legend }
          }
        }
        HTML(.details) {
          HTML(.summary) { "The curve in numbers" }
          chart.table
        }
      }
    }
  }

  private var examples: HTML? {
    page.best.isEmpty && page.worst.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "Misses and hits" }
        HTML(.div, .class("pair")) {
          examples(words.worstHeading, page.worst)
          examples(words.bestHeading, page.best)
        }
      }
  }

  private func examples(_ heading: String, _ forecasts: [AssessedForecast]) -> HTML? {
    forecasts.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h3) { heading }
        HTML(.ol) {
          for forecast in forecasts {
            if let item = items.first(where: { $0.forecast.number == forecast.number }) {
              HTML(.li) { item.short(words) }
            }
          }
        }
      }
  }

  private var topics: HTML? {
    page.topics.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "By topic" }
        TopicTable(page.topics).cards.html
      }
  }

  private var timeline: HTML? {
    let timeline = TimelineDrawing(items.map(\.entry), at: page.policy.instant.civilDate)
    let drawings = timeline.drawings
    guard !drawings.isEmpty else { return nil }
    return HTML(.section) {
      HTML(.h2) { "From saying it to its deadline" }
      HTML(.ul, .class("legend")) {
        for sign in timeline.signs { HTML(.li) { "\(sign.sign) \(sign.meaning)" } }
      }
      for drawing in drawings { HTML(.figure) { drawing } }
      HTML(.p, .class("note")) { timeline.note }
    }
  }

  private var predictions: HTML {
    HTML(.section) {
      HTML(.h2) { "Every prediction" }
      for group in groups { group.html(words) }
    }
  }

  private var method: HTML {
    HTML(.section) {
      HTML(.h2) { "How to read this, and what was not counted" }
      for line in words.method { HTML(.p) { line } }
    }
  }

  private func list(_ lines: [String]) -> HTML? {
    lines.isEmpty
      ? nil
      : HTML(.ul) {
        for line in lines { HTML(.li) { line } }
      }
  }
}
