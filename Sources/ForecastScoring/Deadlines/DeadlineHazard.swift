import Glibc

/// How the chance of an event is spread over the time until a deadline.
public enum DeadlineHazard: Sendable, Equatable {
  /// It may come at any moment with the same readiness.
  case constant
  /// Its readiness grows (shape above 1) or fades (below 1) as a power of time, after Weibull.
  ///
  /// The shape must be above 0.
  case weibull(shape: Double)
  /// Every day until the deadline is as likely as any other to be the day.
  case uniform
}

/// Returns what is left of the chance that something happens by a deadline, when a share of the
/// time has gone by without it.
///
/// For `u = elapsed / horizon`, within 0…1, and the chance `p` at the start: a constant hazard
/// leaves `1 − (1 − p)^(1 − u)`, Weibull's of shape `k` leaves `1 − (1 − p)^(1 − uᵏ)`, a uniform
/// date `p (1 − u) / (1 − p u)`. All begin with `p` and end with 0 [Kalbfleisch and Prentice 2002].
/// Only "by" decays; the chance of something *on* a date does not. In 0…1. Nothing unless the
/// horizon and a Weibull shape are above 0 and `p` is within 0…1.
///
///     chanceLeft(of: 0.4, elapsed: 50, horizon: 100)  // 0.2254033307585166
///
/// [Kalbfleisch and Prentice 2002]: https://doi.org/10.1002/9781118032985
public func chanceLeft(
  of probability: Double, elapsed: Double, horizon: Double, hazard: DeadlineHazard = .constant
) -> Double? {
  let share = elapsed / horizon
  guard horizon > 0, (0...1).contains(probability), !share.isNaN else { return nil }
  let passed = min(max(share, 0), 1)
  guard passed < 1 else { return 0 }
  switch hazard {
  case .constant: return chance(probability, within: 1 - passed)
  case .weibull(let shape):
    return shape > 0 ? chance(probability, within: 1 - pow(passed, shape)) : nil
  case .uniform:
    return probability < 1 ? probability * (1 - passed) / (1 - probability * passed) : 1
  }
}

/// Returns what is left of the chance that something happens by a deadline, for any spread of its
/// date: `(F(T) − F(t)) / (1 − F(t))`.
///
/// `cumulative` is `F`, the chance, as seen at the start, that it has happened by a time. In 0…1;
/// 0 from the deadline on; nothing when `F(t)` is 1, so that it should have happened already. See
/// ``chanceLeft(of:elapsed:horizon:hazard:)`` for the citation.
///
///     chanceLeft(elapsed: 50, horizon: 100) { 0.4 * $0 / 100 }  // 0.25
public func chanceLeft(
  elapsed: Double, horizon: Double, cumulative: (Double) -> Double
) -> Double? {
  guard elapsed < horizon else { return 0 }
  let before = cumulative(elapsed)
  guard before < 1 else { return nil }
  return min(max((cumulative(horizon) - before) / (1 - before), 0), 1)
}

/// Returns the constant hazard, per unit of time, that a chance `p` by a horizon stands for:
/// `−ln(1 − p) / T`, or nothing unless the horizon is above 0 and `p` is in 0 ..< 1.
///
/// See ``chanceLeft(of:elapsed:horizon:hazard:)`` for the citation.
///
///     hazardRate(of: 0.4, horizon: 100)  // 0.005108256237659907
public func hazardRate(of probability: Double, horizon: Double) -> Double? {
  guard horizon > 0, probability >= 0, probability < 1 else { return nil }
  return -log1p(-probability) / horizon
}

/// Returns the chance that something happens within so many spans of time, when it is `p` within
/// one and its readiness does not change: `1 − (1 − p)^spans`.
///
/// In 0…1; nothing unless `p` is within 0…1 and `spans` is 0 or above. See
/// ``chanceLeft(of:elapsed:horizon:hazard:)`` for the citation.
///
///     chance(of: 0.1, over: 2)  // 0.18999999999999995
public func chance(of probability: Double, over spans: Double) -> Double? {
  guard (0...1).contains(probability), spans >= 0, spans.isFinite else { return nil }
  return spans == 0 ? 0 : chance(probability, within: spans)
}

/// `1 − (1 − p)^x`, without losing the digits of a small chance.
private func chance(_ probability: Double, within exponent: Double) -> Double {
  -expm1(exponent * log1p(-probability))
}
