import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Rules that compare a number for each day")
struct ValueRuleTests {
  private let bench: RuleBench

  init() throws { bench = try RuleBench() }

  private func decided(_ report: RuleReport) -> Outcome? {
    if case .decided(let outcome, _, _) = report.finding { outcome } else { nil }
  }

  @Test("The first day that meets the comparison decides, whatever the order of the rows")
  func firstDay() throws {
    let report = try bench.look(
      "2026-11-12,5003\n2026-11-10,5001.5\n2026-11-09,4999\n", on: "2026-11-20")
    #expect(decided(report) == .happened(try RuleTesting.day("2026-11-10")))
    #expect(
      report.finding.words == "close was 5001.5 on 2026-11-10, above 5000 (line 3, column 12).")
  }

  @Test("Days before the opening and after the deadline do not count, the days themselves do")
  func window() throws {
    let outside = "2026-10-31,9000\n2026-11-15,1\n2026-12-01,9000\n"
    let report = try bench.look(outside, on: "2026-12-02")
    #expect(decided(report) == .notSeen(through: try RuleTesting.day("2026-11-30")))
    for day in ["2026-11-01", "2026-11-30"] {
      let report = try bench.look("2026-10-31,1\n\(day),5000.01\n", on: "2026-12-02")
      #expect(decided(report) == .happened(try RuleTesting.day(day)))
    }
  }

  @Test("Each comparison is exact, also where doubles are not")
  func comparisons() throws {
    let cases: [(RuleComparison, String, Bool)] = [
      (.above, "5000", false), (.above, "5000.0000000001", true), (.atLeast, "5000.0", true),
      (.atLeast, "4999.999", false), (.below, "4999.999", true), (.below, "5000", false),
      (.atMost, "5e3", true), (.atMost, "5000.1", false), (.equals, "5000.00", true),
      (.equals, "-5000", false),
    ]
    for (comparison, number, meets) in cases {
      let report = try bench.look(
        "2026-11-05,\(number)\n", on: "2026-11-06", try RuleTesting.value(.csv, comparison))
      #expect((decided(report) != nil) == meets, "\(number) \(comparison)")
    }
    let near = try RuleTesting.value(.csv, .above, "0.10000000000000001")
    let report = try bench.look("2026-11-05,0.10000000000000002\n", on: "2026-11-06", near)
    #expect(decided(report) != nil)
    let negative = try RuleTesting.value(.csv, .above, "-0.10000000000000002")
    let other = try bench.look("2026-11-05,-0.10000000000000001\n", on: "2026-11-06", negative)
    #expect(decided(other) != nil)
  }

  @Test("A no needs the deadline to have passed and the data to reach it")
  func deadline() throws {
    let full = "2026-10-30,1\n2026-11-30,1\n"
    #expect(decided(try bench.look(full, on: "2026-11-30")) == nil)
    #expect(
      decided(try bench.look(full, on: "2026-12-01"))
        == .notSeen(through: try RuleTesting.day("2026-11-30")))
    let short = "2026-10-30,1\n2026-11-27,1\n"
    let early = try bench.look(short, on: "2026-12-07")
    #expect(
      early.finding
        == .nothing(words: "The data end on 2026-11-27, before the deadline, 2026-11-30."))
    #expect(early.evidence.isEmpty)
    #expect(
      bench.fault { try bench.look(short, on: "2026-12-08") }
        == .late(
          end: try RuleTesting.day("2026-11-27"), deadline: try RuleTesting.day("2026-11-30")))
  }

  @Test("The deadline passes by the clocks of the question's zone")
  func zone() throws {
    let apia = ZoneRules(name: "Far", transitions: [], initialOffset: -10 * 3600, footer: nil)
    let question = try RuleTesting.question(zone: apia)
    let path = try bench.write("day,close\n2026-10-01,1\n2026-11-30,1\n", to: "far.csv")
    let rule = Rule(place: .file(path), test: try RuleTesting.value())
    let before = try Instant(rfc3339: "2026-12-01T09:59:59Z")
    #expect(decided(try bench.runner.look(rule, question, at: before)) == nil)
    let after = try Instant(rfc3339: "2026-12-01T10:00:00Z")
    #expect(decided(try bench.runner.look(rule, question, at: after)) != nil)
  }

  @Test("Data that begin after the opening prove no absence")
  func beginsLate() throws {
    let report = try bench.look("2026-11-20,1\n2026-12-03,1\n", on: "2026-12-04")
    guard case .evidence(let words) = report.finding else {
      Issue.record("\(report.finding)")
      return
    }
    #expect(words.contains("2026-11-20 through 2026-11-30"))
    #expect(words.contains("opened on 2026-11-01"))
  }

  @Test("Days that a source no longer shows still count when they were seen before")
  func rolling() throws {
    let first = try bench.look("2026-10-30,1\n2026-11-16,1\n", on: "2026-11-16")
    let second = try bench.look(
      "2026-11-16,1\n2026-12-01,1\n", on: "2026-12-01", memory: first.memory)
    #expect(decided(second) == .notSeen(through: try RuleTesting.day("2026-11-30")))
    // Two readings that do not meet leave days that nobody saw.
    let gap = try bench.look("2026-11-18,1\n2026-12-01,1\n", on: "2026-12-01", memory: first.memory)
    #expect(decided(gap) == nil)
  }

  @Test("A rewritten past is reported with the first day and both numbers, and proposes nothing")
  func changed() throws {
    let first = try bench.look("2026-11-02,10\n2026-11-03,11\n2026-11-04,12\n", on: "2026-11-05")
    let memory = try #require(first.memory)
    let same = "2026-11-02,10.0\n2026-11-03,11\n2026-11-04,12\n"
    _ = try bench.look(same + "2026-11-05,9\n", on: "2026-11-05", memory: memory)
    let other = "2026-11-02,10\n2026-11-03,5001\n2026-11-04,5002\n"
    let fault = try #require(
      bench.fault { try bench.look(other, on: "2026-11-05", memory: memory) })
    #expect(
      fault == .changed(day: try RuleTesting.day("2026-11-03"), before: "11", now: "5001"))
    #expect(fault.what == "The source now says 5001 for 2026-11-03; it had said 11.")
    #expect(
      bench.fault { try bench.look("2026-11-02,10\n", on: "2026-11-05", memory: memory) }
        == .changed(day: try RuleTesting.day("2026-11-03"), before: "11", now: nil))
    #expect(
      bench.fault { try bench.look("", on: "2026-11-05", memory: memory) }
        == .changed(day: try RuleTesting.day("2026-11-02"), before: "10", now: nil))
  }

  @Test("A deadline that was moved earlier is no rewritten past")
  func movedDeadline() throws {
    let rows = "2026-10-30,1\n2026-11-10,1\n2026-11-20,5\n"
    let first = try bench.look(rows, on: "2026-11-21")
    let second = try bench.look(
      rows, on: "2026-11-21", deadline: "2026-11-15", memory: first.memory)
    #expect(decided(second) == .notSeen(through: try RuleTesting.day("2026-11-15")))
  }

  @Test("A memory survives as text")
  func memoryText() throws {
    let report = try bench.look("2026-10-30,1\n2026-11-04,12.50\n2026-11-02,-3\n", on: "2026-11-05")
    let memory = try #require(report.memory)
    #expect(memory.text == "2026-10-30 2026-11-04\n2026-11-02 -3\n2026-11-04 12.5\n")
    #expect(RuleMemory(text: memory.text) == memory)
    for text in ["", "x", "2026-11-01", "2026-11-01 2026-11-02\n2026-11-31 4"] {
      #expect(RuleMemory(text: text) == nil)
    }
  }

  @Test(
    "What is not plainly a number or a day is refused with its place",
    arguments: [
      ("2026-11-05,\"5,000\"\n", "line 2, column 12"), ("2026-11-05,NaN\n", "line 2, column 12"),
      ("2026-11-05,inf\n", "line 2, column 12"), ("2026-11-05,0x1p9\n", "line 2, column 12"),
      ("2026-11-05,\n", "line 2, column 12"), ("2026-11-05,n/a\n", "line 2, column 12"),
      ("2026-11-05,70%\n", "line 2, column 12"), ("5 November,1\n", "line 2, column 1"),
      ("2026-11-31,1\n", "line 2, column 1"), ("2026-11-05T00:00:00,1\n", "line 2, column 1"),
      ("2026-11-04,1\n\"2026-11-05\",1,2\n", "3, column 16"), (",1\n", "line 2, column 1"),
      ("2026-11-05,1\n2026-11-05,2\n", "line 3, column 12: 2026-11-05 comes again"),
      ("2027-01-01,9000\n", "2027-01-01 has not come yet"),
    ])
  func malformed(rows: String, place: String) throws {
    let fault = try #require(bench.fault { try bench.look(rows, on: "2026-11-20") })
    guard case .malformed = fault else {
      Issue.record("\(fault)")
      return
    }
    #expect(fault.what.contains(place), "\(fault.what)")
    #expect(fault.isPassing)
  }

  @Test("Numbers on days that do not count are not read, their days are")
  func outside() throws {
    let report = try bench.look("2026-10-30,n/a\n2026-11-05,5001\n", on: "2026-11-20")
    #expect(decided(report) != nil)
    #expect(bench.fault { try bench.look("long ago,1\n", on: "2026-11-20") } != nil)
  }

  @Test("A column that vanished is named, with those that are there")
  func column() throws {
    let test = try RuleTesting.value(value: "Price")
    let fault = bench.fault { try bench.look("2026-11-05,1\n", on: "2026-11-06", test) }
    #expect(fault?.what.contains("there is no column “Price”, only “day”, “close”") == true)
    let shouted = try RuleTesting.value(value: "CLOSE")
    #expect(decided(try bench.look("2026-11-05,5001\n", on: "2026-11-06", shouted)) != nil)
  }

  @Test("A question without a deadline can be decided, but never in the negative")
  func noDeadline() throws {
    let low = try bench.look("2026-10-01,1\n2026-11-05,1\n", on: "2030-01-01", deadline: nil)
    #expect(
      low.finding == .nothing(words: "No close above 5000 so far; the data end on 2026-11-05."))
    #expect(decided(try bench.look("2026-11-05,5001\n", on: "2030-01-01", deadline: nil)) != nil)
  }

  @Test("A question that is not about yes or no is refused")
  func kind() throws {
    let path = try bench.write("day,close\n", to: "a.csv")
    let rule = Rule(place: .file(path), test: try RuleTesting.value())
    let fault = bench.fault {
      try bench.runner.look(
        rule, try RuleTesting.question(.numeric), at: try RuleTesting.noon("2026-11-05"))
    }
    guard case .unfit = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
    #expect(fault?.isPassing == false)
  }

  @Test("Evidence is kept under its hash, with what was found only")
  func evidence() throws {
    let report = try bench.look("2026-11-05,5001\n", on: "2026-11-06")
    guard case .document(let document)? = report.evidence.first, report.evidence.count == 1 else {
      Issue.record("\(report.evidence)")
      return
    }
    let kept = try Data(contentsOf: bench.folder.file("ledger.db.archive/\(document.sha256)"))
    #expect(String(decoding: kept, as: UTF8.self) == "day,close\n2026-11-05,5001\n")
    #expect(document.name == "closes.csv")
    #expect(bench.runner.archive?.fault(document.sha256) == nil)
    #expect(try bench.look("2026-11-05,1\n", on: "2026-11-06").evidence.isEmpty)
  }
}
