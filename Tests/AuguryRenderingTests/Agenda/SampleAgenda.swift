import Augury
import AuguryRendering

/// An agenda with one item of every sort.
enum SampleAgenda {
  static let ledger = "00112233445566778899aabbccddeeff"
  /// Clocks that are two hours ahead of UTC.
  static let zone = ZoneRules(name: "Made/Up", transitions: [], initialOffset: 7200, footer: nil)

  static func instant(_ text: String) throws -> Instant { try Instant(rfc3339: text) }

  static func item(
    _ number: UInt64, _ kind: OccasionKind, _ due: String, _ text: String, deadline: String? = nil,
    status: Status, proposal: Proposal? = nil, evidence: [String] = []
  ) throws -> AgendaItem {
    let due = try instant(due)
    return AgendaItem(
      occasion: Occasion(
        question: Identifier(.question, random: 0, number), kind: kind, due: due),
      asked: due, text: text,
      deadline: try deadline.map { Deadline(day: try CivilDate(iso: $0)) }, status: status,
      waits: kind.asksForDecision ? kind : nil, proposal: proposal, evidence: evidence)
  }

  static func agenda(hostile: [String] = []) throws -> Agenda {
    var now = [
      try item(
        1, .overdue, "2026-10-20T22:00:00Z", "The army takes power in Moscow",
        deadline: "2026-09-20", status: .overdue,
        proposal: Proposal(
          .notSeen(through: try CivilDate(iso: "2026-09-20")), reason: "it would have been seen"),
        evidence: ["https://example.org/a: nothing of the kind", "“Coup, he said”; 3, 4"]),
      try item(
        2, .due, "2026-11-21T22:00:00Z", "It snows in Oslo", deadline: "2026-11-21", status: .due),
      try item(3, .review, "2026-11-23T06:00:00Z", "Höchstgebot über 5,000; ja", status: .open),
      try item(
        4, .due, "2026-11-22T22:00:00Z", "Settled by now", deadline: "2026-11-22",
        status: .resolved),
    ]
    for (index, text) in hostile.enumerated() {
      now.append(
        try item(
          UInt64(100 + index), .strict, "2026-11-20T22:00:00Z", text, status: .open,
          evidence: [text]))
    }
    let next = [
      try item(
        5, .due, "2026-11-25T22:00:00Z", "The index closes above 5000", deadline: "2026-11-25",
        status: .open),
      try item(6, .silent, "2026-11-26T10:00:00Z", "A treaty is signed", status: .open),
      try item(7, .review, "2026-12-01T10:00:00Z", "Peace", status: .open),
    ]
    return Agenda(
      instant: try instant("2026-11-23T06:30:00Z"), zone: "Made/Up", now: now, next: next)
  }

  static func names(_ agenda: Agenda) -> [Identifier: String] {
    var names: [Identifier: String] = [:]
    for item in agenda.now + agenda.next {
      names[item.occasion.question] = "q" + item.occasion.question.text.suffix(5)
    }
    return names
  }
}
