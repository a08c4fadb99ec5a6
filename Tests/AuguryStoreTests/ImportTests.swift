import Augury
import AuguryStore
import Testing

/// Forecasts that were never in a file: each of some sources speaks on each question in turn.
private struct MadeSupply: ForecastSupply {
  let sources: [String]
  let questions: [ImportedQuestion]
  let count: Int

  init(_ count: Int) {
    self.count = count
    sources = (0..<40).map { "Source \($0)" }
    questions = (0..<600).map { number in
      var question = ImportedQuestion(
        line: number, text: "Case \(number): will it hold?", kind: .binary)
      if number % 2 == 0 { question.outcome = .cannotHappen }
      return question
    }
  }

  func places(_ index: Int) -> (source: Int, question: Int) {
    (index / questions.count % sources.count, index % questions.count)
  }

  func forecast(_ index: Int) -> ImportedForecast {
    var forecast = ImportedForecast(said: .unknown)
    forecast.probability = try? Probability(parsing: "0.\(index % 99 + 1)")
    let quote = index % 3 == 0 ? "Régen nach Nº \(index % 7)" : "by all the Signs of \(index)"
    forecast.wording = Wording(quote: quote)
    return forecast
  }
}

struct ImportTests {
  private static let file = ImportFile(format: "csv", name: "made.csv", sha256: "00")
  /// More than what a load builds its indexes after.
  private static let many = 21_000

  @discardableResult
  private func load(_ test: TestLedger, _ supply: MadeSupply) throws -> ImportResult {
    try test.ledger.importForecasts(supply, from: ImportTests.file, test.capture)
  }

  private func schema(_ test: TestLedger) throws -> [[RawDatabase.Cell]] {
    try test.raw().rows("select type, name, tbl_name, sql from sqlite_schema order by type, name")
  }

  @Test func `words that come in bulk stand as those that came one by one`() throws {
    let test = try TestLedger()
    let source = try test.source("Source 3")
    let question = try test.question("Case 7: will it hold?")
    let supply = MadeSupply(400)
    // More than one row of the index holds, so that the next ones must go on in the right place.
    for index in 0..<300 {
      _ = try test.forecast(question, source, "0.5", quote: supply.forecast(index).wording?.quote)
    }
    #expect(try !test.ledger.rebuild())
    #expect(try load(test, supply).forecasts == 400)
    #expect(try !test.ledger.rebuild())
    #expect(try test.ledger.now().search("signs 299", limit: 9).count == 2)
  }

  @Test func `a large load leaves a ledger like any other`() throws {
    let test = try TestLedger()
    let before = try schema(test)
    let supply = MadeSupply(ImportTests.many)
    let result = try load(test, supply)
    #expect(result.forecasts == ImportTests.many)
    #expect(result.resolutions == 300)
    #expect(try schema(test) == before)
    #expect(try test.ledger.verify().findings == [])
    #expect(throws: RawDatabase.Refusal.self) { try test.raw().run("delete from entry") }
    #expect(try load(test, supply).entries == 0)
    #expect(try load(test, MadeSupply(ImportTests.many + 9)).forecasts == 9)
  }
}
