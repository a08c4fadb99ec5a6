/// What can be said at any time about the mean of bounded differences, however often one looks.
///
/// Differences `dᵢ` of scores in a known range of width `c`, such as edges in −1…1, come in one by
/// one. Around their mean `d̄` the interval `d̄ ± g(V) / t` holds the average of their expectations
/// at *all* times at once with the chance `1 − α`. `V = max(1, Σ (dᵢ − d̄ᵢ₋₁)²)` is the empirical
/// variance process and `g` the boundary of a gamma-exponential mixture [Choe and Ramdas 2024],
/// [Howard et al. 2021]. The same mixture at `Σ dᵢ` is an e-process against "not above 0 on
/// average": above `1/α` at any time with a chance of at most `α`.
///
///     var process = EmpiricalBernsteinProcess()
///     for _ in 0..<100 { process?.observe(0.3) }
///     process?.interval()  // 0.19913720…0.40086280
///
/// It is honest and wide: with 100 differences about ±0.11.
///
/// [Choe and Ramdas 2024]: https://doi.org/10.1287/opre.2021.0792
/// [Howard et al. 2021]: https://doi.org/10.1214/20-AOS1991
public struct EmpiricalBernsteinProcess: Sendable, Equatable {
  /// How many differences were observed.
  public private(set) var count = 0
  /// The sum of the squared surprises, `Σ (dᵢ − d̄ᵢ₋₁)²` with `d̄₀ = 0`.
  public private(set) var variance = 0.0
  /// The chance that the interval misses, at any time at all.
  public let alpha: Double
  private var sum = 0.0
  private let mixture: GammaExponentialMixture

  /// Creates the process before any difference.
  ///
  /// `width` is that of the range of differences, `alpha` in 0…1 the chance to miss, and `tunedTo`
  /// the variance at which the interval is to be narrowest. Nothing unless all are above 0 and
  /// `alpha` is below 1.
  public init?(width: Double = 2, alpha: Double = 0.05, tunedTo: Double = 10) {
    guard width > 0, width.isFinite, alpha > 0, alpha < 1, tunedTo > 0, tunedTo.isFinite else {
      return nil
    }
    self.alpha = alpha
    mixture = GammaExponentialMixture(scale: width, variance: tunedTo, alpha: alpha / 2)
  }

  /// Takes in the next difference.
  public mutating func observe(_ difference: Double) {
    let surprise = difference - (mean ?? 0)
    variance += surprise * surprise
    sum += difference
    count += 1
  }

  /// The mean of the differences, or nothing before the first.
  public var mean: Double? { count == 0 ? nil : sum / Double(count) }

  /// Returns the interval that holds the average expectation at all times, or nothing before the
  /// first difference; with few differences it may reach beyond their range.
  public func interval() -> Interval? {
    guard let mean else { return nil }
    let reach = mixture.boundary(variance: max(1, variance), alpha: alpha / 2) / Double(count)
    return Interval(mean - reach, mean + reach)
  }

  /// The logarithm of the evidence that the differences are above 0 on average; 0 before the first.
  public var logEValue: Double { mixture.logValue(sum: sum, variance: variance) }

  /// The logarithm of the evidence that the differences are below 0 on average; 0 before the first.
  public var logEValueBelow: Double { mixture.logValue(sum: -sum, variance: variance) }
}
