import Augury
import AuguryRendering
import AuguryStore

/// A snooze as a person asks for it, by whatever way.
struct SnoozeRequest {
  var question: String
  var until: String
  var because: String?

  /// Records the snooze.
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
      let (_, asked) = try snapshot.askedQuestion(question)
      let entry = try writer.append(
        .snooze(Snooze(question: asked.id, until: day, reason: because)))
      let short = try snapshot.short(asked.id)
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
