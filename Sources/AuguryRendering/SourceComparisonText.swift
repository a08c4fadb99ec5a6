package import Augury

/// Two sources beside each other as text: what may be said of the difference, and the claims.
package struct SourceComparisonText {
  private let comparison: SourceComparison
  private let particulars: [Int64: Particulars]

  /// Creates the text of a comparison, with the texts of the first source's forecasts.
  package init(_ comparison: SourceComparison, _ particulars: [Int64: Particulars]) {
    self.comparison = comparison
    self.particulars = particulars
  }

  /// Returns the lines, each ended by a line feed.
  package func render(width: Int?, style: Styler) -> String {
    let (one, other) = comparison.names
    var text = style.styled(TerminalText.escape("\(one) and \(other)"), .heading) + "\n"
    for sentence in sentences {
      let lines = width.map { TerminalText.wrapped(sentence, to: $0) } ?? [sentence]
      text += lines.joined(separator: "\n") + "\n"
    }
    guard !comparison.pairs.isEmpty else { return text }
    return text + "\n" + table().render(width: width, style: style)
  }

  /// What may be said of the two.
  package var sentences: [String] {
    let (one, other) = comparison.names
    let count = comparison.pairs.count
    guard let edge = comparison.edge, count > 0 else {
      return ["\(one) and \(other) were not scored on any common question."]
    }
    var sentences = [
      "Both were scored on \(Sentence.count(count, "common question")), of "
        + "\(Sentence.count(edge.events, "event")): \(one) with a mean Brier score of "
        + "\(NumberText.fixed(comparison.brier.first, 2)), \(other) with "
        + "\(NumberText.fixed(comparison.brier.second, 2)) (0 is best, always saying 50 % gives 0.25)."
    ]
    sentences.append(difference(edge) + " " + verdict(edge))
    switch edge.verdict == .tooFew ? .neither : comparison.dominance {
    case .first: sentences.append(never(one, other))
    case .second: sentences.append(never(other, one))
    case .neither: break
    }
    let (first, second) = comparison.earlier
    if first != second {
      sentences.append(
        "\(first > second ? one : other) spoke earlier on \(max(first, second)) of them, "
          + "\(first > second ? other : one) on \(min(first, second)); who speaks later knows more."
      )
    }
    return sentences
  }

  private func difference(_ edge: EdgeFigure) -> String {
    let (one, other) = comparison.names
    let size = NumberText.fixed(abs(edge.mean), 2)
    guard size != "0.00" else { return "On average neither was closer." }
    let closer = edge.mean > 0 ? one : other
    guard let range = edge.interval else {
      return "\(closer) was closer by \(size) a question; fewer than "
        + "\(EdgeFigure.leastEvents) events give no range."
    }
    let (low, high) = edge.mean > 0 ? (range.low, range.high) : (-range.high, -range.low)
    return "\(closer) was closer by \(size) a question "
      + "(90 % range \(NumberText.signed(low, 2)) to \(NumberText.signed(high, 2)))."
  }

  private func verdict(_ edge: EdgeFigure) -> String {
    let (one, other) = comparison.names
    return switch edge.verdict {
    case .better: "There is evidence that \(one) knew what \(other) did not."
    case .worse: "There is evidence that \(other) knew what \(one) did not."
    case .unclear: "That is not enough to rule out luck."
    case .tooFew: "It is too little to tell them apart."
    }
  }

  private func never(_ better: String, _ worse: String) -> String {
    "Whatever a false alarm costs, \(better) was at least as useful as \(worse) on these questions."
  }

  private func table() -> TextTable {
    let (one, other) = comparison.names
    var table = TextTable(columns: [
      .init("question", minimumWidth: 16, fit: .wrapped), .init("by", dropOrder: 2),
      .init("came about", dropOrder: 1), .init(one, alignment: .trailing, fit: .wrapped),
      .init(other, alignment: .trailing, fit: .wrapped),
      .init("difference", alignment: .decimal),
    ])
    for cells in cells { table.append(cells.map { TextTable.Cell($0) }) }
    return table
  }

  /// The common claims with what each said of them.
  private var cells: [[String]] {
    comparison.pairs.map { pair in
      [
        particulars[pair.first.number]?.text ?? "–",
        pair.first.deadline?.day.description ?? "–", pair.first.outcomeWord,
        pair.first.eventChance, pair.second.eventChance, NumberText.signed(pair.difference, 2),
      ]
    }
  }

  /// The comparison as a page.
  package func page(_ stamp: ReportStamp) -> TablePage {
    let (one, other) = comparison.names
    return TablePage(
      title: "\(one) and \(other)", sentences: sentences,
      columns: [
        .words("question"), .words("by"), .words("came about"), .figures(one), .figures(other),
        .figures("difference"),
      ], rows: cells, stamp: stamp)
  }

  /// The pairs, with a header, for a spreadsheet.
  package var rows: [[String]] {
    let header = [
      "question", "text", "deadline", "first_probability", "first_negated", "second_probability",
      "second_negated", "first_brier", "second_brier", "difference",
    ]
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return [header]
      + comparison.pairs.map { pair in
        let texts = particulars[pair.first.number]
        return [
          texts?.question ?? "", texts?.text ?? "", pair.first.deadline?.day.description ?? "",
          number(pair.first.probability), pair.first.isNegated ? "yes" : "no",
          number(pair.second.probability), pair.second.isNegated ? "yes" : "no",
          number(pair.first.brier), number(pair.second.brier), number(pair.difference),
        ]
      }
  }
}

extension AssessedForecast {
  /// Whether the event came about, in a word.
  var outcomeWord: String {
    guard let happened else { return "–" }
    return happened != isNegated ? "yes" : "no"
  }

  /// The chance of the event itself, also where the forecast is of its contrary.
  var eventChance: String {
    guard let probability else { return "–" }
    return Sentence.percent(isNegated ? 1 - probability : probability)
  }
}
