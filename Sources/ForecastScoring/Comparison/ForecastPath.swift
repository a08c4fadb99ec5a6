/// What one source said about one question as time went by.
///
/// Times are in one unit of the caller's choice, days say, from an origin of the caller's choice.
public struct ForecastPath: Sendable, Equatable {
  /// A chance and the time from which it stands.
  public struct Step: Sendable, Equatable {
    /// When the chance was stated.
    public let time: Double
    /// The chance, 0…1.
    public let probability: Double

    /// Creates a step.
    public init(time: Double, probability: Double) {
      self.time = time
      self.probability = probability
    }
  }

  /// The steps from the earliest to the latest.
  public let steps: [Step]

  /// Creates a path; of steps with the same time the last one given stands.
  public init(_ steps: [Step]) {
    self.steps = steps.enumerated()
      .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  /// Returns the chance that stands at a time: the latest one stated by then, or nothing before
  /// the first.
  ///
  ///     ForecastPath([.init(time: 3, probability: 0.6)]).probability(at: 5)  // 0.6
  public func probability(at time: Double) -> Double? {
    steps.last { $0.time <= time }?.probability
  }
}

/// The time that a question was open to forecasts.
public struct QuestionSpan: Sendable, Equatable {
  /// When forecasts began to count.
  public let open: Double
  /// When they ceased to count, because the outcome was known or the time was over.
  public let close: Double
  /// When they were to cease at the latest, as announced.
  public let scheduledClose: Double

  /// Creates a span, or nothing unless `open < scheduledClose` and `open ≤ close ≤ scheduledClose`.
  public init?(open: Double, close: Double, scheduledClose: Double) {
    guard open < scheduledClose, open <= close, close <= scheduledClose else { return nil }
    self.open = open
    self.close = close
    self.scheduledClose = scheduledClose
  }

  /// The announced duration, above 0.
  public var scheduledDuration: Double { scheduledClose - open }

  /// The stretches of the span within which no path changes, in order of time.
  func stretches(of paths: [ForecastPath]) -> [(start: Double, share: Double)] {
    let changes = paths.flatMap(\.steps).map(\.time).filter { open < $0 && $0 < close }
    let ends = Array(Set(changes + [open, close])).sorted()
    return zip(ends, ends.dropFirst()).map { ($0, ($1 - $0) / scheduledDuration) }
  }
}
