import Foundation
import TestSupport
import Testing

@Suite("Answers and arguments that are easily got wrong")
struct DueAnswerTests {
  private func machine() throws -> (Machine, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let machine = try Machine(folder.file("ledger.db").path)
    try machine.augury("init", "--zone", "UTC")
    return (machine, folder)
  }

  @Test("Where only a forecast's own time is over, a no is told through its last day")
  func windowIsOver() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else {
      return ReferenceData.skip("due on a terminal (Debian: bsdutils)")
    }
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    let question = try machine.ask("The dam opens", by: "2026-01-10")
    try machine.augury("amend", question, "--until", "2097-06-30")
    #expect(try machine.augury("due").contains("a forecast's own time is over, through 2026-01-10"))
    // An earlier day is no extension; then the no.
    let output = try machine.bash(#"printf 'e\n2097-01-05\nn\n' | script -qec "$0 due" /dev/null"#)
    #expect(output.text.contains("2097-01-05 is not after 2097-06-30."), "\(output.text)")
    #expect(output.text.contains("[n]o (through 2026-01-10)"), "\(output.text)")
    #expect(try machine.augury("show", question).contains("not seen through 2026-01-10"))
    #expect(try machine.augury("show", question).contains("2097-06-30"))
  }

  @Test("A no through an earlier day leaves a question open, and due when what is left has ended")
  func partlyAnswered() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else {
      return ReferenceData.skip("due on a terminal (Debian: bsdutils)")
    }
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    let open = try machine.ask("The dam opens", by: "2097-06-30")
    try machine.augury("resolve", open, "no", "--through", "2026-01-10")
    let listed = try machine.augury("list", "--status", "open")
    #expect(listed.contains("open, not seen through 2026-01-10  2097-06-30"), "\(listed)")
    #expect(try machine.augury("list", "--status", "resolved") == "No question fits.\n")

    // The deadline moved back; what was said before is still judged by the earlier one.
    let over = try machine.ask("The bridge closes", by: "2026-06-30")
    try machine.augury("amend", over, "--until", "2026-01-10")
    try machine.augury("resolve", over, "no", "--evidence", "https://example.org/bridge")
    let shown = try machine.augury("show", over)
    #expect(shown.contains("overdue, not seen through 2026-01-10"), "\(shown)")
    let output = try machine.bash(#"printf 'n\n' | script -qec "$0 due" /dev/null"#)
    #expect(output.text.contains("its time ended"), "\(output.text)")
    #expect(output.text.contains("no, not seen through 2026-06-30"), "\(output.text)")
    #expect(try machine.augury("due").contains("Nothing to decide."))
    #expect(try machine.augury("list", "--status", "resolved").contains("The bridge closes"))
  }

  @Test("A snooze takes a length of time")
  func snoozeForAWhile() throws {
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    let question = try machine.ask("The dam opens")
    try machine.augury("snooze", question, "2w")
    #expect(try machine.augury("due").contains("Nothing to decide."))
    let days = try machine.run("snooze", question, "6h")
    #expect(days.status == 65 && days.errorText.contains("\"6h\""), "\(days.errorText)")
  }

  @Test("A value that begins with a dash is named")
  func dashes() throws {
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    let question = try machine.ask("The dam opens")
    let grace = try machine.run("schedule", question, "--grace", "-5")
    #expect(grace.status == 64 && grace.errorText.contains("\"-5\" is not a grace."))
    let mail = try machine.run("channels", "add", "mail", "--to", "-oQ/tmp")
    #expect(mail.status == 64 && mail.errorText.contains("\"-oQ/tmp\" is not a mail address."))
  }

  @Test("A pass with nothing to tell is one JSON value as well")
  func nothingAsJSON() throws {
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    for _ in 0..<2 {
      #expect((try machine.json("tick")["notices"] as? [Any])?.isEmpty == true)
    }
    _ = try machine.ask("The dam opens")
    #expect((try machine.json("tick")["notices"] as? [Any])?.count == 1)
  }

  @Test("A file in a folder that is not there is refused when its channel is added")
  func noFolder() throws {
    let (machine, folder) = try machine()
    defer { withExtendedLifetime(folder) {} }
    let added = try machine.run("channels", "add", "ics", "--file", "missing/agenda.ics")
    #expect(added.status == 65 && added.errorText.contains("missing/"), "\(added.errorText)")
    #expect(try machine.augury("channels", "list") == "There are no channels yet.\n")
  }

  @Test("A watcher that can take no lock ends, and says why")
  func noLock() throws {
    let (machine, folder) = try machine()
    try folder.makeFolder("ledger.db-tick")
    let watch = try machine.run("watch")
    #expect(watch.status == 75 && watch.errorText.contains("ledger.db-tick cannot be made"))
  }
}
