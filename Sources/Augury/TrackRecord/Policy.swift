/// Which of a source's statements about one question is taken.
public enum Take: String, Sendable, CaseIterable {
  /// The first that can be scored.
  case first
  /// The last that can be scored.
  case last
  /// The mean score of all that can be scored.
  case average
}

/// What counts in a track record.
public struct Policy: Sendable, Equatable {
  /// The weakest capture grade that counts.
  public var grade: CaptureGrade
  /// Which statement is taken.
  public var take: Take
  /// The instant to judge at: a window that ends later has not passed.
  public var instant: Instant

  /// Creates a policy.
  public init(grade: CaptureGrade = .documented, take: Take = .first, at instant: Instant) {
    self.grade = grade
    self.take = take
    self.instant = instant
  }
}
