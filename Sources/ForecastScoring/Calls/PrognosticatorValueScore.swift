/// Returns the prognosticator value score of calls, `10 (right − wrong) / all`.
///
/// `all` counts also the calls that came to nothing. In −10…10; higher is better. It knows neither
/// how hard the calls were nor how little a few of them say: for comparison with the study that
/// made it up, [Hamilton College 2011], not for ranking. Nothing unless `right` and `wrong` are 0
/// or more and at most `all`, above 0, together.
///
///     prognosticatorValueScore(right: 15, wrong: 1, of: 17)  // 8.235294117647058
///
/// [Hamilton College 2011]: https://courses.hamilton.edu/public-policy-501/the-paper
public func prognosticatorValueScore(right: Int, wrong: Int, of all: Int) -> Double? {
  guard right >= 0, wrong >= 0, all > 0, right + wrong <= all else { return nil }
  return 10 * Double(right - wrong) / Double(all)
}

/// Returns the share of right calls among those that were settled, 0…1, or nothing for none.
///
/// It means nothing without the chance that the calls had: see ``ReferenceCalls``.
///
///     hitRate(right: 15, wrong: 1)  // 0.9375
public func hitRate(right: Int, wrong: Int) -> Double? {
  guard right >= 0, wrong >= 0, right + wrong > 0 else { return nil }
  return Double(right) / Double(right + wrong)
}
