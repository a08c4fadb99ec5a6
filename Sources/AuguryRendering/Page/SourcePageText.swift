package import Augury

/// The page of a source for a terminal: all that a reader should know first, then every forecast.
package struct SourcePageText: Sendable {
  private let page: SourcePage
  private let particulars: [Int64: Particulars]
  private let words: SourcePageWords

  private let notes: [String]

  /// Creates the text of a page, with the texts of its forecasts by their entries' numbers, and with
  /// notes about how it was made.
  package init(
    _ page: SourcePage, _ particulars: [Int64: Particulars] = [:], notes: [String] = []
  ) {
    self.page = page
    self.notes = notes
    self.particulars = particulars
    words = SourcePageWords(page)
  }

  /// Returns the lines, each ended by a line feed.
  ///
  /// No line exceeds the width in cells (widths under 40 count as 40); without one no text wraps.
  package func render(width: Int?, style: Styler) -> String {
    let writer = PageWriter(width: width.map { max(40, $0) }, style: style)
    let sections = [
      writer.section("\(page.line.name) (\(page.line.kind))", [words.opening, "", words.sum]),
      edge(writer), calls(writer), calibration(writer),
      examples(words.worstHeading, page.worst, writer),
      examples(words.bestHeading, page.best, writer), topics(writer), timeline(writer),
      forecasts(writer),
      writer.bullets("How to read this, and what was not counted", notes + words.method),
    ]
    return sections.compactMap(\.self).joined(separator: "\n")
  }

  private func edge(_ writer: PageWriter) -> String {
    var text = writer.section("Edge", [words.edge])
    if let edge = page.line.figures?.edge, edge.isStated {
      let (low, high) = (edge.interval?.low, edge.interval?.high)
      let bar = RangeBar(
        holding: [edge.mean, low, high].compactMap(\.self), width: writer.chartWidth)
      let row = bar.row(
        edge.mean, edge.interval.map { ($0.low, $0.high) }, isASCII: writer.style.isASCII)
      text += writer.chart([row, bar.scale]) + writer.note(words.edgeNote)
    }
    return text + words.dependences.map(writer.paragraph).joined()
  }

  private func calls(_ writer: PageWriter) -> String? {
    words.calls.isEmpty ? nil : writer.section("Calls", words.calls)
  }

  private func calibration(_ writer: PageWriter) -> String? {
    guard page.line.figures != nil else { return nil }
    let text = writer.section("Calibration", [words.confidence])
    guard let curve = page.curve, let sentence = words.curve else { return text }
    let chart = CalibrationChart(
      curve, width: writer.chartWidth, isASCII: writer.style.isASCII)
    return text + writer.paragraph(sentence) + "\n" + writer.chart(chart.lines)
      + writer.note(chart.legend)
  }

  private func examples(
    _ heading: String, _ forecasts: [AssessedForecast], _ writer: PageWriter
  ) -> String? {
    guard !forecasts.isEmpty else { return nil }
    var table = TextTable(columns: [
      .init("forecast", dropOrder: 2), .init("chance", minimumWidth: 10, fit: .wrapped),
      .init("reference", minimumWidth: 10, fit: .wrapped, dropOrder: 1),
      .init("came about"), .init("question", minimumWidth: 14, fit: .wrapped),
    ])
    for forecast in forecasts {
      let texts = particulars[forecast.number]
      table.append([
        .init(ForecastBlock.name(forecast, texts)), .init(words.chance(forecast, texts)),
        .init(words.reference(forecast)),
        .init(forecast.happened.map { $0 ? "yes" : "no" } ?? "–"), .init(texts?.text ?? "–"),
      ])
    }
    return writer.section(heading, []) + writer.table(table)
  }

  private func topics(_ writer: PageWriter) -> String? {
    guard !page.topics.isEmpty else { return nil }
    let table = GroupTable(page.topics, by: .tag, page.policy).table
    return writer.section("By topic", []) + writer.table(table)
  }

  private func timeline(_ writer: PageWriter) -> String? {
    guard let timeline = Timeline(page.forecasts) else { return nil }
    let isASCII = writer.style.isASCII
    let lines = timeline.lines(width: writer.chartWidth, isASCII: isASCII) { forecast in
      let name = ForecastBlock.name(forecast, particulars[forecast.number])
      return name + (forecast.probability.map { " \(Sentence.percent($0))" } ?? "")
    }
    return writer.section("Forecasts and outcomes", [timeline.sentence(isASCII: isASCII)])
      + writer.chart(lines)
  }

  private func forecasts(_ writer: PageWriter) -> String {
    let sections = page.forecasts.map { forecast in
      KeyValueBlock.Item.section(
        ForecastBlock(forecast, particulars[forecast.number], words).block)
    }
    return KeyValueBlock("Every prediction", items: sections)
      .render(width: writer.width, style: writer.style)
  }
}

/// Lays the parts of a page out in the width that there is.
private struct PageWriter {
  private static let widestChart = 76

  let width: Int?
  let style: Styler

  /// The cells that a chart may take, beside its margin.
  var chartWidth: Int { min(Self.widestChart, (width ?? .max) - 2) }

  func section(_ title: String, _ paragraphs: [String]) -> String {
    KeyValueBlock(TerminalText.escape(title), items: paragraphs.map(item))
      .render(width: width, style: style)
  }

  func paragraph(_ text: String) -> String {
    KeyValueBlock(items: [item(text)]).render(width: width, style: style)
  }

  func note(_ text: String) -> String {
    KeyValueBlock(items: [.paragraph(TerminalText.escape(text), style: .dim)])
      .render(width: width, style: style)
  }

  func bullets(_ title: String, _ entries: [String]) -> String {
    let lines = entries.flatMap { entry in
      TerminalText.wrapped(TerminalText.escape(entry), to: width.map { $0 - 2 } ?? .max)
        .enumerated().map { ($0 == 0 ? "\(style.bullet) " : "  ") + $1 + "\n" }
    }
    return section(title, []) + lines.joined()
  }

  func chart(_ lines: [String]) -> String { lines.map { "  \($0)\n" }.joined() }

  func table(_ table: TextTable) -> String { table.render(width: width, style: style) }

  /// Names in a sentence come from outside: it stays on its line.
  private func item(_ text: String) -> KeyValueBlock.Item { .paragraph(TerminalText.escape(text)) }
}
