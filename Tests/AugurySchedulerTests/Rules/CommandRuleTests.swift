import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Rules that ask a program", .serialized)
struct CommandRuleTests {
  private let bench: RuleBench

  init() throws { bench = try RuleBench() }

  private func ask(
    _ script: String, _ question: RuleQuestion? = nil, on day: String = "2026-11-20",
    seconds: Int = 20
  ) throws -> RuleReport {
    var runner = bench.runner
    runner.commandSeconds = seconds
    let program = try bench.write("#!/bin/bash\n" + script, to: "check", isProgram: true)
    return try runner.look(
      Rule(place: .command([program, "a b", "$HOME"]), test: .answer),
      try question ?? RuleTesting.question(), at: try RuleTesting.noon(day))
  }

  private func answer(
    _ answer: String, _ question: RuleQuestion? = nil, on day: String = "2026-11-20"
  ) throws -> RuleReport {
    try ask("cat <<'END'\n\(answer)\nEND\n", question, on: day)
  }

  @Test("The program gets its arguments as they are and the question as JSON")
  func request() throws {
    let report = try ask(
      """
      input=$(cat); printf '%s' "$input" > "$0.in"
      printf '{"outcome": null, "finding": "%s|%s"}' "$1" "$2"
      """)
    #expect(report.finding == .nothing(words: "a b|$HOME"))
    let input = try String(contentsOf: bench.folder.file("check.in"), encoding: .utf8)
    #expect(
      input
        == #"{"id":"q0000000000000001","text":"It closes above 5000","kind":"binary","deadline":"#
        + #""2026-11-30","zone":"UTC","opened":"2026-11-01","looked":"2026-11-20T12:00:00Z"}"#)
  }

  @Test("A yes is of the day it names, with its evidence and the answer itself kept")
  func yes() throws {
    let report = try answer(
      """
      {"outcome": "yes", "on": "2026-11-18", "known": "2026-11-19", "finding": "It closed\\n at 5003.",
       "evidence": ["https://example.org/closes"]}
      """)
    #expect(
      report.finding
        == .decided(
          .happened(try RuleTesting.day("2026-11-18")), known: try RuleTesting.day("2026-11-19"),
          words: "It closed at 5003."))
    guard report.evidence.count == 2, case .document(let document) = report.evidence[1] else {
      Issue.record("\(report.evidence)")
      return
    }
    #expect(report.evidence[0] == .url("https://example.org/closes"))
    #expect(document.name == "check.json")
    #expect(bench.runner.archive?.fault(document.sha256) == nil)
  }

  @Test("Outcomes of every kind are taken as `augury resolve` takes them")
  func kinds() throws {
    let options = try RuleTesting.question(.categorical, options: ["Left", "Right"])
    let cases: [(String, RuleQuestion, Outcome)] = [
      ("\"Left\"", options, .option("Left")), ("\"ambiguous\"", options, .ambiguous),
      ("5001.5", try RuleTesting.question(.numeric), .number(try DecimalText(parsing: "5001.5"))),
      ("\"5e3\"", try RuleTesting.question(.numeric), .number(try DecimalText(parsing: "5e3"))),
      ("\"2026-11-03\"", try RuleTesting.question(.date), .date(try RuleTesting.day("2026-11-03"))),
      ("\"never\"", try RuleTesting.question(), .cannotHappen),
      ("\"yes\"", try RuleTesting.question(), .happened(try RuleTesting.day("2026-11-20"))),
    ]
    for (word, question, outcome) in cases {
      let report = try answer("{\"outcome\": \(word), \"finding\": \"x\"}", question)
      #expect(report.finding == .decided(outcome, words: "x"), "\(word)")
    }
    let unknown = try answer(#"{"outcome": "yes", "on": "unknown", "finding": "x"}"#)
    #expect(unknown.finding == .decided(.happened(nil), words: "x"))
    let none = try answer(#"{"outcome": null, "finding": "x", "evidence": ["https://a.example/"]}"#)
    #expect(none.finding == .evidence(words: "x"))
  }

  @Test("A no is taken only once the deadline has passed")
  func no() throws {
    let no = #"{"outcome": "no", "finding": "x"}"#
    let fault = try #require(bench.fault { try answer(no, on: "2026-11-30") })
    #expect(fault.what.contains("no through 2026-11-30, before the deadline"))
    let late = try answer(no, on: "2026-12-01")
    #expect(
      late.finding
        == .decided(.notSeen(through: try RuleTesting.day("2026-11-30")), words: "x"))
    let early = #"{"outcome": "no", "through": "2026-11-29", "finding": "x"}"#
    #expect(bench.fault { try answer(early, on: "2026-12-05") } != nil)
    let open = try RuleTesting.question(deadline: nil)
    #expect(bench.fault { try answer(no, open) } != nil)
    #expect(try answer(early, open, on: "2026-12-05").finding.words == "x")
    #expect(bench.fault { try answer(early, open, on: "2026-11-29") } != nil)
  }

  @Test(
    "What cannot be taken is refused with the reason",
    arguments: [
      ("", "ends too early"), ("yes", "may stand"), ("[]", "not a JSON object"),
      (#"{"outcome": "yes"}"#, "no “finding”"), (#"{"outcome": "yes", "finding": " "}"#, "finding"),
      (#"{"finding": "x"}"#, "no “outcome”"),
      (#"{"outcome": "yes", "finding": "x", "confidence": 1}"#, "member “confidence”"),
      (#"{"outcome": "yes", "outcome": "no", "finding": "x"}"#, "two members"),
      (#"{"outcome": "yes", "finding": "x"} and more"#, "goes on"),
      (#"{"outcome": "probably", "finding": "x"}"#, "“probably” is no outcome"),
      (#"{"outcome": "annulled", "finding": "x"}"#, "“annulled” is no outcome"),
      (#"{"outcome": true, "finding": "x"}"#, "neither a text"),
      (#"{"outcome": "yes", "on": "2026-11-21", "finding": "x"}"#, "2026-11-21 has not come yet"),
      (#"{"outcome": "yes", "known": "2027-01-01", "finding": "x"}"#, "has not come yet"),
      (#"{"outcome": "yes", "on": "yesterday", "finding": "x"}"#, "not a day"),
      (#"{"outcome": "yes", "on": 20261101, "finding": "x"}"#, "“on” is not a text"),
      (#"{"outcome": "never", "on": "2026-11-01", "finding": "x"}"#, "“on” goes with yes"),
      (#"{"outcome": "yes", "through": "2026-11-01", "finding": "x"}"#, "“through” goes with no"),
      (#"{"outcome": null, "on": "2026-11-01", "finding": "x"}"#, "without an outcome"),
      (#"{"outcome": "yes", "finding": "x", "evidence": "https://a.example"}"#, "not a list"),
      (#"{"outcome": "yes", "finding": "x", "evidence": ["file:///etc/passwd"]}"#, "no http"),
    ])
  func lies(text: String, words: String) throws {
    let fault = try #require(bench.fault { try answer(text) })
    guard case .wrongAnswer = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(fault.what.contains(words), "\(fault.what)")
    #expect(!fault.isPassing)
  }

  @Test("A yes after the deadline has to name its day")
  func lateYes() throws {
    #expect(
      bench.fault { try answer(#"{"outcome": "yes", "finding": "x"}"#, on: "2026-12-01") } != nil)
  }

  @Test("A program that fails, hangs, floods or is not there is told with its reason")
  func failures() throws {
    let failed = try #require(
      bench.fault { try ask("echo; echo 'no key' >&2; echo more >&2; exit 3") })
    #expect(failed.what.hasSuffix("/check\" ended with status 3: no key"))
    #expect(failed.isPassing)
    let killed = try #require(bench.fault { try ask("kill -9 $$") })
    #expect(killed.what.hasSuffix("was ended by signal 9 without a word."))
    let start = ContinuousClock.now
    let slow = try #require(bench.fault { try ask("sleep 60", seconds: 1) })
    #expect(slow.what.contains("took longer than 1 second"))
    #expect(ContinuousClock.now - start < .seconds(20))
    let flood = try #require(bench.fault { try ask("yes") })
    #expect(flood.what.contains("wrote more than 1000000 bytes"))
    let missing = bench.fault {
      try bench.runner.look(
        Rule(place: .command(["/nonexistent/check"]), test: .answer), try RuleTesting.question(),
        at: try RuleTesting.noon("2026-11-20"))
    }
    #expect(missing?.kind == .notFound)
  }

  @Test("A lying status is not asked for its answer")
  func lyingStatus() throws {
    let fault = bench.fault {
      try ask(#"echo '{"outcome": "yes", "finding": "x"}'; exit 1"#)
    }
    #expect(fault?.what.contains("ended with status 1") == true)
  }
}
