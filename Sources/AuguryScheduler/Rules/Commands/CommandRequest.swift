internal import Augury
internal import AuguryRendering

/// What a rule's program is told about its question.
enum CommandRequest {
  /// Returns one JSON object on a line; members without a value are left out.
  static func bytes(_ question: RuleQuestion, at looked: Instant) -> [UInt8] {
    var members: [(String, JSONOutput)] = [
      ("id", .string(question.question.id.text)),
      ("text", .string(question.question.text)),
      ("kind", .string(question.question.kind.rawValue)),
    ]
    if let criteria = question.question.criteria { members.append(("criteria", .string(criteria))) }
    if !question.question.options.isEmpty {
      members.append(("options", .array(question.question.options.map { .string($0) })))
    }
    if let unit = question.question.unit { members.append(("unit", .string(unit))) }
    if let deadline = question.deadline {
      members.append(("deadline", .string(deadline.description)))
    }
    members.append(("zone", .string(question.zone.name)))
    members.append(("opened", .string(question.opened.description)))
    members.append(("looked", .string(looked.rfc3339)))
    return Array((JSONOutput.object(members).compact + "\n").utf8)
  }
}
