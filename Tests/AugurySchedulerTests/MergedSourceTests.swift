import Augury
import AuguryScheduler
import AuguryStore
import Testing

@Suite("Merged sources")
struct MergedSourceTests {
  private func say(
    _ question: Question, _ source: Source, on day: String, _ watched: WatchedLedger
  ) throws {
    try watched.append(
      .forecast(
        Forecast(
          id: watched.identifier(.forecast), question: question.id, source: source.id,
          said: try SaidTime(edtf: day), probability: try Probability(parsing: "70%"))))
  }

  /// A question that Ann A spoke about in January and Ann B in May, after a first pass.
  private func spokenUnderTwoNames() throws -> (WatchedLedger, old: Source, new: Source) {
    let watched = try WatchedLedger(from: "2026-05-02T12:00:00Z")
    let (question, _) = try watched.question(by: "2026-12-31")
    try watched.append(.schedule(Scheduling(question: question.id, review: .never)))
    let (old, new) = (try watched.source("Ann A"), try watched.source("Ann B"))
    try say(question, old, on: "2026-01-01", watched)
    try say(question, new, on: "2026-05-01", watched)
    try watched.tick()
    return (watched, old, new)
  }

  @Test("A source that has spoken since under its other name is not silent, while the merge stands")
  func silence() throws {
    let (watched, old, new) = try spokenUnderTwoNames()
    try watched.set("2026-05-03T12:00:00Z")
    let merge = try watched.append(.merge(Merge(from: old.id, into: new.id)))
    try watched.tick()
    // Half of the time from the first words on: nobody is silent.
    #expect(try watched.tick(at: "2026-07-10T00:00:00Z").kinds == [])
    let asked = try Simulation(
      try watched.ledger.now(), from: try Instant(rfc3339: "2026-05-02T12:00:00Z"),
      through: try Instant(rfc3339: "2026-08-01T00:00:00Z"), now: watched.clock.now,
      zone: WatchedLedger.utc)
    #expect(asked.items.isEmpty)
    #expect(try watched.tick(at: "2026-09-10T00:00:00Z").kinds == ["silent"])
    try watched.undo(merge)
    #expect(try watched.tick(at: "2026-09-11T00:00:00Z").kinds == [])
  }

  @Test("A merge that is undone in time leaves the first source silent on its day")
  func undone() throws {
    let (watched, old, new) = try spokenUnderTwoNames()
    let merge = try watched.append(.merge(Merge(from: old.id, into: new.id)))
    try watched.tick(at: "2026-05-04T12:00:00Z")
    try watched.undo(merge)
    #expect(try watched.tick(at: "2026-07-10T00:00:00Z").kinds == ["silent"])
  }
}
