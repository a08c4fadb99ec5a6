import Augury
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("The page on rules")
struct RulePageTests {
  private let bench: RuleBench
  private let lines: [String]

  init() throws {
    bench = try RuleBench()
    lines = try PackageRoot.text(of: "Docs/Rules.md").lines
  }

  /// The lines of the first fenced block of a kind, and of the finding that follows it.
  private func example(_ kind: String) throws -> (block: String, finding: String) {
    let start = try #require(lines.firstIndex(of: "```\(kind)"))
    let block = lines[(start + 1)...].prefix { $0 != "```" }
    let told = try #require(lines[start...].firstIndex(of: "```finding"))
    return (block.joined(separator: "\n") + "\n", lines[told + 1])
  }

  private func look(_ place: RulePlace, _ test: RuleTest) throws -> String {
    let report = try bench.runner.look(
      Rule(place: place, test: test), try RuleTesting.question(),
      at: try RuleTesting.noon("2026-11-20"))
    guard case .decided(.happened, _, let words) = report.finding else { return "" }
    return "yes: \(words)"
  }

  @Test("Its table is read as it says")
  func table() throws {
    let (block, finding) = try example("csv")
    let path = try bench.write(block, to: "closes.csv")
    #expect(try look(.file(path), try RuleTesting.value()) == finding)
  }

  @Test("Its program answers as it says")
  func program() throws {
    let (block, finding) = try example("bash")
    let path = try bench.write(block, to: "check", isProgram: true)
    #expect(try look(.command([path]), .answer) == finding)
  }

  @Test("What a program is told is what it says")
  func request() throws {
    let start = try #require(lines.firstIndex(of: "```json"))
    let program = try bench.write("#!/bin/bash\ncat > \"$0.in\"\n", to: "check", isProgram: true)
    _ = bench.fault {
      try bench.runner.look(
        Rule(place: .command([program]), test: .answer), try RuleTesting.question(),
        at: try RuleTesting.noon("2026-11-20"))
    }
    let told = try String(contentsOf: bench.folder.file("check.in"), encoding: .utf8)
    #expect(told == lines[start + 1] + "\n")
  }
}
