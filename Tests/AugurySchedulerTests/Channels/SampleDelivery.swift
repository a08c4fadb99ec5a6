import Augury
import AuguryRendering
import AuguryScheduler
import Foundation

/// Deliveries, and tools for sending them that touch nothing outside.
enum SampleDelivery {
  static let ledger = "00112233445566778899aabbccddeeff"

  static func item(
    _ text: String, _ kind: OccasionKind = .due, number: UInt64 = 1, status: Status = .due
  ) throws -> AgendaItem {
    let due = try Instant(rfc3339: "2026-11-22T00:00:00Z")
    let question = Identifier(.question, random: 0, number)
    return AgendaItem(
      occasion: Occasion(question: question, kind: kind, due: due), asked: due, text: text,
      deadline: Deadline(day: try CivilDate(iso: "2026-11-21")), status: status,
      waits: kind.asksForDecision ? kind : nil)
  }

  static func delivery(_ items: [AgendaItem]) throws -> Delivery {
    let agenda = Agenda(
      instant: try Instant(rfc3339: "2026-11-23T08:05:06.5Z"), zone: "UTC", now: items, next: [])
    return Delivery(ledger: ledger, items: items, agenda: agenda, zone: .utc)
  }

  static func delivery(_ texts: String...) throws -> Delivery {
    try delivery(
      texts.enumerated().map { try item($0.element, number: UInt64($0.offset + 1)) })
  }

  static func tools(
    fetch: String = "/nowhere/fetch", sendmail: String = "/nowhere/sendmail",
    notifier: String = "/nowhere/notify-send", show: @escaping (String) -> Void = { _ in }
  ) throws -> ChannelTools {
    let now = try Instant(rfc3339: "2026-11-23T08:05:06.5Z")
    return ChannelTools(
      fetch: fetch, sendmail: sendmail, notifier: notifier,
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/"], isApproved: { _ in true },
      clock: { now }, show: show)
  }

  static let hostile = [
    "a\r\nBcc: victim@example.org\r\n\r\nbody", "\u{1B}]0;owned\u{7}", "<b>bold</b> & \"more\"",
    "-e --help", "\u{202E}gnp.exe", "$(touch /tmp/owned)", String(repeating: "é👩‍👩‍👧‍👦", count: 300),
    "NUL\u{0}byte", "=?utf-8?Q?x?=", "",
  ]
}
