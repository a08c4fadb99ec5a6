internal import Glibc

/// The unit of a logarithmic score: the base of its logarithm.
public enum LogUnit: Sendable, CaseIterable {
  /// Natural logarithms.
  case nats
  /// Logarithms to the base 2; a bit is ln 2 = 0.693 nats.
  case bits

  /// How many of this unit make up one nat.
  @usableFromInline var perNat: Double { self == .nats ? 1 : 1 / 0.693_147_180_559_945_3 }
}

/// Returns the logarithmic score of a binary forecast, `−ln p` if it happened, `−ln (1 − p)` if
/// not.
///
/// `p` is the probability given to the event, 0…1, and is first brought into `clip` … 1 − `clip`;
/// `clip` is 0…½ and 0 unless said otherwise. The score is in nats or bits, in 0…∞; lower is
/// better; a constant ½ scores ln 2 nats, 1 bit. Certainty that was wrong scores infinity, which
/// ruins any mean: a clip bounds it by −ln `clip`, after which the score is no longer strictly
/// proper beyond the clip. See [Good 1952].
///
///     logScore(of: 0.8, happened: true)  // 0.2231435513142097
///     logScore(of: 0, happened: true, clip: 0.01)  // 4.605170185988091
///
/// [Good 1952]: https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
public func logScore(
  of probability: Double, happened: Bool, in unit: LogUnit = .nats, clip: Double = 0
) -> Double {
  let least = min(0.5, max(0, clip))
  let clipped = min(1 - least, max(least, probability))
  let logarithm = happened ? log(clipped) : log1p(-clipped)
  return max(0, -logarithm * unit.perNat)
}

/// Returns the logarithmic score of a forecast over several categories, `−ln` of what came true.
///
/// `probabilities` gives each category its probability, 0…1; `observed` is the index of the
/// category that came true, whose probability is raised to `clip` when it is lower. The score is in
/// nats or bits, in 0…∞; lower is better. An index outside the categories had probability 0. It is
/// not the ranked log score, which some libraries print under a similar name. See [Good 1952].
///
///     logScore(of: [0.2, 0.5, 0.3], observed: 1, in: .bits)  // 1
///
/// [Good 1952]: https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
public func logScore(
  of probabilities: [Double], observed: Int, in unit: LogUnit = .nats, clip: Double = 0
) -> Double {
  let given = probabilities.indices.contains(observed) ? probabilities[observed] : 0
  let clipped = min(1, max(clip, max(0, given)))
  return max(0, -log(clipped) * unit.perNat)
}
