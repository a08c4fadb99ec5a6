/// Returns the Brier and logarithmic scores of each source, from columns of grid forecasts.
///
/// `sources` holds the number of each forecast's source; the result holds a tally for every number
/// up to the greatest. `clip`, 0…½, bounds the logarithmic score only. Rows that only one of the
/// columns has are left out. The Brier sums are sums of whole numbers, and so free of rounding; the
/// scores are those of ``brierScore(of:happened:)`` and ``logScore(of:happened:in:clip:)``, which
/// have the ranges, directions and citations.
///
///     let forecasts = [GridForecast(0.7, happened: true), GridForecast(0.4, happened: false)]
///     scoreTallies(of: forecasts.compactMap { $0 }, sources: [0, 0], clip: 0.01)[0].brierSum
///       // 0.25
///
/// - Complexity: O(n), with a table of 10,001 logarithms to fill first.
public func scoreTallies(
  of forecasts: [GridForecast], sources: [UInt16], clip: Double
) -> [ScoreTally] {
  let count = min(forecasts.count, sources.count)
  let losses = gridLosses(clip: clip)
  // The least chance that the clip does not raise, in ten-thousandths.
  let least = losses.indices.first { Double($0) / Double(GridForecast.steps) >= clip } ?? 0
  var totals = [GridTotal](repeating: GridTotal(), count: sourceCount(sources, count))
  totals.withUnsafeMutableBufferPointer { totals in
    forecasts.withUnsafeBufferPointer { forecasts in
      sources.withUnsafeBufferPointer { sources in
        losses.withUnsafeBufferPointer { losses in
          for row in 0..<count {
            let chance = forecasts[row].chance
            totals[Int(sources[row])].add(losses[chance], isClipped: chance < least)
          }
        }
      }
    }
  }
  return totals.map(\.tally)
}

/// How many different sources the numbers of a column stand for: one more than the greatest.
func sourceCount(_ sources: [UInt16], _ count: Int) -> Int {
  var greatest: UInt16 = 0
  for row in 0..<count { greatest = max(greatest, sources[row]) }
  return count == 0 ? 0 : Int(greatest) + 1
}

/// What each chance on the grid loses when it is that of what came about.
///
/// The squared error is in units of 1e-8, a whole number; beside it stands the clipped logarithmic
/// score.
private func gridLosses(clip: Double) -> [SIMD2<Double>] {
  (0...GridForecast.steps).map { place in
    let error = Double(GridForecast.steps - place)
    let chance = Double(place) / Double(GridForecast.steps)
    return SIMD2(error * error, logScore(of: chance, happened: true, clip: clip))
  }
}

/// The running totals of a source on the grid.
private struct GridTotal {
  private var losses = SIMD2<Double>.zero
  /// How many forecasts, and in the upper half how many of them the clip has raised.
  private var counts: UInt64 = 0

  @inline(__always)
  mutating func add(_ more: SIMD2<Double>, isClipped: Bool) {
    losses += more
    counts &+= (isClipped ? 1 << 32 : 0) &+ 1
  }

  var tally: ScoreTally {
    ScoreTally(
      count: Int(counts & 0xffff_ffff), brierSum: losses.x / 1e8, logSum: losses.y,
      clippedMisses: Int(counts >> 32))
  }
}
