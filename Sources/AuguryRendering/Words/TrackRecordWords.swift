package import Augury

/// The sentences of the leaderboard, the same in every form of it.
package struct TrackRecordWords: Sendable {
  private let record: TrackRecord

  /// Creates the words for a track record.
  package init(_ record: TrackRecord) {
    self.record = record
  }

  /// The title.
  package var heading: String { "Track record at \(record.policy.instant.rfc3339)" }

  /// What counts, and what was looked at.
  package var counts: [String] {
    let policy = PolicyWords(record.policy)
    return [policy.counts, policy.window, policy.filter].compactMap(\.self)
  }

  /// How many forecasts reach each stage: "41 recorded → 38 scoreable → …".
  package var funnel: String {
    let funnel = record.funnel
    let stages = [
      ("recorded", funnel.recorded), ("scoreable", funnel.scoreable), ("due", funnel.due),
      ("resolved", funnel.resolved), ("scored", funnel.scored),
    ]
    return stages.map { "\(NumberText.grouped($0.1)) \($0.0)" }.joined(separator: " → ")
  }

  /// Why the others are not scored; nothing when all are.
  package var losses: String? {
    let losses = record.orderedReasons.map { "\(NumberText.grouped($0.1)) \($0.0)" }
    return losses.isEmpty ? nil : "Not scored: \(Sentence.list(losses))."
  }

  /// The ranks that a source may have, "3–11 of 24"; nothing where it is not ranked.
  package func rank(_ line: TrackRecord.Line) -> String? {
    line.figures?.edge?.rank.map {
      "\(TrackRecordWords.places($0)) of \(NumberText.grouped(record.ranked))"
    }
  }

  /// The ranks that a reference may have, were it one of the ranked sources.
  package func rank(_ reference: TrackRecord.Reference) -> String? {
    reference.rank.map(TrackRecordWords.places)
  }

  private static func places(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }

  /// The references; none where always saying 50 % is the only one and has no edge, since a note says
  /// that it scores 0.25.
  package var references: [TrackRecord.Reference] {
    let isBare = record.references.allSatisfy { $0.kind == .even && $0.figures.edge == nil }
    return isBare ? [] : record.references
  }

  /// What stands over the references.
  package var referenceHeading: String {
    "For comparison, what these would have scored on the questions on which a source was scored:"
  }

  /// What a reference is called in the place of a source.
  package func name(of reference: ReferenceKind) -> String {
    switch reference {
    case .consensus: "consensus of all sources"
    case .baseRate: "base rates"
    case .even: "always 50 %"
    case .baseline: "stated baselines"
    case .rival: "the other source"
    }
  }

  /// What may be said of a source's edge.
  package func verdict(_ line: TrackRecord.Line) -> String {
    line.figures?.edge?.verdict.rawValue
      ?? (line.figures == nil ? "nothing scored" : "no reference")
  }

  /// What stands over the sources that are not ranked.
  package var unranked: String {
    "Not ranked, by name. A rank takes \(EvidenceBar.units) questions that could be compared, on "
      + "\(EvidenceBar.events) events."
  }

  /// Whether a mean depends on what words mean or on what is disputed.
  package var hasRanges: Bool { record.lines.contains { $0.brierBounds?.isOpen == true } }

  /// Whether anything could be compared with a reference.
  package var hasEdges: Bool { record.lines.contains { $0.figures?.edge != nil } }

  /// What the figures mean and how far they carry.
  package var notes: [String] {
    let brier = "Brier: the mean of (p − y)², from 0 (best) to 1; always saying 50 % gives 0.25."
    return [brier, found, ranges].compactMap(\.self) + (hasEdges ? edges : noEdges)
  }

  private var found: String? {
    if let afterwards = record.grades[.afterwards], afterwards > 0 {
      return "Of the scored forecasts, \(NumberText.grouped(afterwards)) "
        + "\(afterwards == 1 ? "is" : "are") graded afterwards: such a record proves no foresight."
    }
    guard let left = record.funnel.reasons[.afterwards], left > 0 else { return nil }
    return
      "Found afterwards: entered when the outcome was known or its time was over, with no earlier "
      + "record; --grade all counts them."
  }

  private var ranges: String? {
    guard hasRanges else { return nil }
    return
      "Words count with the score expected over all that readers take them for. The range has every "
      + "word, and every disputed or undecided claim, at its best and at its worst."
  }

  private var noEdges: [String] {
    guard record.lines.contains(where: { $0.figures != nil }) else { return [] }
    return [
      "Nothing could be compared with a reference: no baseline was stated, no three other sources "
        + "had spoken on the same question, and no base rate counts for it. Means over different questions "
        + "do not rank sources against one another."
    ]
  }

  private var edges: [String] {
    let edge =
      "Raw edge: Brier of the reference less that of the source; above 0 the source was closer. Edge: "
      + "the same, drawn towards the common mean as far as it is unsure. Ranked from \(EvidenceBar.units) questions on "
      + "\(EvidenceBar.events) events; no range below \(EdgeFigure.leastEvents) events."
    return [edge] + [difference].compactMap(\.self)
  }

  /// What is said where nothing stands out.
  package var difference: String? {
    let verdicts = Set(record.lines.compactMap { $0.figures?.edge?.verdict })
    if verdicts.isEmpty { return nil }
    if verdicts == [.tooFew] {
      return "Nothing here is enough to tell a source from its reference."
    }
    guard record.spread == 0 || verdicts.isDisjoint(with: [.better, .worse]) else { return nil }
    return "Differences between most sources here are within chance."
  }
}

extension TrackRecord {
  /// How many sources are ranked.
  package var ranked: Int { lines.count { $0.figures?.edge?.rank != nil } }

  /// The reasons for losses in the order in which they are tried.
  package var orderedReasons: [(String, Int)] {
    Scoreability.allCases.compactMap { reason in
      funnel.reasons[reason].map { (reason.rawValue, $0) }
    }
  }
}
