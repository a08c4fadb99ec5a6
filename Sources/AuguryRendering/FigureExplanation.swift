package import Augury

/// A figure with all that it is made from, so that anybody can work it out again.
package struct FigureExplanation {
  /// Which figure it is.
  package let figure: ExplainedFigure
  private let line: TrackRecord.Line
  private let policy: Policy
  private let root: (size: Int64, hash: String)
  private let forecasts: [AssessedForecast]
  private let particulars: [Int64: Particulars]
  private let lines: [TrackRecord.Line]

  /// Creates the explanation of a figure of a source's page, within a record.
  package init(
    _ figure: ExplainedFigure, _ page: SourcePage, _ record: TrackRecord,
    root: (size: Int64, hash: String), _ particulars: [Int64: Particulars]
  ) {
    self.figure = figure
    line = page.line
    policy = page.policy
    self.root = root
    self.particulars = particulars
    lines = figure.isOfAllSources ? record.lines.filter { $0.figures?.edge != nil } : []
    forecasts =
      figure.isOfAllSources
      ? [] : page.forecasts.filter { FigureExplanation.isUsed($0, figure) }
  }

  /// Whether a forecast goes into a figure.
  private static func isUsed(_ forecast: AssessedForecast, _ figure: ExplainedFigure) -> Bool {
    switch (forecast.standing, figure) {
    case (.ambiguous, .best), (.undecided, .best), (.ambiguous, .worst), (.undecided, .worst): true
    case (.scored, .log): forecast.happened != nil && forecast.meaning == nil
    case (.scored, .edge), (.scored, .low), (.scored, .high): forecast.edge != nil
    case (.scored, .brier), (.scored, .best), (.scored, .worst): true
    case (.scored, _): forecast.happened != nil
    default: false
    }
  }

  /// The explanation as a JSON value: the figure, its formula, and the rows.
  package var json: [(String, JSONOutput)] {
    [
      ("figure", .string(figure.rawValue)), ("title", .string(figure.title)),
      ("source", .string(line.name)), ("value", figure.value(in: line)),
      ("formula", .string(figure.formula)), ("page", "Docs/Scores.md"),
      ("rows", .array(items)),
    ]
  }

  /// The rows as JSON values.
  package var items: [JSONOutput] {
    figure.isOfAllSources
      ? lines.map(FigureExplanation.json) : forecasts.map { $0.json(particulars[$0.number]) }
  }

  private static func json(_ line: TrackRecord.Line) -> JSONOutput {
    let edge = line.figures?.edge
    return [
      "name": .string(line.name), "edge": .number(edge?.mean), "n": .count(edge?.count),
      "events": .count(edge?.events), "standard_error": .number(edge?.error),
      "shrunken": .number(edge?.shrunken), "evidence_for": .number(edge?.evidenceFor),
      "evidence_against": .number(edge?.evidenceAgainst),
    ]
  }

  /// The rows, with a header, for a spreadsheet; figures in full.
  package var rows: [[String]] {
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    guard figure.isOfAllSources else {
      let header = [
        "id", "question", "event", "chance", "came_about", "brier", "best", "worst", "reference",
        "reference_chance", "edge",
      ]
      return [header]
        + forecasts.map {
          [
            particulars[$0.number]?.forecast ?? "", particulars[$0.number]?.question ?? "",
            $0.event ?? "", number($0.probability), $0.happened.map { $0 ? "yes" : "no" } ?? "",
            number($0.brier), number($0.bounds?.best), number($0.bounds?.worst),
            $0.reference?.kind.rawValue ?? "", number($0.reference?.probability), number($0.edge),
          ]
        }
    }
    let header = [
      "source", "edge", "n", "events", "standard_error", "shrunken", "evidence_for",
      "evidence_against",
    ]
    return [header]
      + lines.map {
        let edge = $0.figures?.edge
        return [
          $0.name, number(edge?.mean), edge.map { "\($0.count)" } ?? "",
          edge.map { "\($0.events)" } ?? "", number(edge?.error), number(edge?.shrunken),
          number(edge?.evidenceFor), number(edge?.evidenceAgainst),
        ]
      }
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    var block = KeyValueBlock(TerminalText.escape("\(figure.rawValue) of \(line.name)"))
    block.add("is", figure.title)
    block.add("value", FigureExplanation.text(figure.value(in: line)))
    block.add("formula", figure.formula)
    block.add("see", "Docs/Scores.md")
    block.add("policy", policy.sentence)
    block.add("ledger", "\(NumberText.grouped(Int(root.size))) entries, root \(root.hash)")
    let count = figure.isOfAllSources ? lines.count : forecasts.count
    let noun = figure.isOfAllSources ? "source" : "forecast"
    block.add("made from", Sentence.count(count, noun))
    let text = block.render(width: width, style: style)
    return count == 0 ? text : text + "\n" + table().render(width: width, style: style)
  }

  private static func text(_ value: JSONOutput) -> String {
    switch value {
    case .null: "none: the record does not support it"
    case .string(let text): text
    case .object(let members):
      members.map { "\($0.1.compact)" }.joined(separator: "–")
    default: value.compact
    }
  }

  /// The explanation as a page.
  package func page(_ stamp: ReportStamp) -> TablePage {
    TablePage(
      title: "\(figure.rawValue) of \(line.name)",
      sentences: [
        "\(Sentence.capitalised(figure.title)): "
          + FigureExplanation.text(figure.value(in: line)) + ".", figure.formula,
      ],
      columns: zip(columns, isWords).map { $1 ? .words($0.title) : .figures($0.title) },
      rows: cells.map { $0.map(\.text) }, stamp: stamp)
  }

  private func table() -> TextTable { TextTable(columns: columns, rows: cells) }

  private var columns: [TextTable.Column] {
    figure.isOfAllSources
      ? [
        .init("source", minimumWidth: 12, fit: .wrapped), .init("n", alignment: .trailing),
        .init("events", alignment: .trailing, dropOrder: 3), .init("edge", alignment: .decimal),
        .init("error", alignment: .decimal), .init("shrunken", alignment: .decimal, dropOrder: 2),
        .init("e for", alignment: .decimal, dropOrder: 1),
        .init("e against", alignment: .decimal, dropOrder: 1),
      ]
      : [
        .init("id"), .init("question", minimumWidth: 16, fit: .wrapped, dropOrder: 3),
        .init("event", fit: .wrapped, dropOrder: 1), .init("chance", alignment: .trailing),
        .init("came about"), .init("Brier", alignment: .decimal),
        .init("best–worst", alignment: .trailing, dropOrder: 4),
        .init("reference", alignment: .trailing, dropOrder: 2),
        .init("edge", alignment: .decimal),
      ]
  }

  /// Which of the columns hold words.
  private var isWords: [Bool] {
    columns.map { ["source", "id", "question", "event", "came about"].contains($0.title) }
  }

  private var cells: [[TextTable.Cell]] {
    figure.isOfAllSources
      ? lines.map(FigureExplanation.cells)
      : forecasts.map { FigureExplanation.cells($0, particulars[$0.number]) }
  }

  private static func cells(
    _ forecast: AssessedForecast, _ texts: Particulars?
  ) -> [TextTable.Cell] {
    let bounds = forecast.bounds.map {
      "\(NumberText.fixed($0.best, 4))–\(NumberText.fixed($0.worst, 4))"
    }
    let reference = forecast.reference.map {
      $0.kind == .even
        ? $0.kind.rawValue : "\($0.kind.rawValue) \(Sentence.percent($0.probability))"
    }
    return [
      .init(texts?.forecast ?? "–", style: .identifier), .init(texts?.text ?? "–"),
      .init(forecast.event ?? "–"),
      .init(forecast.probability.map(Sentence.percent) ?? "–"),
      .init(forecast.happened.map { $0 ? "yes" : "no" } ?? "–"),
      .init(forecast.brier.map { NumberText.fixed($0, 4) } ?? "–"), .init(bounds ?? "–"),
      .init(reference ?? "–"),
      .init(forecast.edge.map { NumberText.signed($0, 4) } ?? "–"),
    ]
  }

  private static func cells(_ line: TrackRecord.Line) -> [TextTable.Cell] {
    let edge = line.figures?.edge
    func number(_ value: Double?, _ digits: Int) -> String {
      value.map { NumberText.signed($0, digits) } ?? "–"
    }
    return [
      .init(line.name), .init(edge.map { NumberText.grouped($0.count) } ?? "–"),
      .init(edge.map { NumberText.grouped($0.events) } ?? "–"), .init(number(edge?.mean, 4)),
      .init(edge?.error.map { NumberText.fixed($0, 4) } ?? "–"),
      .init(number(edge?.shrunken, 4)),
      .init(edge.map { NumberText.fixed($0.evidenceFor, 2) } ?? "–"),
      .init(edge.map { NumberText.fixed($0.evidenceAgainst, 2) } ?? "–"),
    ]
  }
}

extension Policy {
  /// The rules of the policy on one line, as options would put them.
  package var rules: String {
    let grade = grade == .afterwards ? "all" : grade.rawValue
    return "version \(Policy.version): grade \(grade), take \(take.rawValue), window "
      + "\(window.rawValue)" + (looking == .once ? ", announced beforehand" : "")
      + (filter.isOpen ? "" : "; \(filter.sentence)")
  }

  /// The rules with the instant that they are applied at.
  var sentence: String { "\(rules); as of \(instant.rfc3339)" }
}

extension ForecastFilter {
  /// What is looked at, as options would put it.
  package var sentence: String {
    var parts: [String] = []
    if !tags.isEmpty { parts.append("tag \(tags.sorted().joined(separator: " or "))") }
    if !kinds.isEmpty {
      parts.append("kind \(kinds.map(\.rawValue).sorted().joined(separator: " or "))")
    }
    if !sourceKinds.isEmpty {
      parts.append("source kind \(sourceKinds.map(\.rawValue).sorted().joined(separator: " or "))")
    }
    if let since { parts.append("said since \(since)") }
    if let until { parts.append("said until \(until)") }
    if let leadDays {
      parts.append(
        leadDays.upperBound == .max
          ? "lead time of \(leadDays.lowerBound) days or more"
          : "lead time of \(leadDays.lowerBound) to \(leadDays.upperBound) days")
    }
    return parts.isEmpty ? "all forecasts" : "only " + parts.joined(separator: ", ")
  }
}
