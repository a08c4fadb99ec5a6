package import Augury

/// The forecasts of a source's page as rows for a spreadsheet.
package struct SourcePageFields {
  private let page: SourcePage
  private let particulars: [Int64: Particulars]

  /// Creates the rows of a page.
  package init(_ page: SourcePage, _ particulars: [Int64: Particulars]) {
    self.page = page
    self.particulars = particulars
  }

  /// The rows, with a header.
  package var rows: [[String]] {
    [SourcePageFields.header] + page.forecasts.map(fields)
  }

  private static let header = [
    "id", "question", "text", "said", "captured_at", "quote", "reading", "probability", "low",
    "high", "negated", "deadline", "grade", "standing", "happened", "brier", "best", "worst",
    "reference", "reference_probability", "edge", "event", "outcome",
  ]

  private func fields(_ forecast: AssessedForecast) -> [String] {
    let texts = particulars[forecast.number]
    func number(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
    return [
      texts?.forecast ?? "", texts?.question ?? "", texts?.text ?? "", texts?.said ?? "",
      forecast.captured.rfc3339, texts?.quote ?? "", texts?.reading ?? "",
      number(forecast.probability), number(forecast.meaning?.low), number(forecast.meaning?.high),
      forecast.isNegated ? "yes" : "no", forecast.deadline?.day.description ?? "",
      forecast.grade.rawValue, forecast.standing.rawValue,
      forecast.happened.map { $0 ? "yes" : "no" } ?? "", number(forecast.brier),
      number(forecast.bounds?.best), number(forecast.bounds?.worst),
      forecast.reference?.kind.rawValue ?? "", number(forecast.reference?.probability),
      number(forecast.edge), forecast.event ?? "", texts?.outcome ?? "",
    ]
  }
}
