import Foundation
import TestSupport
import Testing

/// Channels that do not take what they are handed.
struct ChannelFaultTests {
  private let folder: TemporaryFolder
  private let machine: Machine
  private let hook: NotedProgram

  init() throws {
    folder = try TemporaryFolder()
    machine = try Machine(folder.file("ledger.db").path)
    hook = try NotedProgram()
    try machine.augury("init", "--zone", "UTC")
    try machine.augury("channels", "add", "command", "--name", "hook", "--", hook.path)
    try machine.augury("tick")
  }

  @Test("A failure that stays is told once, keeps what waits, and is over when a test goes well")
  func lasting() throws {
    try hook.end("echo 'no such user' >&2; exit 67")
    _ = try machine.ask("It snows")
    let first = try machine.run("tick")
    #expect(first.status == 75 && first.errorText.contains("no such user"))
    _ = try machine.ask("It rains")
    let second = try machine.run("tick")
    #expect(second.status == 0 && second.errorText.isEmpty)
    #expect(try hook.runs.count == 1)
    let held = try machine.channel("hook")
    #expect(held["waiting"] as? Int == 2 && held["held"] as? Bool == true)
    #expect(held["next"] is NSNull && held["waiting_since"] is String)

    #expect(try machine.run("channels", "test", "hook").status == 65)
    #expect(try machine.channel("hook")["held"] as? Bool == true)
    try hook.end("exit 0")
    try machine.augury("channels", "test", "hook")
    try machine.augury("tick")
    // The one that failed, two tests, and one digest of both notices.
    #expect(try hook.runs.count == 4)
    #expect(try hook.runs.last?.contains("It snows") == true)
    #expect(try hook.runs.last?.contains("It rains") == true)
    #expect(try machine.channel("hook")["waiting"] as? Int == 0)
  }

  @Test("A calendar is written again after a month in which nothing happened")
  func monthOld() throws {
    let calendar = folder.file("agenda.ics")
    try machine.augury("channels", "add", "ics", "--file", calendar.path)
    _ = try machine.ask("It snows", by: "2097-01-10")
    try machine.augury("tick")
    func age(days: Double) throws {
      let date = Date(timeIntervalSinceNow: -days * 86_400)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: calendar.path)
    }
    func isOld() throws -> Bool {
      let found = try FileManager.default.attributesOfItem(atPath: calendar.path)
      let date = try #require(found[.modificationDate] as? Date)
      return date.timeIntervalSinceNow < -86_400
    }
    try age(days: 29)
    try machine.augury("tick")
    #expect(try isOld())
    try age(days: 31)
    try machine.augury("tick")
    #expect(try !isOld())
  }

  @Test("A calendar that cannot be written is told once, and is there when it has been put right")
  func file() throws {
    let calendar = folder.url.appending(path: "gone/agenda.ics")
    try folder.makeFolder("gone")
    try machine.augury("channels", "add", "ics", "--file", calendar.path)
    try FileManager.default.removeItem(at: calendar.deletingLastPathComponent())
    let first = try machine.run("tick")
    #expect(first.status == 75 && first.errorText.contains("channels test"))
    let second = try machine.run("tick")
    #expect(second.status == 0 && second.errorText.isEmpty)
    #expect(try machine.channel("ics")["held"] as? Bool == true)
    _ = try machine.ask("It snows")
    try machine.augury("tick")
    try folder.makeFolder("gone")
    try machine.augury("channels", "test", "ics")
    try machine.augury("tick")
    #expect(try String(contentsOf: calendar, encoding: .utf8).contains("It snows"))
    #expect(try machine.channel("ics")["last_failure"] is NSNull)
  }

  @Test("A channel that is dropped and added again is used again, and gets what waits")
  func addedAgain() throws {
    try hook.end("exit 67")
    _ = try machine.ask("It snows")
    _ = try machine.run("tick")
    try hook.end("exit 0")
    try machine.augury("channels", "drop", "hook")
    try machine.augury("channels", "add", "command", "--name", "hook", "--", hook.path)
    try machine.augury("tick")
    #expect(try hook.runs.count == 2)
  }

  @Test("A failure that may pass is listed with what waits, its reason and the next try")
  func passing() throws {
    try hook.end("echo 'no connection' >&2; exit 75")
    _ = try machine.ask("It snows")
    #expect(try machine.run("tick").status == 75)
    let channel = try machine.channel("hook")
    #expect(channel["waiting"] as? Int == 1 && channel["held"] as? Bool == false)
    #expect((channel["last_failure"] as? String)?.contains("no connection") == true)
    let failed = try #require(channel["failed_at"] as? String)
    let next = try #require(channel["next"] as? String)
    #expect(next > failed)
    let table = try machine.augury("channels", "list")
    #expect(table.contains("no connection") && table.contains("1 since"))
  }
}
