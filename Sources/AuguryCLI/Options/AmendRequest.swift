import Augury
import AuguryRendering
import AuguryStore

/// The move of a question's criteria or deadline as a person asks for it, by whatever way.
struct AmendRequest {
  var question: String
  var until: String?
  var zone: String?
  var criteria: String?
  var because: String?

  /// Records the move.
  func record(_ workspace: Workspace) throws -> ActView {
    let ledger = try workspace.open()
    let deadline = try ForecastInput.deadline(
      until, zone: zone, today: try workspace.today(ledger))
    return try ledger.write(workspace.capture) { writer in
      let snapshot = try ledger.now()
      let (number, asked) = try snapshot.askedQuestion(question)
      let amendment = Amendment(
        question: asked.id, criteria: criteria, deadline: deadline, reason: because)
      let entry = try writer.append(.amendment(amendment))
      var lines = ["Amended \(try snapshot.short(asked.id)): “\(asked.text)”"]
      if let deadline {
        lines.append("  deadline \(asked.deadline?.day.description ?? "none") → \(deadline.day)")
      }
      if let criteria { lines.append("  criteria: \(criteria)") }
      let standing = try snapshot.forecasts(on: number).count
      if standing > 0 {
        lines.append("  forecasts already said (\(standing)) keep the deadline they had")
      }
      return ActView(
        entry: entry, lines: lines, details: [("question", .string(asked.id.text))])
    }
  }
}
