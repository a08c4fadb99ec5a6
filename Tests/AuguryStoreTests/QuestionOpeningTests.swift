import Augury
import AuguryStore
import Testing

@Suite("When a question was opened")
struct QuestionOpeningTests {
  private let ledger: TestLedger

  init() throws { ledger = try TestLedger() }

  private func forecast(_ question: Question, said: String) throws -> Int64 {
    let source = try ledger.source("Ann \(said)")
    return try ledger.append(
      .forecast(
        Forecast(
          id: ledger.identifier(.forecast), question: question.id, source: source.id,
          said: try SaidTime(edtf: said), probability: try Probability(parsing: "0.7"))))
  }

  private func opened(_ question: Question) throws -> String? {
    let snapshot = try ledger.ledger.now()
    return try snapshot.opened(try snapshot.find(question.id.text, [.question]).number)?.rfc3339
  }

  @Test("It is when it was recorded, or when something was said about it before")
  func earliest() throws {
    let question = try ledger.question("Q", deadline: "2026-12-31")
    #expect(try opened(question) == "2026-01-01T13:00:00Z")
    _ = try forecast(question, said: "2026-03-01")
    #expect(try opened(question) == "2026-01-01T13:00:00Z")
    let early = try forecast(question, said: "2025-11-20")
    #expect(try opened(question) == "2025-11-20T00:00:00Z")
    try ledger.write { _ = try $0.retract([early...early], cascade: false, reason: nil) }
    #expect(try opened(question) == "2026-01-01T13:00:00Z")
  }
}
