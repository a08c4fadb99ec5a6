/// Returns the least and the greatest Brier score that an interval of meanings can have.
///
/// "Likely" may mean any probability of `meaning`, a range within 0…1. If it happened the best
/// reading scores `(1 − u)²` and the worst `(1 − l)²`; if not, `l²` and `u²`. Where the outcome is
/// disputed (`nil`), the best is over both outcomes, and so is the worst. The ends are in 0…1;
/// lower is better. Means of the bounds are bounds of the mean. There is no strictly proper score
/// of an imprecise forecast ([Seidenfeld et al. 2012]), which is why there are two numbers.
///
///     brierBounds(of: Interval(0.55, 0.8), happened: true)  // 0.04 … 0.2025
///
/// [Seidenfeld et al. 2012]: https://doi.org/10.1016/j.ijar.2012.06.018
public func brierBounds(of meaning: Interval, happened: Bool?) -> Interval {
  bounds(of: meaning, happened: happened) { brierScore(of: $0, happened: $1) }
}

/// Returns the least and the greatest logarithmic score that an interval of meanings can have.
///
/// The readings are those of ``brierBounds(of:happened:)``, each scored by
/// ``logScore(of:happened:in:clip:)``. The ends are in nats, in 0…∞; lower is better. See [Good
/// 1952].
///
///     logScoreBounds(of: Interval(0.55, 0.8), happened: true)  // 0.2231 … 0.5978
///
/// [Good 1952]: https://doi.org/10.1111/j.2517-6161.1952.tb00104.x
public func logScoreBounds(of meaning: Interval, happened: Bool?, clip: Double = 0) -> Interval {
  bounds(of: meaning, happened: happened) { logScore(of: $0, happened: $1, clip: clip) }
}

/// Returns the Brier score of the middle of an interval of meanings.
///
/// For sensitivity only: it hides how vague the words were, and scoring midpoints is in general not
/// proper ([Mitchell and Ferro 2017]). In 0…1; lower is better.
///
///     midpointBrierScore(of: Interval(0.55, 0.8), happened: true)  // 0.105625
///
/// [Mitchell and Ferro 2017]: https://doi.org/10.1002/qj.3029
public func midpointBrierScore(of meaning: Interval, happened: Bool) -> Double {
  brierScore(of: (meaning.low + meaning.high) / 2, happened: happened)
}

/// Returns the bounds of the mean Brier score of forecasts in words, each an interval of meanings.
///
/// It is the mean of the ``brierBounds(of:happened:)``, over as many forecasts as have an outcome
/// in `happened` (`nil` there means disputed: both outcomes are counted with). A probability stated
/// as a number is an interval without width; with disputed outcomes the result then bounds the
/// score in the manner of [Manski 1990]. Nil of no forecasts.
///
///     meanBrierBounds(of: [Interval(0.55, 0.8), Interval(0.3, 0.3)], happened: [true, nil])
///       // 0.065 … 0.34625
///
/// [Manski 1990]: https://www.jstor.org/stable/2006592
public func meanBrierBounds(of meanings: [Interval], happened: [Bool?]) -> Interval? {
  var best = Mean()
  var worst = Mean()
  for (meaning, happened) in zip(meanings, happened) {
    let bounds = brierBounds(of: meaning, happened: happened)
    best.add(bounds.low)
    worst.add(bounds.high)
  }
  guard let low = best.value, let high = worst.value else { return nil }
  return Interval(low, high)
}

/// The extremes of a score that is monotone in the probability, over both ends and the outcomes.
private func bounds(
  of meaning: Interval, happened: Bool?, by score: (Double, Bool) -> Double
) -> Interval {
  guard let happened else {
    let yes = bounds(of: meaning, happened: true, by: score)
    let no = bounds(of: meaning, happened: false, by: score)
    return Interval(min(yes.low, no.low), max(yes.high, no.high))
  }
  return Interval(score(meaning.low, happened), score(meaning.high, happened))
}
