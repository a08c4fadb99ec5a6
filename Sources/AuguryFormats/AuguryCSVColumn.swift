/// A column of an Augury CSV file.
package enum AuguryCSVColumn: Int, Sendable, CaseIterable {
  case source, question, saidOn, probability, questionID, forecastKey, option, options, quantile
  case value, unit, kind, deadline, zone, outcome, happenedOn, knownOn, recordedOn, system, event
  case tags, quote, language, wording, url, via, baseline, negated
  case until, untilZone, withdrawnOn, reading

  /// The name in the header.
  package var name: String {
    switch self {
    case .source: "source"
    case .question: "question"
    case .saidOn: "said_on"
    case .probability: "probability"
    case .questionID: "question_id"
    case .forecastKey: "forecast_key"
    case .option: "option"
    case .options: "options"
    case .quantile: "quantile"
    case .value: "value"
    case .unit: "unit"
    case .kind: "kind"
    case .deadline: "deadline"
    case .zone: "zone"
    case .outcome: "outcome"
    case .happenedOn: "happened_on"
    case .knownOn: "known_on"
    case .recordedOn: "recorded_on"
    case .system: "system"
    case .event: "event"
    case .tags: "tags"
    case .quote: "quote"
    case .language: "language"
    case .wording: "wording"
    case .url: "url"
    case .via: "via"
    case .baseline: "baseline"
    case .until: "until"
    case .untilZone: "until_zone"
    case .withdrawnOn: "withdrawn_on"
    case .reading: "reading"
    case .negated: "negated"
    }
  }

  /// The columns that every file has.
  package static let required: [AuguryCSVColumn] = [.source, .question, .saidOn]

  /// The columns that tell of the question, not of the forecast.
  static let ofQuestions: [AuguryCSVColumn] = [
    .system, .questionID, .question, .kind, .deadline, .zone, .outcome, .happenedOn, .knownOn,
    .unit, .event, .tags, .options,
  ]

  /// The columns that tell of a forecast as a whole, not of one part of it.
  static let ofForecasts: [AuguryCSVColumn] = [
    .saidOn, .quote, .language, .wording, .url, .via, .baseline, .negated, .recordedOn,
    .until, .untilZone, .withdrawnOn, .reading,
  ]
}

/// Which column of a file holds what.
struct AuguryCSVLayout: Sendable {
  /// The columns that the file has, with their places counted from 0.
  let present: [(column: AuguryCSVColumn, index: Int)]
  /// The columns of questions among them.
  let ofQuestions: [AuguryCSVColumn]
  private let indices: [Int]

  /// Creates the layout of a header; an unknown name is returned as its place.
  init(_ header: CSVHeader) throws(AuguryCSVLayoutError) {
    let columns = Dictionary(
      uniqueKeysWithValues: AuguryCSVColumn.allCases.map { ($0.name, $0) })
    var present: [(column: AuguryCSVColumn, index: Int)] = []
    var indices = [Int](repeating: -1, count: AuguryCSVColumn.allCases.count)
    for (index, name) in header.names.enumerated() {
      guard let column = columns[name] else { throw .unknown(name, index: index) }
      present.append((column, index))
      indices[column.rawValue] = index
    }
    for column in AuguryCSVColumn.required where indices[column.rawValue] < 0 {
      throw .missing(column.name)
    }
    self.present = present
    self.indices = indices
    ofQuestions = AuguryCSVColumn.ofQuestions.filter { indices[$0.rawValue] >= 0 }
  }

  /// Returns the place of a column, counted from 0, if the file has it.
  func index(_ column: AuguryCSVColumn) -> Int? {
    let index = indices[column.rawValue]
    return index < 0 ? nil : index
  }
}

/// What is wrong with the names in a header.
enum AuguryCSVLayoutError: Error {
  case unknown(String, index: Int)
  case missing(String)
}
