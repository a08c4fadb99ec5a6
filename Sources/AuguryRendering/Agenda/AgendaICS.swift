package import Augury

/// An agenda as a calendar (RFC 5545): one event of a whole day for each item.
///
/// The same items in the same ledger give the same bytes, whenever it is written.
package struct AgendaICS: Sendable {
  private let agenda: Agenda
  private let ledger: String
  private let zone: ZoneRules
  private let rest: AgendaRest

  /// Creates the calendar of a ledger's agenda; the zone is the agenda's.
  ///
  /// Of what is left out of a part the day of the part's last item says how much there is.
  package init(_ agenda: Agenda, ledger: String, zone: ZoneRules, rest: AgendaRest = AgendaRest()) {
    self.agenda = agenda
    self.ledger = ledger
    self.zone = zone
    self.rest = rest
  }

  /// The calendar, in lines ended by CRLF and folded at 75 bytes.
  package var text: String {
    var writer = CalendarWriter()
    writer.line("BEGIN:VCALENDAR")
    writer.line("VERSION:2.0")
    writer.line("PRODID:-//Augury//Augury//EN")
    writer.line("CALSCALE:GREGORIAN")
    writer.line("NAME", text: "Augury")
    writer.line("X-WR-CALNAME", text: "Augury")
    writer.line("X-WR-TIMEZONE", text: agenda.zone)
    writer.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H")
    writer.line("X-PUBLISHED-TTL:PT1H")
    for item in agenda.now { write(item, to: &writer) }
    if let last = agenda.now.last { write(rest.now, "more-now", after: last, to: &writer) }
    for item in agenda.next { write(item, to: &writer) }
    if let last = agenda.next.last { write(rest.next, "more-next", after: last, to: &writer) }
    writer.line("END:VCALENDAR")
    return writer.text
  }

  private func write(_ item: AgendaItem, to writer: inout CalendarWriter) {
    let occasion = item.occasion
    begin(occasion.key, on: occasion.due, in: &writer)
    // A settled one is the later version of the one that was not.
    writer.line("SEQUENCE:\(item.isSettled ? 1 : 0)")
    writer.line("STATUS:\(item.isSettled ? "CANCELLED" : "CONFIRMED")")
    writer.line("TRANSP:TRANSPARENT")
    writer.line("SUMMARY", text: AgendaWords.title(item))
    let details = AgendaWords.details(item) + ["question \(occasion.question.text)"]
    writer.line("DESCRIPTION", text: details.map(TerminalText.escape).joined(separator: "\n"))
    writer.line("CATEGORIES:Augury,\(occasion.kind.rawValue)")
    writer.line("END:VEVENT")
  }

  /// Writes an event for so many items that are left out after one.
  private func write(
    _ count: Int, _ key: String, after item: AgendaItem, to writer: inout CalendarWriter
  ) {
    guard count > 0 else { return }
    begin(key, on: item.occasion.due, in: &writer)
    writer.line("TRANSP:TRANSPARENT")
    writer.line("SUMMARY", text: AgendaWords.more(count))
    writer.line("END:VEVENT")
  }

  private func begin(_ key: String, on instant: Instant, in writer: inout CalendarWriter) {
    writer.line("BEGIN:VEVENT")
    writer.line("UID", text: "\(key)@\(ledger)")
    writer.line("DTSTAMP:\(basic(instant.rfc3339.prefix(19)))Z")
    writer.line(
      "DTSTART;VALUE=DATE:\(basic(zone.civilDate(at: instant).description))")
  }

  /// The basic form of ISO 8601: without separators.
  private func basic(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "-" && $0 != ":" })
  }
}

/// The content lines of a calendar.
private struct CalendarWriter {
  /// The most bytes of a line, without its end (RFC 5545, 3.1).
  private static let longest = 75
  private var bytes: [UInt8] = []

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a property whose value is text: made safe, and escaped.
  mutating func line(_ name: String, text: String) {
    var value = ""
    for scalar in TerminalText.escapeLines(text).unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\\(scalar)"
      case "\n": value += "\\n"
      default: value.unicodeScalars.append(scalar)
      }
    }
    line("\(name):\(value)")
  }

  /// Writes a whole line, folded between the bytes of characters.
  mutating func line(_ content: String) {
    var rest = Array(content.utf8)[...]
    var room = CalendarWriter.longest
    while rest.count > room {
      var end = rest.startIndex + room
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      bytes += rest[..<end] + [0x0D, 0x0A, 0x20]
      rest = rest[end...]
      room = CalendarWriter.longest - 1
    }
    bytes += rest + [0x0D, 0x0A]
  }
}
