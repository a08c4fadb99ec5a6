package import Augury

extension AgendaItem {
  /// The item as a JSON value.
  package var json: JSONOutput {
    [
      "key": .string(occasion.key), "question": .string(occasion.question.text),
      "kind": .string(occasion.kind.rawValue), "due": .string(occasion.due.rfc3339),
      "asked": .string(asked.rfc3339), "text": .string(text),
      "deadline": .optional(deadline?.day.description), "zone": .optional(deadline?.zone),
      "status": .string(status.rawValue), "settled": .bool(isSettled),
      "asks_for_decision": .bool(asksForDecision),
      "proposal": proposal.map {
        ["outcome": .string($0.outcome.words), "reason": .string($0.reason)]
      } ?? .null,
      "evidence": .strings(evidence), "chances": .strings(chances),
    ]
  }
}

extension Agenda {
  /// The agenda as a JSON value.
  package var json: JSONOutput {
    [
      "at": .string(instant.rfc3339), "zone": .string(zone), "now": .array(now.map(\.json)),
      "next": .array(next.map(\.json)),
    ]
  }
}
