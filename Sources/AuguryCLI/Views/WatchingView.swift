import Augury
import AuguryRendering
import AuguryStore

/// What is special in how a question is watched, and what was found about it.
struct WatchingView {
  private let settings: Scheduling
  /// The day until which it is put off now, and why.
  private let snooze: (until: CivilDate, reason: String?)?
  private let rule: Rule?
  private let reviews: [(entry: Entry, review: Review)]

  init(_ question: Identifier, _ number: Int64, _ zone: ZoneRules, _ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    settings = try snapshot.scheduling(of: number) ?? Scheduling(question: question)
    snooze = try snapshot.snooze(of: number).flatMap { found in
      guard found.snooze.stands(at: vantage.instant, in: zone), let until = found.snooze.until
      else { return nil }
      return (until, found.snooze.reason)
    }
    rule = try snapshot.rule(of: number)?.rule
    reviews = try snapshot.reviews(of: number).compactMap { entry in
      if case .review(let review) = entry.body { (entry, review) } else { nil }
    }
  }

  /// Adds what there is to say.
  func add(to block: inout KeyValueBlock) {
    if !settings.special.isEmpty { block.items.append(.bullets("watched", settings.special)) }
    block.add("put off", snooze.map { "until \($0.until)" + ($0.reason.map { ": \($0)" } ?? "") })
    block.add("rule", rule?.line)
    if !reviews.isEmpty { block.items.append(.bullets("found", reviews.map { text($0.review) })) }
  }

  /// The same as members of a JSON object.
  var json: [(String, JSONOutput)] {
    [
      ("settings", settings.json),
      ("snoozed_until", snooze.map { .string($0.until.description) } ?? .null),
      ("rule", rule?.json ?? .null), ("reviews", .array(reviews.map(json))),
    ]
  }

  private func text(_ review: Review) -> String {
    var text = "\(review.looked.civilDate): \(review.finding)"
    if let proposal = review.proposal { text += "; proposed: \(proposal.words)" }
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
