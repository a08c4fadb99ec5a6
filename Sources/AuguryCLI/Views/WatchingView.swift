import Augury
import AuguryRendering
import AuguryStore

/// What is special in how a question is watched, and what was found about it.
struct WatchingView {
  private let settings: Scheduling
  /// The day until which it is put off now, and why.
  private let snooze: (until: CivilDate, reason: String?)?
  private let rule: (rule: Rule, seq: Int64, recorded: Instant)?
  /// Where the looks at the rule stand; nothing where there is none or the question is decided.
  private let watch: RuleWatch?
  private let reviews: [(entry: Entry, review: Review)]

  init(_ question: Identifier, _ number: Int64, _ zone: ZoneRules, _ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    settings = try snapshot.scheduling(of: number) ?? Scheduling(question: question)
    snooze = try snapshot.snooze(of: number).flatMap { found in
      guard found.snooze.stands(at: vantage.instant, in: zone), let until = found.snooze.until
      else { return nil }
      return (until, found.snooze.reason)
    }
    rule = try snapshot.rule(of: number)
    let isOpen = try snapshot.question(number)?.outcome == nil
    watch = try rule.flatMap {
      isOpen ? try snapshot.watch(of: number, by: $0.seq, at: vantage.instant) : nil
    }
    reviews = try snapshot.reviews(of: number).compactMap { entry in
      if case .review(let review) = entry.body { (entry, review) } else { nil }
    }
  }

  /// Adds what there is to say.
  func add(to block: inout KeyValueBlock) {
    if !settings.special.isEmpty { block.items.append(.bullets("watched", settings.special)) }
    block.add("put off", snooze.map { "until \($0.until)" + ($0.reason.map { ": \($0)" } ?? "") })
    block.add(
      "rule",
      rule.map { [$0.rule.line, watch?.trouble].compactMap(\.self).joined(separator: "\n") })
    if !reviews.isEmpty { block.items.append(.bullets("found", reviews.map(text))) }
  }

  /// The same as members of a JSON object.
  var json: [(String, JSONOutput)] {
    [
      ("settings", settings.json),
      ("snoozed_until", snooze.map { .string($0.until.description) } ?? .null),
      ("rule", rule?.rule.json ?? .null), ("looks", watch.map { .object($0.members) } ?? .null),
      ("reviews", .array(reviews.map(json))),
    ]
  }

  private func text(_ item: (entry: Entry, review: Review)) -> String {
    let review = item.review
    var text = "\(review.looked.civilDate): \(review.finding)"
    if let proposal = review.proposal {
      let isProposed = rule.map { $0.seq < item.entry.seq } ?? false
      let stands = isProposed && watch?.fault?.contradiction == nil
      text += "; \(stands ? "proposed" : "proposed then"): \(proposal.words)"
    }
    for evidence in review.evidence { text += "\n" + Phrases.evidence(evidence) }
    return text
  }

  private func json(_ item: (entry: Entry, review: Review)) -> JSONOutput {
    let review = item.review
    return [
      "entry": .int(item.entry.seq), "looked_at": .string(review.looked.rfc3339),
      "finding": .string(review.finding),
      "proposal": review.proposal.map { .string($0.words) } ?? .null,
      "known": review.known.map { .string($0.description) } ?? .null,
      "evidence": .array(review.evidence.map { .string(Phrases.evidence($0)) }),
    ]
  }
}
