/// What a Brier skill score measures against.
public enum SkillReference: Sendable, Equatable {
  /// The same chance for every question; ½ is the forecast of one who knows nothing.
  case constant(Double)
  /// The share of these very questions that came true.
  ///
  /// It peeks at the outcomes: its expected score is only `(n − 1) / n` of an honest constant's,
  /// so skill against it is too low.
  case observedRate
  /// For each question the share of the *other* questions that came true.
  ///
  /// It errs the other way, by `n / (n − 1)`, and so flatters the source.
  case observedRateOfOthers
  /// The observed rate, its score corrected by `n / (n − 1)` to be right on average.
  case observedRateUnbiased
  /// A chance stated for each question.
  case stated([Double])
}

/// Returns the skill of a mean score against a reference's mean score, `1 − S / S_ref`.
///
/// 1 is perfect, 0 is as good as the reference, below 0 is worse; there is no lower limit. Scores
/// are losses from 0 up. Nothing when the reference's score is 0. The ratio is for display, not
/// for ranking: with few forecasts it can be raised by hedging [Murphy 1973].
///
///     skillScore(of: 0.15, over: 0.2)  // 0.25
///
/// [Murphy 1973]: https://doi.org/10.1175/1520-0450(1973)012%3C0215:HASSFP%3E2.0.CO;2
public func skillScore(of score: Double, over reference: Double) -> Double? {
  reference > 0 ? 1 - score / reference : nil
}

/// Returns ForecastBench's index of a mean Brier score, `100 (1 − √S)`.
///
/// `S` is a mean of scores in 0…1. The index is in 0…100, higher is better; 50 is what always saying
/// 50 % gets. It is a unit for readers of [ForecastBench] and adds nothing to the score.
///
///     brierIndex(of: 0.25)  // 50
///
/// [ForecastBench]: https://doi.org/10.48550/arXiv.2409.19839
public func brierIndex(of score: Double) -> Double { 100 * (1 - score.squareRoot()) }

/// Returns the Brier skill score of forecasts, `1 − Σ (p − y)² / Σ (q − y)²`.
///
/// The columns are read up to the end of the shortest, stated references included. Nothing for no
/// forecast, for a reference that made no error, and for the rate of others or the unbiased rate
/// when there is one question only. For range and direction see ``skillScore(of:over:)``.
///
///     brierSkillScore(of: [0.8, 0.4], happened: [true, false], over: .constant(0.5))  // 0.6
public func brierSkillScore(
  of probabilities: [Double], happened: [Bool], over reference: SkillReference
) -> Double? {
  var count = min(probabilities.count, happened.count)
  if case .stated(let stated) = reference { count = min(count, stated.count) }
  let hits = happened.prefix(count).count { $0 }
  var own = Mean()
  var other = Mean()
  for place in 0..<count {
    guard let chance = reference.chance(at: place, happened[place], hits: hits, of: count) else {
      return nil
    }
    own.add(brierScore(of: probabilities[place], happened: happened[place]))
    other.add(brierScore(of: chance, happened: happened[place]))
  }
  guard let score = own.value, let base = other.value else { return nil }
  guard case .observedRateUnbiased = reference else { return skillScore(of: score, over: base) }
  return skillScore(of: score, over: base * Double(count) / Double(count - 1))
}

extension SkillReference {
  /// The chance that the reference gives one question of `count`, of which `hits` came true.
  fileprivate func chance(at place: Int, _ happened: Bool, hits: Int, of count: Int) -> Double? {
    switch self {
    case .constant(let chance): chance
    case .stated(let chances): chances[place]
    case .observedRate: Double(hits) / Double(count)
    case .observedRateUnbiased: count > 1 ? Double(hits) / Double(count) : nil
    case .observedRateOfOthers:
      count > 1 ? Double(hits - (happened ? 1 : 0)) / Double(count - 1) : nil
    }
  }
}
