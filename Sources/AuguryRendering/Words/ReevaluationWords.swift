package import Augury

/// What is said of a source's last word when it is looked at again.
package struct ReevaluationWords: Sendable {
  private let word: Reevaluation

  /// Creates the words for what is left of a forecast.
  package init(_ word: Reevaluation) {
    self.word = word
  }

  /// The chance now of what the source said would be so, as a cell: "41 %", or "41 % (28–55 %)".
  package var short: String {
    switch word.window.state {
    case .falling: word.claim.map(Self.chance) ?? "–"
    case .steady: "as said"
    case .passed: "has passed"
    case .behind(let share): "\(Sentence.percent(share)) behind"
    }
  }

  /// The same as a sentence without its stop: what was said when, what is left, and by which assumption.
  package var sentence: String {
    let day = word.since.civilDate
    if case .behind(let share) = word.window.state {
      return
        "\(Sentence.percent(share)) of its chances lie on days gone by (not updated since \(day))"
    }
    let said = word.said.map { Self.chance(word.isNegated ? $0.complement : $0) } ?? "–"
    let denial = word.isNegated ? " that it will not happen" : ""
    return "\(said)\(denial) said \(day) → \(outcome)\(others) "
      + "(\(word.hazard.words), not updated since)"
  }

  private var outcome: String {
    switch word.window.state {
    case .falling:
      let left = word.claim.map(Self.chance) ?? "–"
      let gone = word.window.gone.map { ", \(Sentence.percent($0)) of the time gone" } ?? ""
      return "\(left) \(word.isNegated ? "now" : "left")\(gone)"
    case .steady: return "stays as said"
    case .passed, .behind:
      return word.window.deadline.map { "\($0.day) has passed" } ?? "has passed"
    }
  }

  /// What is left by the strict and by the generous reading of its words of time.
  private var others: String {
    if word.window.state == .passed { return "" }
    let views = [("strictly", word.strict), ("generously", word.generous)]
    let parts = views.compactMap { name, view in
      view.flatMap { view in view.deadline.map { "\(text(view)) \(name) read, by \($0.day)" } }
    }
    return parts.isEmpty ? "" : "; " + parts.joined(separator: "; ")
  }

  private func text(_ view: Reevaluation.View) -> String {
    if view.state == .passed { return "nothing" }
    let left = word.left(view).map { word.isNegated ? $0.complement : $0 }
    return left.map(Self.chance) ?? "–"
  }

  /// A chance with the ends that words allow.
  private static func chance(_ chance: ChanceRange) -> String {
    Sentence.percent(chance.point)
      + (chance.isOpen ? " (\(Sentence.percent(from: chance.low, to: chance.high)))" : "")
  }

  /// The assumption by which what is left of some last words was worked out, and what it leaves alone.
  ///
  /// - Parameter words: The last words on one question.
  /// - Returns: Sentences; nothing where nothing is left of any.
  package static func assumption(_ words: [Reevaluation]) -> String? {
    if let falling = words.first(where: { $0.window.state.isFalling }) {
      return "What is left now assumes that nothing has happened yet and that nobody has changed "
        + "their mind without saying so (\(falling.hazard.words)). What was said is what is scored."
    }
    return words.contains { $0.window.state == .steady }
      ? "Chances stay as they were said: they are not about something that happens by a day." : nil
  }
}

extension ConsensusLeft {
  /// What is left of what sources said together, as a sentence without its stop.
  package var sentence: String {
    "consensus of \(count): \(Sentence.percent(said)) said → \(Sentence.percent(left)) left "
      + "by \(deadline.day)"
  }
}

extension HazardChoice {
  /// How a chance falls, in a few words.
  package var words: String {
    switch self {
    case .constant: "constant hazard"
    case .weibull(let shape): "Weibull hazard of shape \(shape.text)"
    case .uniform: "every day as likely"
    case .none: "no hazard"
    }
  }

  /// How a chance falls, as a word for programs.
  package var code: String {
    switch self {
    case .constant: "constant"
    case .weibull(let shape): "weibull:\(shape.text)"
    case .uniform: "uniform"
    case .none: "none"
    }
  }
}

extension Reevaluation.State {
  fileprivate var isFalling: Bool {
    if case .falling = self { true } else { false }
  }
}
