/// Returns the quantile of sorted values at a level, 0…1, on the line through their places.
///
/// The lowest value is the quantile at 0, the highest that at 1, and between neighbours it runs
/// along a straight line: type 7 of [Hyndman and Fan 1996]. Of no values it is 0.
///
/// [Hyndman and Fan 1996]: https://doi.org/10.1080/00031305.1996.10473566
func quantile(of sorted: [Double], at level: Double) -> Double {
  guard let last = sorted.last else { return 0 }
  let place = min(1, max(0, level)) * Double(sorted.count - 1)
  let below = Int(place)
  guard below + 1 < sorted.count else { return last }
  return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
}
