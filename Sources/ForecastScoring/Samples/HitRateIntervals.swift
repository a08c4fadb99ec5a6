/// Returns Wilson's interval for the chance behind `hits` of `trials`.
///
/// It holds the chances that a normal test would not reject:
/// `(h + z²/2 ± z √(h (n − h) / n + z²/4)) / (n + z²)` [Wilson 1927], within 0…1. On average over
/// chances it covers its `level`. Nothing unless `0 ≤ hits ≤ trials`, `trials > 0` and the level
/// is within 0…1.
///
///     wilsonInterval(hits: 15, of: 17)  // 0.6566…0.9671
///
/// [Wilson 1927]: https://doi.org/10.1080/01621459.1927.10502953
public func wilsonInterval(hits: Int, of trials: Int, level: Double = 0.95) -> Interval? {
  guard let z = checked(hits, trials, level, { NormalDistribution.quantile(of: (1 + $0) / 2) })
  else { return nil }
  let h = Double(hits)
  let n = Double(trials)
  let centre = h + z * z / 2
  let reach = z * (h * (n - h) / n + z * z / 4).squareRoot()
  return Interval(max(0, (centre - reach) / (n + z * z)), min(1, (centre + reach) / (n + z * z)))
}

/// Returns the interval of Clopper and Pearson for the chance behind `hits` of `trials`.
///
/// Its ends are the chances at which so many hits, or so few, would have a chance of
/// `(1 − level) / 2` [Clopper and Pearson 1934]; they are quantiles of beta distributions. It
/// covers at least its `level` for every chance, and often much more. Nothing in the cases of
/// ``wilsonInterval(hits:of:level:)``.
///
///     clopperPearsonInterval(hits: 15, of: 17)  // 0.6356…0.9854
///
/// [Clopper and Pearson 1934]: https://doi.org/10.1093/biomet/26.4.404
public func clopperPearsonInterval(hits: Int, of trials: Int, level: Double = 0.95) -> Interval? {
  guard let tail = checked(hits, trials, level, { (1 - $0) / 2 }) else { return nil }
  let h = Double(hits)
  let misses = Double(trials - hits)
  let low = BetaDistribution(alpha: h, beta: misses + 1)?.quantile(of: tail)
  let high = BetaDistribution(alpha: h + 1, beta: misses)?.quantile(of: 1 - tail)
  return Interval(low ?? 0, high ?? 1)
}

/// Returns Jeffreys' interval for the chance behind `hits` of `trials`.
///
/// Its ends are quantiles of the beta distribution with `h + ½` and `n − h + ½`, but 0 for no hit
/// and 1 for no miss [Brown, Cai and DasGupta 2001]. Nothing in the cases of
/// ``wilsonInterval(hits:of:level:)``.
///
///     jeffreysInterval(hits: 15, of: 17)  // 0.6732…0.9747
///
/// [Brown, Cai and DasGupta 2001]: https://doi.org/10.1214/ss/1009213286
public func jeffreysInterval(hits: Int, of trials: Int, level: Double = 0.95) -> Interval? {
  guard let tail = checked(hits, trials, level, { (1 - $0) / 2 }),
    let belief = BetaDistribution(alpha: Double(hits) + 0.5, beta: Double(trials - hits) + 0.5)
  else { return nil }
  return Interval(
    hits == 0 ? 0 : belief.quantile(of: tail), hits == trials ? 1 : belief.quantile(of: 1 - tail))
}

/// What `figure` makes of the level, or nothing when counts or level are not those of an interval.
private func checked(
  _ hits: Int, _ trials: Int, _ level: Double, _ figure: (Double) -> Double?
) -> Double? {
  guard trials > 0, hits >= 0, hits <= trials, level > 0, level < 1 else { return nil }
  return figure(level)
}
