import Glibc

/// Returns an interval for the mean of bounded differences that holds at all times at once.
///
/// It is `d̄ ± (c/2) √((t + ρ)(ln(1 + t/ρ) + 2 ln(1/α))) / t` after `t` differences from a range of
/// width `c`, a normal mixture that is narrowest near `t = tunedTo` [Howard et al. 2021],
/// [Choe and Ramdas 2024]. It knows no variance, so an ``EmpiricalBernsteinProcess`` is narrower
/// once the differences vary less than their range allows. Nothing unless `count` and `width` are
/// above 0 and `alpha` is within 0…1.
///
///     hoeffdingInterval(around: 0, count: 100)?.high  // 0.32417231454054374
///
/// [Howard et al. 2021]: https://doi.org/10.1214/20-AOS1991
/// [Choe and Ramdas 2024]: https://doi.org/10.1287/opre.2021.0792
public func hoeffdingInterval(
  around mean: Double, count: Int, width: Double = 2, alpha: Double = 0.05, tunedTo: Double = 10
) -> Interval? {
  guard count > 0, width > 0, alpha > 0, alpha < 1, tunedTo > 0 else { return nil }
  let time = Double(count)
  let precision = mixturePrecision(variance: tunedTo, alpha: alpha)
  let square = (time + precision) * (log(1 + time / precision) - 2 * log(alpha))
  let reach = width / 2 * square.squareRoot() / time
  return Interval(mean - reach, mean + reach)
}
