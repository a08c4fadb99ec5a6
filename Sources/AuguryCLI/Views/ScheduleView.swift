import Augury
import AuguryRendering
import AuguryStore

/// How a question is watched, when it is asked about next, and why.
struct ScheduleView {
  /// So many asks are listed.
  private static let limit = 8

  private let id: Identifier
  private let short: String
  private let text: String
  private let settings: Scheduling
  private let facts: QuestionFacts
  /// Whether it is put off now.
  private let isPutOff: Bool
  /// What waits for a decision.
  private let standing: ScheduleStep?
  /// What is asked from now on.
  private let asks: [PlannedAsk]
  /// Why nothing is.
  private let reason: NoAsk?
  private let items: [JSONOutput]

  init(_ number: Int64, _ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    id = try snapshot.id(of: number)
    short = try snapshot.short(id)
    let timeline = try ScheduleView.timeline(number, vantage)
    guard let record = try snapshot.question(number), let facts = timeline?.facts else {
      throw LookupError.noSuch(short, nouns: ["standing question"])
    }
    self.facts = facts
    text = record.text
    settings = try snapshot.scheduling(of: number) ?? Scheduling(question: id)
    standing = facts.standing(at: vantage.instant)
    asks = Schedule.following(facts, after: vantage.instant, limit: ScheduleView.limit)
    reason =
      if case .none(let reason) = Schedule.next(facts, after: vantage.instant) { reason } else {
        nil
      }
    items = try asks.map { try $0.json(number, snapshot) }
    isPutOff = facts.snooze?.contains(vantage.instant) == true
  }

  private static func timeline(_ number: Int64, _ vantage: Vantage) throws -> QuestionTimeline? {
    let lookup = try ZoneLookup(ledger: vantage.ledger.zone)
    let reader = try TimelineReader(
      vantage.ledger, through: vantage.snapshot.seq, after: vantage.snapshot.seq,
      at: vantage.instant, zone: lookup.rules)
    var found: QuestionTimeline?
    try reader.timelines(number...number) { _, timeline in found = timeline }
    return found
  }

  func answer() -> Answer {
    let rows = asks.map { ask in
      [day(ask.asked), ask.asked.rfc3339, ask.step.kind.rawValue, ask.step.at.rfc3339]
    }
    return Answer(json: json, rows: [["day", "asked", "kind", "due"]] + rows) {
      [self] width, style in
      var block = KeyValueBlock("Question \(short)")
      block.items.append(.paragraph(text, style: .emphasis))
      for field in settings.fields { block.add(field.label, field.words) }
      if isPutOff { block.add("put off", facts.snooze.map { "until \(day($0.until))" }) }
      block.add(
        "waits", standing.map { "since \(day($0.at)): \($0.kind.words)" }, style: .warning)
      block.add("next", next)
      let text = block.render(width: width, style: style)
      return asks.count > 1 ? text + "\n" + table.render(width: width, style: style) : text
    }
  }

  private var next: String {
    if let ask = asks.first { return "\(day(ask.asked)): \(ask.step.kind.words)" }
    return "nothing: \(reason?.words ?? "nothing is left to ask")"
  }

  private var table: TextTable {
    var table = TextTable(columns: [
      .init("day"), .init("asked about", minimumWidth: 20, fit: .wrapped),
    ])
    for ask in asks {
      table.append([
        .init(day(ask.asked)), .init(ask.step.kind.comingWords, style: ask.step.kind.style),
      ])
    }
    return table
  }

  /// The day of an instant where the question is decided.
  private func day(_ instant: Instant) -> String { facts.zone.civilDate(at: instant).description }

  private var json: JSONOutput {
    [
      "question": .string(id.text), "text": .string(text), "settings": settings.json,
      "snoozed_until": isPutOff
        ? .optional(facts.snooze.map { facts.zone.civilDate(at: $0.until).description }) : .null,
      "waits": standing.map {
        ["kind": .string($0.kind.rawValue), "due": .string($0.at.rfc3339)]
      } ?? .null,
      "next": items.first ?? .null, "no_next": .optional(reason?.rawValue),
      "asks": .array(items),
    ]
  }
}

extension NoAsk {
  /// Why nothing is asked, in words.
  var words: String {
    switch self {
    case .decided: "it is decided"
    case .gone: "it was taken back, or is part of another question"
    case .endless: "it has no deadline, no window and no review"
    }
  }
}
