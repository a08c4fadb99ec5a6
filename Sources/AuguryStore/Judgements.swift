package import Augury

extension Snapshot {
  /// Judges one forecast; nothing when it does not stand.
  package func judgement(
    _ number: Int64, on question: Int64, _ zones: Zones, at instant: Instant,
    grade: CaptureGrade = .documented
  ) throws(StoreError) -> Judgement? {
    let policy = Policy(grade: grade, at: instant)
    return try judgements(on: question, zones, policy)[number]
  }

  /// Judges all forecasts on a question, by their numbers.
  package func judgements(
    on question: Int64, _ zones: Zones, _ policy: Policy
  ) throws(StoreError) -> [Int64: Judgement] {
    let statements = try statements(on: question)
    return TrackRecord.judgements(statements, policy, zones)
  }
}
