/// The mean Brier score as reliability, resolution and uncertainty, after Murphy.
///
/// `BS = REL − RES + UNC` over the distinct probabilities `pₖ` that were forecast, `nₖ` times each,
/// with the frequency `ȳₖ` of the event: `REL = Σ nₖ (pₖ − ȳₖ)² / n` (lower is better),
/// `RES = Σ nₖ (ȳₖ − ȳ)² / n` (higher is better), `UNC = ȳ (1 − ȳ)`. Each is in 0…1, uncertainty in
/// 0…¼. "Resolution" is the literature's word, and has nothing to do with how a question was
/// resolved. See [Murphy 1973].
///
/// With few forecasts per probability it says little: reliability comes out too high and
/// uncertainty too low. ``biasCorrected`` mends a part; ``CORPDecomposition`` is the better choice.
///
///     let parts = MurphyDecomposition(
///       of: [0.6, 0.6, 0.6, 0.6, 0.6], happened: [true, false, true, true, false])
///     parts?.uncertainty  // 0.24
///
/// [Murphy 1973]: https://doi.org/10.1175/1520-0450(1973)012%3C0595:ANVPOT%3E2.0.CO;2
public struct MurphyDecomposition: Sendable, Equatable {
  /// The three components, whose combination `reliability − resolution + uncertainty` is the score.
  public struct Components: Sendable, Equatable {
    /// The mean squared distance of what was forecast from what then happened; lower is better.
    public let reliability: Double
    /// The mean squared distance of what then happened from the base rate; higher is better.
    public let resolution: Double
    /// The variance of the outcomes.
    public let uncertainty: Double
  }

  /// The mean Brier score, 0…1.
  public let score: Double
  /// The mean squared distance of what was forecast from what then happened, 0…1.
  public var reliability: Double { plain.reliability }
  /// The mean squared distance of what then happened from the base rate, 0…¼.
  public var resolution: Double { plain.resolution }
  /// The variance of the outcomes, 0…¼.
  public var uncertainty: Double { plain.uncertainty }
  /// How many probabilities were forecast only once; the correction can do nothing for them.
  public let singletons: Int
  /// The components less their known bias; nil for a single forecast.
  ///
  /// `A = Σ nₖ ȳₖ (1 − ȳₖ) / (nₖ − 1) / n`, over probabilities forecast more than once, is taken
  /// from reliability and resolution, and `B = ȳ (1 − ȳ) / (n − 1)` added to resolution and
  /// uncertainty, so that the sum stays. Corrected components can be below 0. See [Bröcker 2012]
  /// and [Ferro and Fricker 2012].
  ///
  /// [Bröcker 2012]: https://doi.org/10.1007/s00382-011-1191-1
  /// [Ferro and Fricker 2012]: https://doi.org/10.1002/qj.1924
  public let biasCorrected: Components?
  private let plain: Components

  /// Decomposes the mean Brier score of forecasts.
  ///
  /// Nil without forecasts, when there are not as many outcomes, and when a probability is not
  /// within 0…1.
  public init?(of probabilities: [Double], happened: [Bool]) {
    guard let groups = SortedForecasts(probabilities, happened) else { return nil }
    let totals = groups.totals
    let count = Double(totals.count)
    let rate = Double(totals.occurrences) / count
    var reliability = 0.0
    var resolution = 0.0
    var within = 0.0
    for group in groups {
      let size = Double(group.count)
      let frequency = Double(group.occurrences) / size
      let variance = frequency * (1 - frequency)
      reliability += size * (group.probability - frequency) * (group.probability - frequency)
      resolution += size * (frequency - rate) * (frequency - rate)
      if group.count > 1 { within += size * variance / (size - 1) }
    }
    plain = Components(
      reliability: reliability / count, resolution: resolution / count,
      uncertainty: rate * (1 - rate))
    score = plain.reliability - plain.resolution + plain.uncertainty
    singletons = groups.count { $0.count == 1 }
    biasCorrected = totals.count > 1 ? plain.corrected(within: within / count, of: count) : nil
  }
}

extension MurphyDecomposition.Components {
  fileprivate func corrected(within: Double, of count: Double) -> Self {
    let between = uncertainty / (count - 1)
    return Self(
      reliability: reliability - within, resolution: resolution - within + between,
      uncertainty: uncertainty + between)
  }
}
