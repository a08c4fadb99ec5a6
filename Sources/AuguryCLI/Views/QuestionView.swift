import Augury
import AuguryRendering
import AuguryStore

/// One question with its facts and its forecasts.
struct QuestionView {
  private let question: Question
  private let record: QuestionRecord
  private let status: Status
  private let short: String
  private let forecasts: [ForecastLine]
  private let resolutions: [(id: String, entry: Entry, resolution: Resolution)]
  private let moves: [(entry: Entry, amendment: Amendment)]
  private let notes: [Note]
  private let merged: [String]
  private let watching: WatchingView
  /// Whether the question was assigned to its event when its outcome was already recorded.
  private let isLateEvent: Bool
  /// What answers would do to the records of its sources; nothing where that was not asked.
  private let consequences: ConsequenceView?

  init(_ number: Int64, _ vantage: Vantage, showsConsequences: Bool = false) throws {
    let snapshot = vantage.snapshot
    guard let question = try snapshot.fullQuestion(number),
      let record = try snapshot.question(number)
    else {
      throw LookupError.noSuch(
        try snapshot.short(try snapshot.id(of: number)), nouns: ["standing question"])
    }
    self.question = question
    self.record = record
    short = try snapshot.short(question.id)
    resolutions = try snapshot.resolutions(of: number).compactMap { entry in
      guard case .resolution(let resolution) = entry.body else { return nil }
      return (try snapshot.short(resolution.id), entry, resolution)
    }
    let zones = try vantage.zones([record.due?.zone])
    status = vantage.status(record, zones)
    watching = try WatchingView(question.id, number, zones.rules(record.due?.zone), vantage)
    moves = try snapshot.acts(on: number, [.amendment]).compactMap { entry in
      if case .amendment(let amendment) = entry.body { (entry, amendment) } else { nil }
    }
    notes = try snapshot.notes(on: number)
    let assigned = try snapshot.acts(on: number, [.assignment]).last?.seq ?? -1
    isLateEvent = resolutions.first.map { $0.entry.seq < assigned } ?? false
    merged = try snapshot.family(number).filter { $0 != number }.map {
      try snapshot.short(try snapshot.id(of: $0))
    }
    forecasts = try ForecastLine.lines(on: number, vantage)
    consequences = showsConsequences ? try ConsequenceView(of: number, vantage) : nil
  }

  func answer() -> Answer {
    Answer(json: json(), rows: ForecastLine.fields(forecasts)) { [self] width, style in
      var block = KeyValueBlock("Question \(short)")
      block.items.append(.paragraph(question.text, style: .emphasis))
      block.add(
        "status", Phrases.status(status, resolutions.last?.resolution.outcome),
        style: Phrases.style(status))
      block.add("deadline", deadlineText)
      block.add("criteria", question.criteria)
      if question.kind != .binary { block.add("kind", question.kind.rawValue) }
      if !question.options.isEmpty {
        block.add("options", question.options.joined(separator: ", "))
      }
      block.add("unit", question.unit)
      block.add("event", question.event.map { $0 + (isLateEvent ? lateEvent : "") })
      if !question.tags.isEmpty { block.add("tags", question.tags.joined(separator: ", ")) }
      block.add(
        "imported as",
        question.origin.map { "\($0.key.map { "\($0) of" } ?? "a question of") \($0.system)" })
      if !merged.isEmpty { block.add("merged", merged.joined(separator: ", ")) }
      if !moves.isEmpty { block.items.append(.bullets("moved", moves.map(moveText))) }
      if !resolutions.isEmpty {
        block.items.append(.bullets("resolved", resolutions.reversed().map(resolutionText)))
      }
      watching.add(to: &block)
      if !notes.isEmpty { block.items.append(.bullets("notes", notes.map(Phrases.note))) }
      if !pools.isEmpty { block.items.append(.bullets("together", pools.map(\.sentence))) }
      if let assumption = ReevaluationWords.assumption(words) {
        block.items.append(.paragraph(assumption, style: .dim))
      }
      consequences?.add(to: &block)
      var text = block.render(width: width, style: style)
      if !forecasts.isEmpty {
        text += "\n" + ForecastLine.table(forecasts).render(width: width, style: style)
      }
      return text
    }
  }

  private var words: [Reevaluation] { forecasts.compactMap(\.now) }
  private var pools: [ConsensusLeft] { ConsensusLeft.all(words) }

  private var lateEvent: String { " (assigned after the outcome was known)" }

  private var deadlineText: String {
    guard let deadline = question.deadline else {
      let hasWindows = forecasts.contains { $0.forecast.standingWindow != nil }
      return hasWindows
        ? "none of its own: each forecast has its window" : "none: it cannot be scored"
    }
    return "\(deadline.day)" + (deadline.zone.map { " (\($0))" } ?? "")
  }

  private func moveText(_ move: (entry: Entry, amendment: Amendment)) -> String {
    var parts: [String] = []
    if let deadline = move.amendment.deadline { parts.append("deadline to \(deadline.day)") }
    if let criteria = move.amendment.criteria { parts.append("criteria to: \(criteria)") }
    let reason = move.amendment.reason.map { ": \($0)" } ?? ""
    return "\(move.entry.recordedAt.civilDate) \(parts.joined(separator: ", "))\(reason)"
  }

  private func resolutionText(_ item: (id: String, entry: Entry, resolution: Resolution)) -> String
  {
    let resolution = item.resolution
    var text = "\(item.id) \(Phrases.outcome(resolution.outcome))"
    if let known = resolution.known { text += ", known \(known)" }
    text +=
      "; entered \(item.entry.recordedAt.civilDate) by \(resolution.decidedBy ?? item.entry.author)"
    if let reason = resolution.reason { text += ": \(reason)" }
    for evidence in resolution.evidence { text += "\n" + Phrases.evidence(evidence) }
    return text
  }

  private func json() -> JSONOutput {
    let members: KeyValuePairs<String, JSONOutput> = [
      "id": .string(question.id.text), "text": .string(question.text),
      "kind": .string(question.kind.rawValue), "status": .string(status.rawValue),
      "deadline": question.deadline.map { .string($0.day.description) } ?? .null,
      "zone": question.deadline?.zone.map { .string($0) } ?? .null,
      "criteria": question.criteria.map { .string($0) } ?? .null,
      "options": .array(question.options.map { .string($0) }),
      "unit": question.unit.map { .string($0) } ?? .null,
      "event": question.event.map { .string($0) } ?? .null,
      "event_assigned_late": .bool(isLateEvent),
      "tags": .array(question.tags.map { .string($0) }), "moves": .int(Int64(moves.count)),
      "resolutions": .array(
        resolutions.map { item in
          [
            "id": .string(item.resolution.id.text),
            "outcome": .string(Phrases.outcome(item.resolution.outcome)),
            "known": item.resolution.known.map { .string($0.description) } ?? .null,
            "recorded_at": .string(item.entry.recordedAt.rfc3339),
            "decided_by": .string(item.resolution.decidedBy ?? item.entry.author),
            "reason": item.resolution.reason.map { .string($0) } ?? .null,
            "evidence": .array(item.resolution.evidence.map { .string(Phrases.evidence($0)) }),
          ]
        }),
      "notes": .array(notes.map(Phrases.noteJSON)),
      "forecasts": .array(forecasts.map(\.json)),
      "consensus_now": .array(pools.map(\.json)),
      "consequences": consequences?.json ?? .null,
    ]
    return .object(members.map { ($0.key, $0.value) } + watching.json)
  }
}

extension Snapshot {
  /// Returns the notes on a thing.
  func notes(on number: Int64) throws -> [Note] {
    try acts(on: number, [.note]).compactMap { entry in
      if case .note(let note) = entry.body { note } else { nil }
    }
  }
}
