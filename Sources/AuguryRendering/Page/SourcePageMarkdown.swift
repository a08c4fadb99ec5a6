package import Augury

/// The page of one source as Markdown.
package struct SourcePageMarkdown: Sendable {
  private let page: SourcePage
  private let words: SourcePageWords
  private let items: [ForecastItem]
  private let stamp: ReportStamp

  /// Creates a page from its values and from the texts of its forecasts, by their numbers.
  package init(_ page: SourcePage, _ particulars: [Int64: Particulars], _ stamp: ReportStamp) {
    self.page = page
    self.stamp = stamp
    words = SourcePageWords(page)
    items = ForecastItem.all(page, particulars)
  }

  /// The file, as text.
  package var file: String {
    var output = MarkdownWriter()
    output.heading(1, page.line.name)
    output.paragraph(words.opening)
    for note in stamp.notes { output.paragraph(note) }
    output.paragraph(words.sum)
    output.heading(2, "Against the reference")
    output.paragraph(words.edge)
    output.paragraph(words.edgeNote)
    output.list(words.dependences)
    if !words.calls.isEmpty {
      output.heading(2, "Calls and what came of them")
      output.list(words.calls)
    }
    confidence(&output)
    examples(&output)
    if !page.topics.isEmpty {
      let table = TopicTable(page.topics)
      output.heading(2, "By topic")
      output.table(table.header, table.rows)
    }
    predictions(&output)
    output.heading(2, "How to read this, and what was not counted")
    output.list(words.method)
    output.stamp(stamp)
    return output.text
  }

  private func confidence(_ output: inout MarkdownWriter) {
    output.heading(2, "Too sure, or not sure enough?")
    output.paragraph(words.confidence)
    guard let curve = page.curve else { return }
    if let sentence = words.curve { output.paragraph(sentence) }
    let table = CalibrationDrawing(curve, of: page.line.name).numbers
    output.table(table.header, table.rows)
  }

  private func examples(_ output: inout MarkdownWriter) {
    for (heading, forecasts) in [
      (words.worstHeading, page.worst), (words.bestHeading, page.best),
    ] where !forecasts.isEmpty {
      let numbers = forecasts.map(\.number)
      output.heading(2, heading)
      output.list(
        numbers.compactMap { number in
          items.first { $0.forecast.number == number }.map {
            "\($0.texts.text): \($0.line(words).joined(separator: " · "))"
          }
        })
    }
  }

  private func predictions(_ output: inout MarkdownWriter) {
    output.heading(2, "Every prediction")
    for item in items {
      output.heading(3, "\(item.number). \(item.texts.text)")
      if let quote = item.texts.quote { output.quote("“\(quote)”") }
      for passage in item.texts.passages {
        output.item("Read in", passage.link, passage.rest)
      }
      for fact in item.facts(words) { output.item(fact.label, .text(fact.text)) }
      for document in item.texts.evidence { output.item("Evidence", .link(document, document)) }
      output.end()
    }
  }
}

extension Particulars.Passage {
  fileprivate var link: MarkdownWriter.Piece {
    let text = title.map { "\(venue): \($0)" } ?? venue
    return url.map { .link(text, $0) } ?? .text(text)
  }

  fileprivate var rest: MarkdownWriter.Piece {
    let parts = [published, archived.map { "archived copy \($0)" }].compactMap(\.self)
    return .text(parts.map { ", \($0)" }.joined())
  }
}
