package import Augury

/// What counts by a policy, in sentences.
package struct PolicyWords: Sendable {
  private let policy: Policy

  /// Creates the words for a policy.
  package init(_ policy: Policy) {
    self.policy = policy
  }

  /// Which forecasts count, and which of several statements.
  package var counts: String {
    let grade =
      switch policy.grade {
      case .live: "forecasts captured here before their outcome was known"
      case .documented: "forecasts on record, here or elsewhere, before their outcome was known"
      case .afterwards:
        "all forecasts, also those that nothing shows to have been on record before the outcome"
      }
    let take =
      switch policy.take {
      case .first: "a source's first statement on a question counts"
      case .last: "a source's last statement on a question counts"
      case .average: "the mean over a source's statements on a question counts"
      }
    return "Counts \(grade); \(take)."
  }

  /// Which end of the windows that words leave open counts; nothing for the usual one.
  package var window: String? {
    switch policy.window {
    case .default: nil
    case .strict: "Words of time such as “soon” are held to the earliest day they can mean."
    case .generous: "Words of time such as “soon” are held to the latest day they can mean."
    }
  }

  /// Which forecasts are looked at; nothing when all are.
  package var filter: String? {
    let filter = policy.filter
    guard !filter.isOpen else { return nil }
    var parts: [String] = []
    func add(_ label: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      parts.append("\(label) \(Sentence.list(names.sorted(), conjunction: "or"))")
    }
    add("tagged", filter.tags.map { "“\($0)”" })
    add("on questions of kind", filter.kinds.map(\.rawValue))
    add("from sources of kind", filter.sourceKinds.map(\.rawValue))
    if let since = filter.since { parts.append("said on \(since) or later") }
    if let until = filter.until { parts.append("said on \(until) or earlier") }
    if let days = filter.leadDays {
      parts.append("said \(PolicyWords.range(days)) before the deadline")
    }
    return "Only forecasts \(Sentence.list(parts)) are looked at."
  }

  private static func range(_ days: ClosedRange<Int>) -> String {
    switch (days.lowerBound, days.upperBound) {
    case (let low, .max): "\(Sentence.count(low, "day")) or more"
    case (...0, let high): "\(Sentence.count(high, "day")) or fewer"
    case (let low, let high) where low == high: Sentence.count(low, "day")
    case (let low, let high): "\(NumberText.grouped(low)) to \(Sentence.count(high, "day"))"
    }
  }

  /// At which instant everything is judged, and by which version of the rules.
  package var instant: String {
    "Judged at \(policy.instant.rfc3339) by version \(Policy.version) of the rules: a prediction "
      + "counts once its deadline has passed, even if it came true earlier."
  }
}
