import Glibc

/// When an event came, or until when it has not come.
public enum EventTime: Sendable, Equatable {
  /// It came at this time.
  case happened(Double)
  /// It had not come by this time, and nobody has looked since.
  case notBy(Double)

  /// The time itself.
  public var time: Double {
    switch self {
    case .happened(let time), .notBy(let time): time
    }
  }
}

/// A time at which events came, and the share of cases still without one just after it.
public struct SurvivalStep: Sendable, Equatable {
  /// The time.
  public let time: Double
  /// The share still without the event, 0…1.
  public let survival: Double
}

/// Returns the share of cases that go without the event for longer than a time, as a falling row
/// of steps.
///
/// At each time with events the share is multiplied with `1 − d / r`, for `d` events among `r`
/// cases still watched just before [Kaplan and Meier 1958]. Cases whose watching ends at the time
/// of an event count as watched then. Empty without events.
///
///     kaplanMeier([.happened(2), .notBy(3), .happened(5)])  // ⅔ from 2, 0 from 5
///
/// [Kaplan and Meier 1958]: https://doi.org/10.1080/01621459.1958.10501452
public func kaplanMeier(_ times: [EventTime]) -> [SurvivalStep] {
  let sorted = times.sorted { $0.time < $1.time }
  var steps: [SurvivalStep] = []
  var survival = 1.0
  var place = 0
  while place < sorted.count {
    let time = sorted[place].time
    let group = sorted[place...].prefix { $0.time == time }
    let events = group.count { $0 == .happened(time) }
    if events > 0 {
      survival *= 1 - Double(events) / Double(sorted.count - place)
      steps.append(SurvivalStep(time: time, survival: survival))
    }
    // A time that equals nothing, not even itself, must not stop the loop from moving on.
    place += max(1, group.count)
  }
  return steps
}

/// Returns the log score of a forecast of a date that may not have come yet: `−ln f(T)` when the
/// event came at `T`, `−ln S(C)` when it had not come by `C`.
///
/// `density` is `f`, per unit of time, and `survival` is `S`, the chance of a later date. In nats;
/// lower is better; ∞ for a date thought impossible, and it may be below 0 for a density above 1.
/// Proper when the time of the last look does not depend on the event [Rindt et al. 2022].
///
///     censoredLogScore(of: .notBy(120), density: { _ in 0.01 }, survival: { _ in 0.5 })  // ln 2
///
/// [Rindt et al. 2022]: https://proceedings.mlr.press/v151/rindt22a.html
public func censoredLogScore(
  of outcome: EventTime, density: (Double) -> Double, survival: (Double) -> Double
) -> Double {
  switch outcome {
  case .happened(let time): -log(density(time))
  case .notBy(let time): -log(survival(time))
  }
}

/// Returns the log score of a date forecast by a constant hazard `rate` per unit of time:
/// `λ T − ln λ` when the event came at `T`, `λ C` when it had not come by `C`.
///
/// For unit, direction and citation see ``censoredLogScore(of:density:survival:)``.
///
///     censoredLogScore(of: .notBy(120), rate: 0.01)  // 1.2
public func censoredLogScore(of outcome: EventTime, rate: Double) -> Double {
  switch outcome {
  case .happened(let time): rate * time - log(rate)
  case .notBy(let time): rate * time
  }
}
