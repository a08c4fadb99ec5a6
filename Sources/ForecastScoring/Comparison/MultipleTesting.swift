/// Returns p-values adjusted by Benjamini and Hochberg's step-up rule, in their own order.
///
/// The adjusted value of the i-th smallest of m is the least `m pⱼ / j` over `j ≥ i`, at most 1;
/// rejecting those at most `α` keeps the expected share of false discoveries at `α` when the
/// tests are independent or positively dependent [Benjamini and Hochberg 1995]. Sources that
/// answered the same questions are neither for sure: see ``benjaminiYekutieli(_:)``.
///
///     benjaminiHochberg([0.01, 0.04, 0.03])  // [0.03, 0.04, 0.04]
///
/// [Benjamini and Hochberg 1995]: https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
public func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
  stepUp(pValues, factor: 1)
}

/// Returns p-values adjusted for any dependence between the tests, in their own order.
///
/// They are those of ``benjaminiHochberg(_:)`` times `Σ 1/i` for `i` in `1…m`, at most 1
/// [Benjamini and Yekutieli 2001].
///
///     benjaminiYekutieli([0.01, 0.04])  // [0.03, 0.06]
///
/// [Benjamini and Yekutieli 2001]: https://doi.org/10.1214/aos/1013699998
public func benjaminiYekutieli(_ pValues: [Double]) -> [Double] {
  stepUp(pValues, factor: (0..<pValues.count).reduce(0.0) { $0 + 1 / Double($1 + 1) })
}

/// Returns p-values adjusted so that rejecting those at most `α` makes even one false rejection no
/// likelier than `α`, in their own order.
///
/// The adjusted value of the i-th smallest of m is the largest `(m + 1 − j) pⱼ` over `j ≤ i`, at
/// most 1; it holds under any dependence [Holm 1979].
///
///     holm([0.01, 0.04, 0.03])  // [0.03, 0.06, 0.06]
///
/// [Holm 1979]: https://www.jstor.org/stable/4615733
public func holm(_ pValues: [Double]) -> [Double] {
  var adjusted = pValues
  var running = 0.0
  for (rank, place) in order(of: pValues).enumerated() {
    running = max(running, min(1, Double(pValues.count - rank) * pValues[place]))
    adjusted[place] = running
  }
  return adjusted
}

/// Returns the places of the e-values that count as discoveries at the rate `alpha`, in order.
///
/// The `k` largest are discoveries for the largest `k` whose k-th largest e-value is at least
/// `m / (α k)`. The expected share of false ones is at most `α` under any dependence, also when
/// the e-values come from processes that were watched [Wang and Ramdas 2022]. None when `alpha` is
/// not above 0.
///
///     eBenjaminiHochberg([50, 3, 25], alpha: 0.1)  // [0, 2]
///
/// [Wang and Ramdas 2022]: https://doi.org/10.1111/rssb.12489
public func eBenjaminiHochberg(_ eValues: [Double], alpha: Double) -> [Int] {
  guard alpha > 0 else { return [] }
  let falling = Array(order(of: eValues).reversed())
  let needed = Double(eValues.count) / alpha
  let last = falling.indices.last { eValues[falling[$0]] * Double($0 + 1) >= needed }
  return last.map { falling[...$0].sorted() } ?? []
}

private func stepUp(_ pValues: [Double], factor: Double) -> [Double] {
  let count = pValues.count
  var adjusted = pValues
  var running = 1.0
  for (rank, place) in order(of: pValues).enumerated().reversed() {
    running = min(running, factor * Double(count) / Double(rank + 1) * pValues[place])
    adjusted[place] = running
  }
  return adjusted
}

/// The places of values from the smallest to the largest.
private func order(of values: [Double]) -> [Int] {
  values.indices.sorted { values[$0] < values[$1] }
}
