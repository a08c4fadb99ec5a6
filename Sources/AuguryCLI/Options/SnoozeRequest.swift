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
    let today = try workspace.today(ledger)
    let day = until.lowercased() == "now" ? nil : try ForecastInput.day(until, today: today)
    if let day, day <= today {
      throw UsageError(
        "\(day) is not after today, \(today).",
        "Give a later day, or `now` to end the snooze that there is.")
    }
    return try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let short = try snapshot.short(asked.id)
      if day == nil {
        let zone = try workspace.zones(ledger, [asked.deadline?.zone].compactMap(\.self))
          .rules(asked.deadline?.zone)
        guard
          try snapshot.snooze(of: number)?.snooze.stands(at: Environment.now(), in: zone) == true
        else { throw ConflictError("\(short) is not put off.", "There is nothing to do.") }
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
}
