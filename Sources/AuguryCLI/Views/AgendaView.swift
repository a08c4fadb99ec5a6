import Augury
import AuguryRendering
import AuguryStore

/// What needs a decision now, and what comes next.
struct AgendaView {
  let agenda: Agenda
  /// Short identifiers of the questions in it.
  let names: [Identifier: String]
  private let now: Int
  private let next: Int
  private let rules: ZoneRules

  init(_ agenda: Agenda, now: Int, next: Int, _ rules: ZoneRules, _ vantage: Vantage) throws {
    self.agenda = agenda
    self.now = now
    self.next = next
    self.rules = rules
    var names: [Identifier: String] = [:]
    for item in agenda.now + agenda.next {
      names[item.occasion.question] = try vantage.snapshot.short(item.occasion.question)
    }
    self.names = names
  }

  func answer() -> Answer {
    let items = (agenda.now + agenda.next).map(\.json)
    let header = ["when", "kind", "asked", "question", "status", "deadline", "proposal", "text"]
    let rows =
      agenda.now.map { fields($0, "now") } + agenda.next.map { fields($0, "next") }
    return Answer(
      items: items,
      in: [
        "at": .string(agenda.instant.rfc3339), "zone": .string(agenda.zone),
        "waiting": .int(Int64(now)), "coming": .int(Int64(next)),
        "now": .array(agenda.now.map(\.json)), "next": .array(agenda.next.map(\.json)),
      ],
      rows: [header] + rows
    ) { [self] width, style in
      let text = AgendaText(agenda, zone: rules, names: names).render(width: width, style: style)
      return text + more(style)
    }
  }

  private func more(_ style: Styler) -> String {
    var parts: [String] = []
    if now > agenda.now.count { parts.append("\(now - agenda.now.count) more wait") }
    if next > agenda.next.count { parts.append("\(next - agenda.next.count) more come next") }
    guard !parts.isEmpty else { return "" }
    return style.styled(parts.joined(separator: ", ") + "; give --limit 0 for all.", .dim) + "\n"
  }

  private func fields(_ item: AgendaItem, _ part: String) -> [String] {
    [
      part, item.occasion.kind.rawValue, item.asked.rfc3339, item.occasion.question.text,
      item.status.rawValue, item.deadline?.day.description ?? "",
      item.proposal.map { Phrases.outcome($0.outcome) } ?? "", item.text,
    ]
  }
}
