import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import TestSupport
import Testing

/// What tests of rules start from: a question opened on 1 November 2026, due at the end of it.
enum RuleTesting {
  static let opened = "2026-11-01"
  static let deadline = "2026-11-30"

  static func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

  static func question(
    _ kind: QuestionKind = .binary, deadline: String? = RuleTesting.deadline,
    options: [String] = [], opened: String = RuleTesting.opened, zone: ZoneRules = .utc
  ) throws -> RuleQuestion {
    let id = try #require(Identifier("q0000000000000001"))
    let last = try deadline.map { try day($0) }
    return RuleQuestion(
      Question(
        id: id, kind: kind, text: "It closes above 5000",
        deadline: last.map { Deadline(day: $0) }, options: options),
      deadline: last, zone: zone, opened: try day(opened))
  }

  /// Noon of a day in UTC.
  static func noon(_ day: String) throws -> Instant { try Instant(rfc3339: "\(day)T12:00:00Z") }

  static func value(
    _ form: RuleForm = .csv, rows: String? = nil, value: String = "close", date: String? = "day",
    _ comparison: RuleComparison = .above, _ threshold: String = "5000"
  ) throws -> RuleTest {
    .value(
      RuleValue(
        form: form, rows: rows, value: value, date: date, comparison: comparison,
        threshold: try DecimalText(parsing: threshold)))
  }
}

/// A folder with sources, and a runner that keeps evidence in it.
struct RuleBench {
  let folder: TemporaryFolder
  var runner: RuleRunner

  init(fetcher: String = "/nonexistent/augury-fetch", allowed: [String] = []) throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("scratch")
    runner = RuleRunner(
      fetcher: fetcher, allowed: allowed, scratch: folder.file("scratch").path,
      archive: Archive(of: folder.file("ledger.db").path), isApproved: { _ in true })
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String, isProgram: Bool = false) throws -> String {
    try write(Array(text.utf8), to: name, isProgram: isProgram)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String, isProgram: Bool = false) throws -> String {
    let file = folder.file(name)
    try Data(bytes).write(to: file)
    if isProgram {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
    return file.path
  }

  /// Looks at a table written as CSV under the columns `day,close`.
  func look(
    _ rows: String, on day: String, deadline: String? = RuleTesting.deadline,
    opened: String = RuleTesting.opened, memory: RuleMemory? = nil, _ test: RuleTest? = nil
  ) throws -> RuleReport {
    let path = try write("day,close\n" + rows, to: "closes.csv")
    let question = try RuleTesting.question(deadline: deadline, opened: opened)
    return try runner.look(
      Rule(place: .file(path), test: try test ?? RuleTesting.value()), question,
      at: try RuleTesting.noon(day), memory: memory)
  }

  /// The words of the error that a look ends with.
  func fault(_ look: () throws -> RuleReport) -> RuleError? {
    do {
      _ = try look()
      return nil
    } catch {
      return error as? RuleError
    }
  }

  /// What is left in the folder for files of the moment.
  var leftovers: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.file("scratch").path)) ?? []
  }
}
