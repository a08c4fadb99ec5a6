import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport

/// A clock that a test sets.
final class SetClock {
  var now: Instant
  init(_ text: String) throws { now = try Instant(rfc3339: text) }
}

/// A ledger in a file of its own whose clock the test sets, with passes of the scheduler over it.
final class WatchedLedger {
  let folder: TemporaryFolder
  let clock: SetClock
  let ledger: Ledger
  private var random: SplitMix64

  init(seed: UInt64 = 1, from start: String = "2026-01-01T12:00:00Z") throws {
    folder = try TemporaryFolder()
    clock = try SetClock(start)
    random = SplitMix64(seed: seed)
    let clock = clock
    ledger = try Ledger.create(
      folder.file("watched.augury").path, zone: "UTC",
      capture: Capture(author: "keeper", clock: { clock.now }, random: SplitMix64(seed: seed)))
  }

  var capture: Capture {
    let clock = clock
    return Capture(
      author: "keeper", clock: { clock.now }, random: SplitMix64(seed: random.next()))
  }

  func set(_ text: String) throws { clock.now = try Instant(rfc3339: text) }

  @discardableResult
  func append(_ body: EntryBody) throws -> Int64 {
    try ledger.write(capture) { try $0.append(body) }
  }

  func identifier(_ kind: IdentifierKind) -> Identifier {
    Identifier(kind, random: UInt16(truncatingIfNeeded: random.next()), random.next())
  }

  func source(_ name: String) throws -> Source {
    let source = Source(id: identifier(.source), name: name, kind: .person)
    try append(.source(source))
    return source
  }

  /// Puts a question and returns it with its number.
  func question(
    _ text: String = "It happens", by day: String?, kind: QuestionKind = .binary
  ) throws -> (question: Question, number: Int64) {
    let question = Question(
      id: identifier(.question), kind: kind, text: text,
      deadline: try day.map { Deadline(day: try CivilDate(iso: $0)) })
    return (question, try append(.question(question)))
  }

  @discardableResult
  func resolve(_ question: Question, _ outcome: Outcome) throws -> Int64 {
    try append(
      .resolution(
        Resolution(id: identifier(.resolution), question: question.id, outcome: outcome)))
  }

  func undo(_ seq: Int64) throws { try append(.retraction(Retraction(entries: [seq...seq]))) }

  /// One pass, by a fresh connection as another process has it.
  @discardableResult
  func tick(at text: String? = nil, for channels: [String] = []) throws -> TickReport {
    if let text { try set(text) }
    return try Tick(
      try Ledger.open(ledger.path), capture,
      recipients: channels.map { Recipient(channel: $0) { _, _, now in now } }, zone: Self.utc
    ).run()
  }

  /// All decisions on record, as lines of the day asked, the kind, the day due and the question.
  func decisions() throws -> [String] {
    try NoticeBook(ledger)?.notices().map {
      Self.line($0.question, PlannedAsk($0.step, asked: $0.asked))
    } ?? []
  }

  static func line(_ question: Int64, _ ask: PlannedAsk) -> String {
    "\(ask.asked.rfc3339) \(ask.step.kind.rawValue) \(ask.step.at.rfc3339) #\(question)"
  }

  static func utc(_ name: String?) -> ZoneRules { .utc }
}

extension TickReport {
  /// What was decided, in short.
  var kinds: [String] { decided.map(\.ask.step.kind.rawValue) }
}
