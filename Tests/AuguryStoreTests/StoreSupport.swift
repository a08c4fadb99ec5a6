import Augury
import AuguryStore
import Foundation
import TestSupport

/// A clock that says what it was told to say.
final class TestClock {
  var now: Instant

  init(_ text: String = "2026-01-01T12:00:00Z") throws {
    now = try Instant(rfc3339: text)
  }

  func pass(seconds: Int64) { now = now.advanced(byMicroseconds: seconds * 1_000_000) }
  func pass(hours: Int64) { pass(seconds: hours * 3600) }
}

/// A ledger in a folder of its own, whose clock and randomness the test holds.
final class TestLedger {
  let folder: TemporaryFolder
  let clock: TestClock
  let ledger: Ledger
  private var random: SplitMix64

  var path: String { ledger.path }

  init(seed: UInt64 = 1, zone: String = "UTC", from start: String = "2026-01-01T12:00:00Z") throws {
    folder = try TemporaryFolder()
    clock = try TestClock(start)
    random = SplitMix64(seed: seed)
    let clock = clock
    let capture = Capture(author: "maker", clock: { clock.now }, random: SplitMix64(seed: seed))
    ledger = try Ledger.create(folder.file("test.augury").path, zone: zone, capture: capture)
  }

  var capture: Capture {
    let clock = clock
    return Capture(
      author: "maker", clock: { clock.now }, random: SplitMix64(seed: random.next()))
  }

  /// Appends in one transaction, an hour after the one before.
  @discardableResult
  func write<Value>(_ body: (inout EntryWriter) throws -> Value) throws -> Value {
    clock.pass(hours: 1)
    return try ledger.write(capture, body)
  }

  /// Appends one entry, an hour after the one before.
  @discardableResult
  func append(_ body: EntryBody) throws -> Int64 { try write { try $0.append(body) } }

  func identifier(_ kind: IdentifierKind) -> Identifier {
    Identifier(kind, random: UInt16(truncatingIfNeeded: random.next()), random.next())
  }

  /// Introduces a source.
  func source(_ name: String) throws -> Source {
    let source = Source(id: identifier(.source), name: name, kind: .person)
    try append(.source(source))
    return source
  }

  /// Puts a question.
  func question(_ text: String, deadline: String? = nil) throws -> Question {
    let day = try deadline.map { Deadline(day: try CivilDate(iso: $0)) }
    let question = Question(id: identifier(.question), text: text, deadline: day)
    try append(.question(question))
    return question
  }

  /// Records a forecast and returns its number.
  func forecast(
    _ question: Question, _ source: Source, _ probability: String, quote: String? = nil
  ) throws -> (forecast: Forecast, number: Int64) {
    let forecast = Forecast(
      id: identifier(.forecast), question: question.id, source: source.id, said: .unknown,
      probability: try Probability(parsing: probability),
      wording: quote.map { Wording(quote: $0) })
    return (forecast, try append(.forecast(forecast)))
  }

  /// Returns a second, unguarded connection to the file.
  func raw() throws -> RawDatabase { try RawDatabase(path) }
}

extension JSONObject {
  /// Creates an object of texts; nothing stands for null.
  static func texts(_ members: KeyValuePairs<String, String?>) -> JSONObject {
    JSONObject(
      members: members.map { Member(key: $0, value: $1.map(JSONValue.string) ?? .null) })
  }

  /// The members that give a forecast another probability.
  static func probability(_ value: String) -> JSONObject {
    let pair = JSONObject.texts(["text": value, "value": value])
    return JSONObject(members: [Member(key: "probability", value: .object(pair))])
  }
}

extension RandomNumberGenerator {
  /// Whether something that happens once in so many times happens now.
  mutating func once(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &self)]
  }
}

/// Whether the long runs are asked for.
let isLong = ProcessInfo.processInfo.environment["AUGURY_LONG"] == "1"
