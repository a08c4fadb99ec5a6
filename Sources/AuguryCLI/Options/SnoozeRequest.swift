import Augury
import AuguryRendering
import AuguryStore

/// A snooze as a person asks for it, by whatever way.
struct SnoozeRequest {
  var question: String
  var until: String
  var because: String?

  /// Records the snooze.
  ///
  /// - Throws: ``ConflictError`` when there is none that could be ended, or what writing throws.
  func record(_ workspace: Workspace) throws -> ActView {
    let ledger = try workspace.open()
    return try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let short = try snapshot.short(asked.id)
      let now = Environment.now()
      let zone = try ZoneFiles.rules(asked.deadline?.zone ?? ledger.zone)
      let day = try day(after: zone.civilDate(at: now))
      if day == nil, try snapshot.snooze(of: number)?.snooze.stands(at: now, in: zone) != true {
        throw ConflictError("\(short) is not put off.", "There is nothing to do.")
      }
      let entry = try writer.append(
        .snooze(Snooze(question: asked.id, until: day, reason: because)))
      return ActView(
        entry: entry,
        lines: [
          day.map { "Put off \(short) until \($0): “\(asked.text)”" }
            ?? "No longer put off, \(short): “\(asked.text)”"
        ],
        details: [
          ("question", .string(asked.id.text)),
          ("until", day.map { .string($0.description) } ?? .null),
        ])
    }
  }

  /// The day until which it is put off, in the question's zone; nothing for `now`.
  private func day(after today: CivilDate) throws -> CivilDate? {
    guard until.lowercased() != "now" else { return nil }
    let day =
      try (try? SpanInput.days(until)).map { today.adding(days: $0) }
      ?? ForecastInput.day(until, today: today)
    guard day > today else {
      throw UsageError(
        "\(day) is not after today, \(today).",
        "Give a later day, or `now` to end the snooze that there is.")
    }
    return day
  }
}
