import Augury
import AuguryStore
import Testing

struct SearchTests {
  /// A ledger with one question, one source and one quote about each of two matters.
  private func ledger() throws -> TestLedger {
    let test = try TestLedger()
    let source = try test.source("Renée Lacroix")  // 1
    let rain = try test.question("Will it rain in Zürich?")  // 2
    let gold = try test.question("Will gold rise?")  // 3
    _ = try test.forecast(rain, source, "0.7", quote: "Rain is certain, says Renée")  // 4
    _ = try test.forecast(gold, source, "0.2", quote: "Gold? Never. The rise is over")  // 5
    return test
  }

  private func numbers(_ test: TestLedger, _ query: String, at seq: Int64? = nil) throws -> [Int64]
  {
    let snapshot = try seq.map { try test.ledger.asOf(entry: $0) } ?? test.ledger.now()
    return try snapshot.search(query, limit: 50).map(\.number)
  }

  @Test(arguments: [
    ("rain", [4, 2]), ("RAIN", [4, 2]), ("rain zurich", [2]), ("zürich", [2]), ("zurich", [2]),
    ("Zu\u{308}rich", [2]), ("gold rise", [5, 3]), ("rise gold", [5, 3]), ("renee", [4, 1]),
    ("lacroix", [1]), ("rain gold", []), ("rai", []), ("rai*", [4, 2]), ("r*", [5, 4, 3, 2, 1]),
    ("will ri*", [3]), ("never", [5]), ("", []), ("*", []), ("?!", []), ("rain*certain", [4]),
    ("w* z*", [2]), ("rain rain", [4, 2]), ("' or 1=1 --", []), ("%", []),
  ])
  func `words, beginnings, accents and case`(_ query: String, _ wanted: [Int64]) throws {
    #expect(try numbers(ledger(), query) == wanted)
  }

  @Test func `a hit says where the words stand`() throws {
    let hits = try ledger().ledger.now().search("ren*", limit: 5)
    #expect(hits.map(\.place) == [.quote, .source])
    #expect(hits.map(\.text) == ["Rain is certain, says Renée", "Renée Lacroix"])
    #expect(try ledger().ledger.now().search("r*", limit: 2).map(\.number) == [5, 4])
  }

  @Test func `a search as of an entry finds only what stood then`() throws {
    let test = try ledger()
    #expect(try numbers(test, "rain", at: 1) == [])
    #expect(try numbers(test, "rain", at: 2) == [2])
    #expect(try numbers(test, "rain", at: 4) == [4, 2])
  }

  @Test func `a corrected text is found by its new words, and by the old ones as of then`() throws {
    let test = try ledger()
    guard case .question(let rain)? = try test.ledger.entry(2)?.body else { return }
    try test.append(
      .correction(Correction(subject: rain.id, changes: .texts(["text": "Will it snow in Bern?"]))))
    #expect(try numbers(test, "snow bern") == [2])
    #expect(try numbers(test, "zurich") == [])
    #expect(try numbers(test, "zurich", at: 5) == [2])
    #expect(try numbers(test, "snow", at: 5) == [])
    try test.append(.retraction(Retraction(entries: [6...6])))
    #expect(try numbers(test, "snow") == [])
    #expect(try numbers(test, "zurich") == [2])
  }

  @Test func `a list of questions goes by their words as they stand`() throws {
    let test = try ledger()
    guard case .question(let rain)? = try test.ledger.entry(2)?.body else { return }
    try test.append(
      .correction(Correction(subject: rain.id, changes: .texts(["text": "Will it snow in Bern?"]))))
    func listed(_ word: String, at seq: Int64) throws -> [Int64] {
      var filter = QuestionFilter()
      filter.words = [word]
      return try test.ledger.asOf(entry: seq).questions(filter).map(\.number)
    }
    #expect(try listed("snow", at: 6) == [2])
    #expect(try listed("rain", at: 5) == [2])
    #expect(try listed("rain", at: 6) == [])
    #expect(try listed("snow", at: 5) == [])
  }

  @Test func `an alias is searched, and only while it stands`() throws {
    let test = try ledger()
    guard case .source(let source)? = try test.ledger.entry(1)?.body else { return }
    let alias = try test.append(.alias(source: source.id, name: "The Oracle"))
    #expect(try numbers(test, "oracle") == [1])
    #expect(try numbers(test, "oracle lacroix") == [1])
    try test.append(.retraction(Retraction(entries: [alias...alias])))
    #expect(try numbers(test, "oracle") == [])
    #expect(try numbers(test, "oracle", at: alias) == [1])
  }

  @Test func `what is taken back is not found, and what came back is`() throws {
    let test = try ledger()
    let undo = try test.append(.retraction(Retraction(entries: [2...2, 4...4])))
    #expect(try numbers(test, "rain") == [])
    #expect(try numbers(test, "rain", at: 5) == [4, 2])
    try test.append(.retraction(Retraction(entries: [undo...undo])))
    #expect(try numbers(test, "rain") == [4, 2])
  }
}
