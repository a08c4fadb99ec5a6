package import Augury

extension Reevaluation {
  /// What is left of a forecast as a JSON value.
  package var json: JSONOutput {
    [
      "state": .string(window.code), "since": .string(since.rfc3339),
      "deadline": .optional(window.deadline?.day.description), "hazard": .string(hazard.code),
      "gone": .number(window.gone), "said": said.map(\.json) ?? .null,
      "left": left.map(\.json) ?? .null, "claim": claim.map(\.json) ?? .null,
      "strict": strict.map(json) ?? .null, "generous": generous.map(json) ?? .null,
      "behind": window.behind.map { .double($0) } ?? .null,
    ]
  }

  private func json(_ view: View) -> JSONOutput {
    [
      "deadline": .optional(view.deadline?.day.description), "state": .string(view.code),
      "left": left(view).map(\.json) ?? .null,
    ]
  }
}

extension Reevaluation.View {
  fileprivate var code: String {
    switch state {
    case .falling: "falling"
    case .steady: "steady"
    case .passed: "passed"
    case .behind: "dates"
    }
  }

  fileprivate var behind: Double? {
    guard case .behind(let share) = state else { return nil }
    return share
  }
}

extension ChanceRange {
  fileprivate var json: JSONOutput {
    ["point": .double(point), "low": .double(low), "high": .double(high)]
  }
}

extension ConsensusLeft {
  /// What is left of a consensus as a JSON value.
  package var json: JSONOutput {
    [
      "deadline": .string(deadline.day.description), "n": .int(count), "said": .double(said),
      "left": .double(left),
    ]
  }
}
