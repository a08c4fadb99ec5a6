import Augury
import Testing

/// The identifier of the question that every body names.
private let asked = #""question":"q0123456789abcdef""#

/// Reads a body from the text of its members.
private func body(_ kind: EntryKind, _ members: String) throws -> EntryBody {
  let text = members.isEmpty ? "{\(asked)}" : "{\(asked),\(members)}"
  guard case .object(let object) = try JSONValue(parsing: Array(text.utf8)) else {
    throw EntryError.notCanonical
  }
  return try EntryBody(kind, object)
}

private func refusal(_ kind: EntryKind, _ members: String) throws -> EntryError? {
  do {
    _ = try body(kind, members)
    return nil
  } catch let error as EntryError { return error }
}

private func written(_ body: EntryBody) -> String {
  var writer = CanonicalWriter()
  body.encode(into: &writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

struct ScheduleCodingTests {
  @Test("Settings without a word hold what holds without settings, and write nothing of it")
  func defaults() throws {
    guard case .schedule(let settings) = try body(.schedule, "") else {
      Issue.record("no settings")
      return
    }
    #expect(settings == Scheduling(question: settings.question))
    #expect(written(.schedule(settings)) == "{\(asked)}")
    let explicit = try body(.schedule, #""hazard":"constant","hidden":false,"review":"halving""#)
    #expect(written(explicit) == "{\(asked)}")
  }

  @Test("Settings keep what was said, the shape as it was typed in")
  func settings() throws {
    let text =
      #"{"grace":0,"hazard":{"weibull":{"text":"1.50","value":"1.5"}},"hidden":true,"#
      + #"\#(asked),"review":{"every":14}}"#
    let question = try #require(Identifier("q0123456789abcdef"))
    let settings = Scheduling(
      question: question, graceDays: 0, review: .every(days: 14),
      hazard: .weibull(shape: try DecimalText(parsing: "1.50")), isHidden: true)
    #expect(written(.schedule(settings)) == text)
    let members = String(text.dropFirst().dropLast()).replacing("\(asked),", with: "")
    guard case .schedule(let read) = try body(.schedule, members) else {
      Issue.record("no settings")
      return
    }
    #expect(read == settings)
  }

  @Test("Settings that no calendar and no hazard has are refused by the member at fault")
  func refusedSettings() throws {
    let shape = #""hazard":{"weibull":{"text":"0","value":"0"}}"#
    let negative = #""hazard":{"weibull":{"text":"-1","value":"-1"}}"#
    let wrong: [(String, String)] = [
      (#""grace":-1"#, "grace"), (#""grace":36501"#, "grace"), (#""grace":"7""#, "grace"),
      (#""review":{"every":0}"#, "every"), (#""review":{"every":36501}"#, "every"),
      (#""review":"sometimes""#, "review"), (#""hazard":"gamma""#, "hazard"),
      (#""hazard":{"weibull":2}"#, "weibull"), (shape, "weibull"), (negative, "weibull"),
      (#""hidden":1"#, "hidden"),
    ]
    for (members, name) in wrong {
      #expect(try refusal(.schedule, members) == .member(name), "\(members)")
    }
    for right in [#""grace":0"#, #""grace":36500"#, #""review":{"every":1}"#] {
      #expect(try refusal(.schedule, right) == nil, "\(right)")
    }
  }

  @Test("A rule names one place and one test, and only a program answers by itself")
  func rules() throws {
    let value =
      #"{"comparison":"above","threshold":{"text":"5000","value":"5000"},"value":"close"}"#
    let right = [
      #""rule":{"command":["look"]}"#, #""rule":{"command":["look"],"csv":\#(value)}"#,
      #""rule":{"auto":true,"csv":\#(value),"every":6,"file":"/data/a.csv"}"#,
      #""rule":{"json":\#(value),"url":"https://example.org"}"#,
      #""rule":{"url":"https://example.org","words":["coup"]}"#,
    ]
    for members in right {
      #expect(written(try body(.rule, members)) == "{\(asked),\(members)}", "\(members)")
    }
    #expect(written(try body(.rule, "")) == "{\(asked)}")
    let wrong: [(String, String)] = [
      (#"{}"#, "rule"), (#"{"file":"a"}"#, "rule"), (#"{"url":"a"}"#, "rule"),
      (#"{"words":["a"]}"#, "rule"), (#"{"file":"a","url":"b","words":["c"]}"#, "rule"),
      (#"{"csv":\#(value),"file":"a","words":["c"]}"#, "rule"), (#"{"command":[]}"#, "command"),
      (#"{"url":"a","words":[]}"#, "words"), (#"{"command":["a"],"every":0}"#, "every"),
      (#"{"command":["a"],"every":876001}"#, "every"),
    ]
    for (rule, name) in wrong {
      #expect(try refusal(.rule, #""rule":\#(rule)"#) == .member(name), "\(rule)")
    }
    let rows = value.replacing(#","threshold""#, with: #","rows":"a","threshold""#)
    #expect(try refusal(.rule, #""rule":{"csv":\#(rows),"file":"a"}"#) == .member("rows"))
    #expect(try refusal(.rule, #""rule":{"file":"a","json":\#(rows)}"#) == nil)
  }

  @Test("A review keeps a proposal in the members that a resolution has")
  func reviews() throws {
    let looked = #""looked":"2026-11-23T09:00:00Z""#
    let question = try #require(Identifier("q0123456789abcdef"))
    let day = try CivilDate(iso: "2026-11-22")
    for (outcome, before, after) in [
      (Outcome?.none, "", ""), (.happened(day), #","on":"2026-11-22","outcome":"happened""#, ""),
      (.notSeen(through: day), #","outcome":"not seen""#, #","through":"2026-11-22""#),
      (.option("A"), #","option":"A","outcome":"option""#, ""),
      (.ambiguous, #","outcome":"ambiguous""#, ""),
    ] {
      let review = Review(
        question: question, looked: try Instant(rfc3339: "2026-11-23T09:00:00Z"),
        proposal: outcome, finding: "seen")
      let text = #"{"finding":"seen",\#(looked)\#(before),\#(asked)\#(after)}"#
      #expect(written(.review(review)) == text)
      let members = #""finding":"seen",\#(looked)\#(before)\#(after)"#
      guard case .review(let read) = try body(.review, members) else {
        Issue.record("no review")
        continue
      }
      #expect(read == review)
    }
    #expect(try refusal(.review, #""finding":"seen""#) == .member("looked"))
    #expect(try refusal(.review, looked) == .member("finding"))
    let through = #""finding":"seen",\#(looked),"through":"2026-11-22""#
    #expect(try refusal(.review, through) == .unknownMember("through"))
  }

  @Test("A snooze without a day ends the one before")
  func snoozes() throws {
    let text = #""reason":"vote put off","until":"2026-12-01""#
    #expect(written(try body(.snooze, text)) == "{\(asked),\(text)}")
    #expect(written(try body(.snooze, "")) == "{\(asked)}")
    #expect(try refusal(.snooze, #""until":"2026-02-30""#) == .member("until"))
  }
}
