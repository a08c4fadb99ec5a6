/// A forecast of when something will happen: the chance that it has happened by each of some days.
///
/// Between the days the chance runs along straight lines, from 0 at day 0; after the last day it
/// stays. What has not happened by `horizon` is known only not to have happened by then, and every
/// score here uses no more than that: forecasts are never scored on a guessed date.
public struct DateForecast: Sendable, Equatable {
  /// The days, counted from the forecast, in ascending order.
  public let days: [Double]
  /// The chance, 0…1, that it has happened by each day.
  public let chances: [Double]
  /// The day, counted from the forecast, at which watching ends.
  public let horizon: Double

  /// Creates a forecast; nil unless its days ascend from above 0 and its chances do not fall.
  ///
  /// There must be as many chances as days, at least one, all within 0…1; no day may lie after
  /// `horizon`.
  public init?(days: [Double], chances: [Double], horizon: Double) {
    guard let first = days.first, let last = days.last, days.count == chances.count,
      first > 0, last <= horizon, horizon.isFinite,
      chances.allSatisfy({ (0...1).contains($0) }),
      zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }),
      zip(chances, chances.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.days = days
    self.chances = chances
    self.horizon = horizon
  }

  /// Returns the censored continuous ranked probability score, `∫₀ᴴ (F(t) − 1{T ≤ t})² dt`, in
  /// days.
  ///
  /// `T` is the day on which it happened, nil when it had not by the horizon `H`; a later day
  /// counts as nil, a day before the forecast as day 0. The score is in 0…H; lower is better;
  /// divided by H it is in 0…1. It is the threshold-weighted score of [Gneiting and Ranjan 2011]
  /// with weight 1 up to H, and proper.
  ///
  ///     let forecast = DateForecast(days: [50], chances: [0.5], horizon: 100)
  ///     forecast?.censoredScore(happenedOn: nil)  // 16.67 + 12.5 days
  ///
  /// [Gneiting and Ranjan 2011]: https://doi.org/10.1198/jbes.2010.08110
  public func censoredScore(happenedOn day: Double?) -> Double {
    let event = max(0, day ?? .infinity)
    var sum = 0.0
    var start = (day: 0.0, chance: 0.0)
    let last = chances.last ?? 0
    for end in zip(days + [horizon], chances + [last]) where end.0 > start.day {
      sum += DateForecast.area(from: start, to: end, happenedOn: event)
      start = end
    }
    return sum
  }

  /// Returns the Brier score of the chance at each day, `(F(t) − 1{T ≤ t})²`, each in 0…1.
  ///
  ///     DateForecast(days: [30, 60], chances: [0.1, 0.25], horizon: 60)?
  ///       .thresholdScores(happenedOn: 45)  // 0.01, 0.5625
  public func thresholdScores(happenedOn day: Double?) -> [Double] {
    zip(days, chances).map { threshold, chance in
      brierScore(of: chance, happened: (day ?? .infinity) <= threshold)
    }
  }

  /// Returns the logarithmic score of the span between days in which it happened, in nats.
  ///
  /// The spans are from 0 to the first day, from each day to the next, and "after the last day",
  /// which holds what had not happened by then. A day belongs to the span that it ends. The score
  /// is in 0…∞; lower is better; infinite for a span that was given no chance. See [Good 1952].
  ///
  ///     DateForecast(days: [30, 60], chances: [0.1, 0.25], horizon: 60)?
  ///       .spanLogScore(happenedOn: nil)  // 0.2876820724517809
  ///
  /// [Good 1952]: https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
  public func spanLogScore(happenedOn day: Double?) -> Double {
    let span = days.firstIndex { (day ?? .infinity) <= $0 } ?? days.count
    let bounds = [0] + chances + [1]
    return logScore(of: bounds[span + 1] - bounds[span], happened: true)
  }

  /// The part of the integral over one straight line, divided where the event falls inside it.
  private static func area(
    from start: (day: Double, chance: Double), to end: (day: Double, chance: Double),
    happenedOn event: Double
  ) -> Double {
    let cut = min(end.day, max(start.day, event))
    let slope = (end.chance - start.chance) / (end.day - start.day)
    let middle = start.chance + slope * (cut - start.day)
    return (cut - start.day) * meanSquare(start.chance, middle)
      + (end.day - cut) * meanSquare(1 - middle, 1 - end.chance)
  }

  /// The mean of the squares of a straight line's values.
  private static func meanSquare(_ first: Double, _ last: Double) -> Double {
    (first * first + first * last + last * last) / 3
  }
}
