import Augury
import AuguryRendering
import AuguryStore

/// Reads the texts of forecasts from the ledger, each question's but once.
struct ParticularsOf {
  private let vantage: Vantage
  private let statements: Statements
  private var questions: [Int64: (id: String, text: String, outcome: String?, evidence: [String])] =
    [:]

  init(_ request: ReportRequest) {
    vantage = request.vantage
    statements = request.statements
  }

  /// Returns the texts of some forecasts, by the numbers of their entries.
  static func all(
    _ forecasts: some Sequence<AssessedForecast>, _ request: ReportRequest
  ) throws -> [Int64: Particulars] {
    var reader = ParticularsOf(request)
    var all: [Int64: Particulars] = [:]
    for forecast in forecasts { all[forecast.number] = try reader.particulars(forecast) }
    return all
  }

  private mutating func particulars(_ assessed: AssessedForecast) throws -> Particulars? {
    let snapshot = vantage.snapshot
    guard let last = try snapshot.forecast(assessed.number) else { return nil }
    let told = try snapshot.scoredStatement(assessed.number, among: statements)?.forecast ?? last
    let question = try question(assessed.question)
    return Particulars(
      forecast: try snapshot.short(last.id), question: question.id, text: question.text,
      said: told.said.isUnknown ? "unknown" : told.said.edtf,
      stamp: told.stamp.map { "\($0.recorded.edtf) by \($0.system)" }, quote: told.wording?.quote,
      words: told.readChance?.words, reading: told.reading.map(ReadingText.sentence),
      passages: told.citations.map {
        Particulars.Passage(
          venue: $0.venue, title: $0.title, url: $0.url, published: $0.published?.edtf,
          archived: $0.document?.sha256)
      }, outcome: question.outcome, evidence: question.evidence)
  }

  private mutating func question(
    _ number: Int64
  ) throws -> (id: String, text: String, outcome: String?, evidence: [String]) {
    if let known = questions[number] { return known }
    let snapshot = vantage.snapshot
    let record = try snapshot.question(number)
    var evidence: [String] = []
    if let entry = try snapshot.resolutions(of: number).last,
      case .resolution(let resolution) = entry.body
    {
      evidence = resolution.evidence.map(Phrases.evidence)
    }
    let outcome = record?.outcome.map { Phrases.outcome($0) }
    let found = (
      id: try snapshot.short(try snapshot.id(of: number)), text: record?.text ?? "?",
      outcome: outcome, evidence: evidence
    )
    questions[number] = found
    return found
  }
}
