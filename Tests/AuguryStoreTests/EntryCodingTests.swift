import Augury
import TestSupport
import Testing

/// Makes one body of every kind.
private func bodies(_ maker: inout BodyMaker) throws -> [EntryBody] {
  let source = maker.source()
  let question = try maker.question()
  let forecast = try maker.forecast(on: question, by: source)
  let resolution = try maker.resolution(of: question)
  return [
    .ledger(zone: maker.text()), .source(source), .alias(source: source.id, name: maker.text()),
    .question(question), .forecast(forecast), .resolution(resolution),
    .withdrawal(
      Withdrawal(
        forecast: forecast.id, said: try maker.said(), reason: maker.maybe { $0.text() })),
    .correction(
      Correction(
        subject: forecast.id, changes: try maker.changes(of: forecast),
        reason: maker.maybe { $0.text() })),
    .reading(
      Rereading(
        forecast: forecast.id, reading: try maker.reading(), reason: maker.maybe { $0.text() })),
    .scale(Scale(source: source.id, table: maker.scaleTable())), .baseRate(try maker.baseRate()),
    .edition(try maker.edition()),
    .amendment(
      Amendment(
        question: question.id, criteria: maker.maybe { $0.text() },
        deadline: try maker.maybe { try $0.deadline() }, reason: maker.maybe { $0.text() })),
    .tagging(
      Tagging(question: question.id, added: [maker.tag(), maker.text()], removed: [maker.tag()])),
    .assignment(question: question.id, event: maker.maybe { $0.text() }),
    maker.note(on: forecast.id), .schedule(try maker.scheduling(of: question)),
    .snooze(try maker.snooze(of: question)), .rule(try maker.ruleChange(of: question)),
    .review(try maker.review(of: question)),
    .merge(Merge(from: source.id, into: maker.id(.source))),
    .retraction(Retraction(entries: [1...4, 7...7], reason: maker.maybe { $0.text() })),
    .redaction(Redaction(entry: 3, reason: maker.maybe { $0.text() })), maker.batch(of: 5),
  ]
}

private func entry(_ body: EntryBody, _ maker: inout BodyMaker) -> Entry {
  let instants: [Int64] = [
    0, 1_767_268_800_000_000, 1_767_268_800_000_001, 253_402_300_799_999_999,
  ]
  return Entry(
    seq: Int64.random(in: 0...(1 << 53 - 1), using: &maker.random),
    ledger: Salt(maker.random.next(), maker.random.next()).hex,
    recordedAt: Instant(microseconds: maker.random.pick(instants)), author: maker.text(),
    salt: Salt(maker.random.next(), maker.random.next()),
    clock: maker.random.pick([nil, .back, .ahead]), body: body)
}

struct EntryCodingTests {
  @Test func `an entry read from its record gives the same record`() throws {
    for seed in UInt64(0)..<(isLong ? 3000 : 150) {
      var maker = BodyMaker(seed: seed, isAwkward: seed % 2 == 1)
      let bodies = try bodies(&maker)
      #expect(Set(bodies.map(\.kind)) == Set(EntryKind.allCases))
      for body in bodies {
        let entry = entry(body, &maker)
        let bytes = entry.canonicalBytes()
        let read = try Entry(record: bytes)
        #expect(read.canonicalBytes() == bytes, "seed \(seed), \(body.kind)")
        #expect(read.body.id == body.id, "seed \(seed), \(body.kind)")
        #expect(read.recordedAt == entry.recordedAt, "seed \(seed), \(body.kind)")
      }
    }
  }

  @Test func `the encoder writes canonical JSON`() throws {
    for seed in UInt64(10_000)..<(isLong ? 13_000 : 10_150) {
      var maker = BodyMaker(seed: seed, isAwkward: seed % 2 == 1)
      for body in try bodies(&maker) {
        let bytes = entry(body, &maker).canonicalBytes()
        let value = try JSONValue(parsing: bytes, limits: .large)
        #expect(value.canonicalBytes() == bytes, "seed \(seed), \(body.kind)")
      }
    }
  }

  @Test func `a record with an unknown member is refused wherever it stands`() throws {
    for seed in UInt64(0)..<40 {
      var maker = BodyMaker(seed: seed)
      for body in try bodies(&maker) {
        let value = try JSONValue(parsing: entry(body, &maker).canonicalBytes(), limits: .large)
        for altered in value.withOneMoreMember("zzz") {
          #expect(throws: EntryError.self, "seed \(seed), \(body.kind)") {
            try Entry(record: altered.canonicalBytes())
          }
        }
      }
    }
  }

  @Test func `a newer version, an unknown kind and an unknown member are named`() throws {
    var maker = BodyMaker(seed: 7)
    let bytes = entry(.redaction(Redaction(entry: 3)), &maker).canonicalBytes()
    func refusal(_ old: String, _ new: String) -> EntryError? {
      let text = String(decoding: bytes, as: UTF8.self)
      let altered = text.replacing(old, with: new)
      #expect(altered != text)
      do {
        _ = try Entry(record: Array(altered.utf8))
        return nil
      } catch { return error }
    }
    #expect(refusal(#""v":1"#, #""v":2"#) == .newerVersion(2))
    #expect(refusal(#""v":1"#, #""v":0"#) == .member("v"))
    #expect(refusal(#""kind":"redaction""#, #""kind":"prophecy""#) == .unknownKind("prophecy"))
    #expect(refusal(#""entry":3"#, #""entry":3,"extra":1"#) == .unknownMember("extra"))
    #expect(refusal(#""entry":3"#, #""entri":3"#) == .member("entry"))
    #expect(refusal(#""seq":"#, #""prio":1,"seq":"#) == .unknownMember("prio"))
    #expect(refusal("redaction", "source") == .member("id"))
    #expect(refusal("{", "{{").map { if case .notJSON = $0 { true } else { false } } == true)
    #expect(EntryError.newerVersion(2).what.contains("2"))
    #expect(EntryError.unknownKind("prophecy").what.contains("prophecy"))
    #expect(EntryError.unknownMember("extra").what.contains("extra"))
  }

  @Test func `a conditional forecast is refused in so many words`() throws {
    var maker = BodyMaker(seed: 8)
    let question = try maker.question()
    let source = maker.source()
    let body = EntryBody.forecast(try maker.forecast(on: question, by: source))
    let text = String(decoding: entry(body, &maker).canonicalBytes(), as: UTF8.self)
    let altered = text.replacing(#""id":"f"#, with: #""condition":{},"id":"f"#)
    #expect(throws: EntryError.conditional) { try Entry(record: Array(altered.utf8)) }
  }
}

extension JSONValue {
  /// Every way to add a member to one of the objects within, apart from a correction's changes.
  fileprivate func withOneMoreMember(_ key: String) -> [JSONValue] {
    switch self {
    case .object(let object):
      var ways = [
        JSONValue.object(JSONObject(members: object.members + [.init(key: key, value: .null)]))
      ]
      for (index, member) in object.members.enumerated() where member.key != "changes" {
        for value in member.value.withOneMoreMember(key) {
          var members = object.members
          members[index].value = value
          ways.append(.object(JSONObject(members: members)))
        }
      }
      return ways
    case .array(let items):
      return items.enumerated().flatMap { index, item in
        item.withOneMoreMember(key).map { value in
          var items = items
          items[index] = value
          return .array(items)
        }
      }
    default: return []
    }
  }
}
