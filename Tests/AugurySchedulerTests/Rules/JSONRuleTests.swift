import Augury
import AuguryScheduler
import TestSupport
import Testing

@Suite("Rules that read JSON, or one number")
struct JSONRuleTests {
  private let bench: RuleBench

  init() throws { bench = try RuleBench() }

  private func look(_ text: String, _ test: RuleTest, on day: String = "2026-11-20") throws
    -> RuleReport
  {
    let path = try bench.write(text, to: "data.json")
    return try bench.runner.look(
      Rule(place: .file(path), test: test), try RuleTesting.question(),
      at: try RuleTesting.noon(day))
  }

  private func yes(_ day: String, _ report: RuleReport) throws -> Bool {
    if case .decided(.happened(try RuleTesting.day(day)), _, _) = report.finding {
      true
    } else {
      false
    }
  }

  @Test("Records and their members are found by paths with dots, and places in lists")
  func paths() throws {
    let text = """
      {"data": [{"series": [
        {"at": {"day": "2026-11-03"}, "prices": [1, 4999.5]},
        {"at": {"day": "2026-11-04"}, "prices": [1, "5000.25"]}]}]}
      """
    let test = try RuleTesting.value(
      .json, rows: "data.0.series", value: "prices.1", date: "at.day")
    let report = try look(text, test)
    #expect(try yes("2026-11-04", report))
    #expect(report.finding.words == "prices.1 was 5000.25 on 2026-11-04, above 5000 (record 2).")
  }

  @Test(
    "What is not there or not of its kind is refused with the record",
    arguments: [
      ("{}", "there is nothing at “rows”"), ("{\"rows\": 5}", "is not a list"),
      ("{\"rows\": [{\"day\": \"2026-11-03\"}]}", "record 1 has no “close”"),
      (
        "{\"rows\": [{\"day\": \"2026-11-03\", \"close\": 1}, {\"close\": 1}]}",
        "record 2 has no “day”"
      ),
      ("{\"rows\": [{\"day\": 20261103, \"close\": 1}]}", "“20261103” is not a day"),
      ("{\"rows\": [{\"day\": \"2026-11-03\", \"close\": null}]}", "neither a number nor a text"),
      ("{\"rows\": [{\"day\": \"2026-11-03\", \"close\": \"n/a\"}]}", "record 1: “n/a”"),
      ("{\"rows\": [{\"day\": \"2026-11-03\", \"close\": NaN}]}", "line 1, column 42"),
      ("{\"rows\": [", "ends too early"), ("", "ends too early"),
      ("{\"rows\": [], \"rows\": []}", "two members"),
    ])
  func malformed(text: String, words: String) throws {
    let test = try RuleTesting.value(.json, rows: "rows")
    let fault = try #require(bench.fault { try look(text, test) })
    guard case .malformed = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(fault.what.contains(words), "\(fault.what)")
  }

  @Test("One number is of the day it was read, and never answers no")
  func oneNumber() throws {
    let test = try RuleTesting.value(.json, value: "close", date: nil)
    #expect(try yes("2026-11-20", look("{\"close\": 5001}", test)))
    #expect(
      try look("[{\"close\": 4000}]", test).finding
        == .nothing(words: "close was 4000 on 2026-11-20, not above 5000."))
    for number in [4000, 6000] {
      #expect(
        try look("{\"close\": \(number)}", test, on: "2026-12-24").finding
          == .nothing(words: "close was \(number) on 2026-12-24, a day that does not count."))
    }
    #expect(bench.fault { try look("[{\"close\": 1}, {\"close\": 2}]", test) } != nil)
    #expect(bench.fault { try look("[]", test) } != nil)
  }
}
