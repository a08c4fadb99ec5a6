import Glibc

/// A call that a quantity would go to a target, beside where it went.
///
/// Direction and magnitude are scored apart; a call that names no uncertainty has no more to score.
/// All figures are in the unit of the quantity unless said otherwise.
public struct TargetCall: Sendable, Equatable {
  /// Where the quantity stood when the call was made.
  public let start: Double
  /// Where it was said to go.
  public let target: Double
  /// Where it went.
  public let actual: Double

  /// Creates a call.
  public init(from start: Double, to target: Double, actual: Double) {
    self.start = start
    self.target = target
    self.actual = actual
  }

  /// Whether it moved the way that was called, or nothing when no move was called.
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).isDirectionRight  // true
  public var isDirectionRight: Bool? {
    target == start ? nil : (target > start) == (actual > start) && actual != start
  }

  /// Whether it went as far as the target or farther, or nothing when no move was called.
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).isReached  // false
  public var isReached: Bool? {
    target == start ? nil : target > start ? actual >= target : actual <= target
  }

  /// How far the target was off, from 0 up; lower is better.
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).error  // 3
  public var error: Double { abs(target - actual) }

  /// How far off it would have been to say that nothing changes, from 0 up.
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).noChangeError  // 7
  public var noChangeError: Double { abs(start - actual) }

  /// The error as a share of that of no change, or nothing when nothing changed.
  ///
  /// From 0 up; below 1 the call was of use. See [Hyndman and Koehler 2006] for relative errors; over several calls take the median.
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).relativeError  // 0.42857142857142855
  ///
  /// [Hyndman and Koehler 2006]: https://doi.org/10.1016/j.ijforecast.2006.03.001
  public var relativeError: Double? { noChangeError > 0 ? error / noChangeError : nil }

  /// The error as the absolute logarithm of target over actual, without a unit, from 0 up; nothing
  /// unless both are above 0.
  ///
  /// See [Tofallis 2015].
  ///
  ///     TargetCall(from: 100, to: 110, actual: 107).logRatioError  // 0.027651531330510053
  ///
  /// [Tofallis 2015]: https://doi.org/10.1057/jors.2014.103
  public var logRatioError: Double? {
    target > 0 && actual > 0 ? abs(log(target / actual)) : nil
  }
}
