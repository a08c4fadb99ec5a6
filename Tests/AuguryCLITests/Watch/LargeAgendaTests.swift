import Foundation
import TestSupport
import Testing

/// An agenda that is longer than files show.
struct LargeAgendaTests {
  @Test("A calendar and a feed show 1,000 items of a part, and say how many more there are")
  func more() throws {
    let folder = try TemporaryFolder()
    let machine = try Machine(folder.file("ledger.db").path)
    let (calendar, feed) = (folder.file("agenda.ics"), folder.file("agenda.atom"))
    try machine.augury("init", "--zone", "UTC")
    try machine.augury("channels", "add", "ics", "--file", calendar.path)
    try machine.augury("channels", "add", "atom", "--file", feed.path)
    let rows = (1...1_003).map { "Eve,Claim \($0),2026-01-02,0.5,2026-01-10" }
    let table = folder.file("claims.csv")
    try Data(
      (["source,question,said_on,probability,deadline"] + rows).joined(separator: "\n").utf8
    ).write(to: table)
    try machine.augury("import", table.path)
    try machine.augury("tick")
    let events = try String(contentsOf: calendar, encoding: .utf8)
    #expect(events.components(separatedBy: "BEGIN:VEVENT").count == 1_001 + 1)
    #expect(events.contains("SUMMARY:… and 3 more: augury due"))
    let entries = try String(contentsOf: feed, encoding: .utf8)
    #expect(entries.components(separatedBy: "<entry>").count == 1_001 + 1)
    #expect(entries.contains("<title>… and 3 more: augury due --limit 0</title>"))
  }
}
