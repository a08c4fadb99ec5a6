import Augury
import AuguryRendering
import Foundation
import Testing

@Suite("An agenda as calendar, feed and JSON")
struct AgendaFeedTests {
  private func calendar(_ agenda: Agenda) -> String {
    AgendaICS(agenda, ledger: SampleAgenda.ledger, zone: SampleAgenda.zone).text
  }

  private func feed(_ agenda: Agenda) -> String {
    AgendaAtom(agenda, ledger: SampleAgenda.ledger).text
  }

  @Test("An event has its day, a UID that stays, and text that is escaped")
  func event() throws {
    let text = calendar(try SampleAgenda.agenda())
    let unfolded = text.replacing("\r\n ", with: "")
    let lines = unfolded.split(separator: "\r\n").map(String.init)
    #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    #expect(lines.count { $0 == "BEGIN:VEVENT" } == 7)
    let start = try #require(lines.firstIndex { $0.hasPrefix("SUMMARY:Look at: Höchst") })
    #expect(lines[start] == "SUMMARY:Look at: Höchstgebot über 5\\,000\\; ja")
    #expect(
      lines[(start - 6)..<start] == [
        "UID:q0000000000000003/review/2026-11-23T06:00:00Z@00112233445566778899aabbccddeeff",
        "DTSTAMP:20261123T060000Z", "DTSTART;VALUE=DATE:20261123", "SEQUENCE:0",
        "STATUS:CONFIRMED", "TRANSP:TRANSPARENT",
      ])
    #expect(
      lines.contains("DTSTART;VALUE=DATE:20261122"), "22:00 in UTC is the next day in the zone")
    #expect(lines.count { $0 == "STATUS:CANCELLED" } == 1)
  }

  @Test("No line of a calendar is longer than 75 bytes, or cuts a character")
  func folding() throws {
    let hostile = HostileText.all + [String(repeating: "é👩‍👩‍👧‍👦", count: 200)]
    let text = calendar(try SampleAgenda.agenda(hostile: hostile))
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    for line in lines.dropLast() {
      #expect(line.last == 0x0D && line.count <= 76)
      #expect(String(validating: line, as: UTF8.self) != nil)
      #expect(!line.dropLast().contains { $0 < 0x20 })
    }
    #expect(lines.last == [])
  }

  @Test("The same state gives the same bytes at any time")
  func same() throws {
    var later = try SampleAgenda.agenda()
    let (calendar, feed) = (calendar(later), feed(later))
    later.instant = later.instant.advanced(byMicroseconds: 86_400_000_000)
    #expect(self.calendar(later) == calendar)
    #expect(self.feed(later) == feed)
  }

  @Test("What is left out of a calendar or a feed is counted there, under identifiers that stay")
  func leftOut() throws {
    let agenda = try SampleAgenda.agenda()
    let rest = AgendaRest(now: 1_234, next: 5)
    let text = AgendaICS(
      agenda, ledger: SampleAgenda.ledger, zone: SampleAgenda.zone, rest: rest
    ).text
    let events = text.split(separator: "BEGIN:VEVENT\r\n").dropFirst()
    #expect(events.count == 7 + 2)
    let more = events.filter { $0.contains("… and") }
    #expect(more.count == 2)
    #expect(more.first?.contains("SUMMARY:… and 1\\,234 more: augury due") == true)
    #expect(more.first?.contains("UID:more-now@\(SampleAgenda.ledger)") == true)
    #expect(more.last?.contains("DTSTART;VALUE=DATE:20261201") == true, "the last that comes next")
    let feed = AgendaAtom(agenda, ledger: SampleAgenda.ledger, rest: rest).text
    #expect(feed.contains("#more</id>\n<title>… and 1,234 more: augury due --limit 0</title>"))
    #expect(!calendar(agenda).contains("… and") && !self.feed(agenda).contains("… and"))
  }

  @Test("A feed is well-formed whatever the text, with identifiers that stay")
  func atom() throws {
    let text = feed(try SampleAgenda.agenda(hostile: HostileText.all))
    let prolog = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    #expect(text.hasPrefix(prolog))
    let root = try MarkupNode(reading: "<!DOCTYPE html>\n" + text.dropFirst(prolog.count))
    #expect(root.all("entry").count == 4 + HostileText.all.count)
    #expect(root.all("title").map(\.text).contains("Look at: Höchstgebot über 5,000; ja"))
    #expect(
      !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value & 0xFFFE == 0xFFFE }
    )
    #expect(text.contains("<id>urn:uuid:00112233-4455-6677-8899-aabbccddeeff</id>"))
    #expect(
      text.contains(
        "<id>urn:uuid:00112233-4455-6677-8899-aabbccddeeff#q0000000000000002/due/2026-11-21T22:00:00Z</id>"
      ))
  }

  @Test("An item in JSON has its key, its instants and what is proposed")
  func json() throws {
    let agenda = try SampleAgenda.agenda()
    #expect(
      agenda.now[0].json.compact
        == #"{"key":"q0000000000000001/overdue/2026-10-20T22:00:00Z","question":"q0000000000000001","#
        + #""kind":"overdue","due":"2026-10-20T22:00:00Z","asked":"2026-10-20T22:00:00Z","#
        + #""text":"The army takes power in Moscow","deadline":"2026-09-20","zone":null,"#
        + #""status":"overdue","settled":false,"asks_for_decision":true,"#
        + #""proposal":{"outcome":"no, not seen through 2026-09-20","reason":"it would have been seen"},"#
        + #""evidence":["https://example.org/a: nothing of the kind","“Coup, he said”; 3, 4"],"#
        + #""chances":[]}"#)
    #expect(
      agenda.json.compact.hasPrefix(#"{"at":"2026-11-23T06:30:00Z","zone":"Made/Up","now":["#))
  }

  /// Feeds for other programs to read: written where AUGURY_FEEDS names a folder.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["AUGURY_FEEDS"] != nil))
  func `the sample feeds are written out for other programs`() throws {
    let path = try #require(ProcessInfo.processInfo.environment["AUGURY_FEEDS"])
    let folder = URL(filePath: path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let agendas = [
      "plain": try SampleAgenda.agenda(),
      "hostile": try SampleAgenda.agenda(hostile: HostileText.all),
    ]
    for (name, agenda) in agendas {
      try Data(calendar(agenda).utf8).write(to: folder.appending(path: "\(name).ics"))
      try Data(feed(agenda).utf8).write(to: folder.appending(path: "\(name).atom"))
      try Data(agenda.json.compact.utf8).write(to: folder.appending(path: "\(name).json"))
    }
  }
}
