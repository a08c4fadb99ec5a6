/// What was said about how a question is watched, each oldest first.
///
/// The last of each counts. Those before it tell whether what stands in another ledger came from
/// this one.
public struct WatchingHistory: Sendable, Equatable {
  /// The question of which it is told here, whichever it was said of.
  public let question: Identifier
  /// Its settings.
  public private(set) var settings: [Scheduling] = []
  /// Until when it was put off.
  public private(set) var snoozes: [Snooze] = []
  /// Its rules.
  public private(set) var rules: [RuleChange] = []

  /// Creates a history without anything in it.
  public init(of question: Identifier) { self.question = question }

  /// Adds what an entry says, if it says anything of the kind.
  public mutating func note(_ body: EntryBody) {
    switch body {
    case .schedule(var scheduling):
      scheduling.question = question
      settings.append(scheduling)
    case .snooze(let snooze):
      // Why a snooze ended is no part of what stands.
      let reason = snooze.until == nil ? nil : snooze.reason
      snoozes.append(Snooze(question: question, until: snooze.until, reason: reason))
    case .rule(let change): rules.append(RuleChange(question: question, rule: change.rule))
    default: break
    }
  }

  /// All that was said, as the bodies of entries: settings, snoozes, rules.
  public var bodies: [EntryBody] {
    settings.map { .schedule($0) } + snoozes.map { .snooze($0) } + rules.map { .rule($0) }
  }

  /// Returns what of this history is news to another one of the same question.
  ///
  /// News is what counts here and was never said there, unless something stands there that does
  /// not come from here. Where nothing was said, a question has the usual settings, is not put off
  /// and has no rule.
  public func news(to other: WatchingHistory) -> [EntryBody] {
    let settings = last(
      of: settings, beside: other.settings, usual: Scheduling(question: question))
    let snooze = last(
      of: snoozes, beside: other.snoozes, usual: Snooze(question: question, until: nil))
    let rule = last(
      of: rules, beside: other.rules, usual: RuleChange(question: question, rule: nil))
    return [
      settings.map { .schedule($0) }, snooze.map { .snooze($0) }, rule.map { .rule($0) },
    ].compactMap(\.self)
  }

  private func last<Said: Equatable>(
    of said: [Said], beside others: [Said], usual: Said
  ) -> Said? {
    guard let last = said.last, !others.contains(last) else { return nil }
    guard let standing = others.last else { return last == usual ? nil : last }
    return said.contains(standing) ? last : nil
  }
}
