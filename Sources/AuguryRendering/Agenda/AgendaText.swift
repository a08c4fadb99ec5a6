package import Augury

/// An agenda as lines for a terminal or a mail.
package struct AgendaText: Sendable {
  private let agenda: Agenda
  private let zone: ZoneRules
  private let names: [Identifier: String]
  private let limit: Int

  /// Creates the text of an agenda.
  ///
  /// - Parameters:
  ///   - agenda: What waits, the longest wait first, and what comes next, the soonest first.
  ///   - zone: The rules of the agenda's zone.
  ///   - names: Short identifiers of questions; where there is none, the whole one is shown.
  ///   - limit: How many questions that wait are shown; of the others it says how many there are.
  package init(
    _ agenda: Agenda, zone: ZoneRules, names: [Identifier: String] = [:], limit: Int = .max
  ) {
    self.agenda = agenda
    self.zone = zone
    self.names = names
    self.limit = limit
  }

  /// Returns the lines, each ended by a line feed; none exceeds the width in cells, if one is given.
  package func render(width: Int?, style: Styler) -> String {
    let today = zone.civilDate(at: agenda.instant)
    let waiting = agenda.now.filter { !$0.isSettled }
    var block = KeyValueBlock(items: [
      .paragraph("\(AgendaWords.day(today)), \(flat(agenda.zone))", style: .heading),
      .paragraph(AgendaWords.headline(agenda.now) + "."),
    ])
    let groups = AgendaText.grouped(waiting)
    if !waiting.isEmpty {
      block.items.append(
        .section(
          KeyValueBlock(
            items: groups.prefix(limit).map { items in
              .field(name(items[0]), lines(items, today, style).joined(separator: "\n"))
            })))
    }
    if groups.count > limit {
      let more = NumberText.grouped(groups.count - limit)
      block.items.append(
        .section(
          KeyValueBlock(items: [
            .paragraph("\(more) more; `augury due --limit 0` lists them all.", style: .dim)
          ])))
    }
    if !agenda.next.isEmpty { block.items.append(.section(next)) }
    let settled = agenda.now.count - waiting.count
    if settled > 0 {
      let verb = settled == 1 ? "was" : "were"
      block.items.append(
        .section(
          KeyValueBlock(items: [
            .paragraph(
              "\(NumberText.grouped(settled)) more \(verb) settled before "
                + "\(settled == 1 ? "it was" : "they were") asked.", style: .dim)
          ])))
    }
    return block.render(width: width, style: style)
  }

  /// The items of each question together, in the order of the first of each.
  private static func grouped(_ items: [AgendaItem]) -> [[AgendaItem]] {
    var groups: [[AgendaItem]] = []
    var places: [Identifier: Int] = [:]
    for item in items {
      if let place = places[item.occasion.question] {
        groups[place].append(item)
      } else {
        places[item.occasion.question] = groups.count
        groups.append([item])
      }
    }
    return groups
  }

  /// What is said of one question, which may be asked about for several reasons at once.
  private func lines(_ items: [AgendaItem], _ today: CivilDate, _ style: Styler) -> [String] {
    var lines = [flat(items[0].text)]
    // Why to look at it again says nothing where it must be decided.
    let isPressing = items.contains { $0.occasion.kind.asksForDecision }
    let isOver = items.contains { [.due, .overdue].contains($0.occasion.kind) }
    for item in items {
      let kind = item.occasion.kind
      guard kind != .due, kind != .overdue, !isPressing || kind.asksForDecision else { continue }
      // With the whole time over it says nothing that a part of it is.
      if isOver, [.strict, .window, .generous].contains(kind) { continue }
      let words = words(item)
      if !lines.contains(words) { lines.append(words) }
    }
    lines.append(AgendaWords.deadline(items[0], today: today))
    if let proposal = items[0].proposal { lines.append(flat(AgendaWords.proposal(proposal))) }
    return lines + (items[0].chances + items[0].evidence).map { "\(style.bullet) \(flat($0))" }
  }

  /// Why it is asked about, with the last day of a window that is over.
  private func words(_ item: AgendaItem) -> String {
    let kind = item.occasion.kind
    guard [.strict, .window, .generous].contains(kind) else { return kind.words }
    return "\(kind.words), through \(item.occasion.lastDay(in: zone))"
  }

  /// What comes next, day by day.
  private var next: KeyValueBlock {
    var days: [(day: CivilDate, lines: [String])] = []
    for item in agenda.next {
      let day = zone.civilDate(at: item.asked)
      if days.last?.day != day { days.append((day, [])) }
      days[days.count - 1].lines.append(
        "\(name(item))  \(flat(item.text)): \(item.occasion.kind.comingWords)")
      days[days.count - 1].lines += item.chances.map { "  \(flat($0))" }
    }
    return KeyValueBlock(
      "Next",
      items: days.map {
        .field($0.day.description, $0.lines.joined(separator: "\n"))
      })
  }

  private func name(_ item: AgendaItem) -> String {
    names[item.occasion.question] ?? item.occasion.question.text
  }

  /// Text of others on one line; its own line feeds are shown as such.
  private func flat(_ text: String) -> String { TerminalText.escape(text) }
}

extension OccasionKind {
  /// Why it will be asked about, in a word or two.
  package var comingWords: String {
    switch self {
    case .review: "review"
    case .silent: "silent source"
    case .pastMass: "likely days gone by"
    case .strict: "end of the strict window"
    case .window: "end of a window"
    case .due: "due"
    case .generous: "end of the generous window"
    case .overdue: "overdue"
    case .found: "found by its rule"
    case .snoozed: "end of a snooze"
    case .reopened: "reopened"
    case .returned: "waits again"
    }
  }
}
