import Foundation
import TestSupport
import Testing

/// A ledger that comes from elsewhere does nothing on this machine that was not approved here.
struct ApprovalTests {
  private let folder: TemporaryFolder
  private let theirs: Machine
  private let program: NotedProgram

  init() throws {
    folder = try TemporaryFolder()
    theirs = try Machine(folder.file("theirs.db").path)
    program = try NotedProgram()
    try program.end(#"echo '{"outcome": null, "finding": "no ice yet"}'"#)
    try theirs.augury("init", "--zone", "UTC")
  }

  /// Another user, with a copy of the ledger by one of the ways in which it may come.
  private func copy(_ way: String) throws -> Machine {
    let ours = try Machine(folder.file("ours-\(way).db").path)
    switch way {
    case "file":
      try FileManager.default.copyItem(atPath: theirs.ledger, toPath: ours.ledger)
    case "backup":
      try theirs.augury("backup", folder.file("backup.db").path)
      let told = try ours.augury("restore", folder.file("backup.db").path)
      #expect(told.contains("not approved on this machine yet"))
    default:
      let records = folder.file("records.jsonl")
      try Data(theirs.augury("export").utf8).write(to: records)
      let told = try ours.augury("import", records.path)
      #expect(told.contains("not approved on this machine yet: 1 rule (augury rules list)\n"))
    }
    return ours
  }

  @Test(
    "A rule that came with a file runs no program before it is approved here",
    arguments: ["file", "backup", "records"])
  func programs(_ way: String) throws {
    let question = try theirs.ask("The lake freezes over", by: "2099-12-31")
    try theirs.augury("rules", "set", question, "--command", "--", program.path, "Lake Inari")
    let ours = try copy(way)
    try theirs.augury("tick")
    #expect(try program.runs.count == 1)

    let first = try ours.run("tick")
    #expect(first.status == 0 && first.errorText.contains("was not approved on this machine"))
    #expect(try ours.run("tick").errorText.isEmpty)
    #expect(try ours.run("rules", "test", question).status == 65)
    #expect(try ours.augury("rules", "list").contains("not approved"))
    #expect(try program.runs.count == 1)

    try ours.augury("rules", "approve", question)
    #expect(try ours.run("tick").errorText.isEmpty)
    #expect(try program.runs.count == 2)
    #expect(try !ours.augury("rules", "list").contains("not approved"))
  }

  @Test("Approved is what was typed: another argument is another program")
  func exactWords() throws {
    let question = try theirs.ask("The lake freezes over", by: "2099-12-31")
    let ours = try Machine(theirs.ledger)
    try ours.augury("rules", "set", question, "--command", "--", program.path, "Lake Inari")
    try theirs.augury("rules", "set", question, "--command", "--", program.path, "Lake Como")
    #expect(try ours.run("rules", "test", question).status == 65)
    #expect(try theirs.run("rules", "test", question).status == 0)
  }

  @Test("An automatic rule that came with a file proposes, and records once it is approved here")
  func automatic() throws {
    let data = folder.file("lake.json")
    try Data(#"{"ice": 12}"#.utf8).write(to: data)
    let question = try theirs.ask("The lake freezes over", by: "2099-12-31")
    try theirs.augury(
      "rules", "set", question, "--file", data.path, "--json", "--value", "ice", "--at-least",
      "10", "--auto")
    let ours = try copy("file")
    func isResolved(_ machine: Machine) throws -> Bool {
      try machine.augury("tick")
      return try machine.augury("list", "--status", "resolved").contains("lake")
    }
    #expect(try isResolved(theirs))
    #expect(try !isResolved(ours))
    #expect(try ours.augury("due", "--no-input").contains("proposed: yes"))
    try ours.augury("rules", "approve", question)
    #expect(try isResolved(ours))
  }

  @Test(
    "A channel that came with a file writes no file and runs no program before it is approved here")
  func channels() throws {
    let calendar = folder.file("agenda.ics").path
    try theirs.augury("channels", "add", "command", "--name", "hook", "--", program.path)
    try theirs.augury("channels", "add", "ics", "--file", calendar)
    let ours = try copy("backup")
    let first = try ours.run("tick")
    #expect(first.errorText.contains("ics") && first.errorText.contains("channels approve"))
    _ = try ours.ask("It snows")
    let second = try ours.run("tick")
    #expect(second.errorText.contains("hook") && !second.errorText.contains("ics"))
    #expect(try !ours.run("tick").errorText.contains("approve"))
    #expect(try ours.run("channels", "test", "hook").status == 65)
    #expect(try program.runs.isEmpty && !FileManager.default.fileExists(atPath: calendar))
    #expect(try ours.channel("hook")["waiting"] as? Int == 1)
    #expect(try ours.channel("hook")["approved"] as? Bool == false)

    try ours.augury("channels", "approve", "hook")
    try ours.augury("channels", "approve", "ics")
    try ours.augury("tick")
    #expect(try program.runs.count == 1 && FileManager.default.fileExists(atPath: calendar))
    #expect(try ours.channel("hook")["waiting"] as? Int == 0)
  }

  @Test("An approval is for its user alone, and one that others could have written does not count")
  func permissions() throws {
    let question = try theirs.ask("The lake freezes over", by: "2099-12-31")
    try theirs.augury("rules", "set", question, "--command", "--", program.path)
    let approved = theirs.home.file(".local/state/augury/approved").path
    let names = try FileManager.default.contentsOfDirectory(atPath: approved)
    let file = approved + "/" + (try #require(names.first))
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(names.count == 1 && mode == 0o600)
    #expect(try theirs.run("rules", "test", question).status == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o620], ofItemAtPath: file)
    #expect(try theirs.run("rules", "test", question).status == 65)
  }
}
