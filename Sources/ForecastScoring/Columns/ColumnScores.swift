/// Returns the Brier and logarithmic scores of each source, from columns of doubles.
///
/// The columns, the result and the clip are as in the function for ``GridForecast``, for
/// probabilities of any digits. Nil when one of them is not within 0…1. The mean logarithmic scores
/// are off by no more than about 1e-15, the Brier sums by the rounding of a plain sum.
///
///     scoreTallies(of: [1.0 / 3], happened: [true], sources: [0], clip: 0.01)?[0].brierSum
///       // 0.4444
///
/// - Complexity: O(n).
public func scoreTallies(
  of probabilities: [Double], happened: [Bool], sources: [UInt16], clip: Double
) -> [ScoreTally]? {
  let count = min(probabilities.count, min(happened.count, sources.count))
  let clip = Clip(clip)
  var totals = [Total](repeating: Total(), count: sourceCount(sources, count))
  var areProbabilities = true
  totals.withUnsafeMutableBufferPointer { totals in
    probabilities.withUnsafeBufferPointer { probabilities in
      // As numbers, 1 and 0, for a processor cannot foretell outcomes and must not try.
      happened.withUnsafeBytes { outcomes in
        sources.withUnsafeBufferPointer { sources in
          for row in 0..<count {
            let probability = probabilities[row]
            // The bits of 0…1 are those of no greater whole number than 1's; minus zero's are.
            if probability.bitPattern > (1.0).bitPattern, probability != 0 {
              areProbabilities = false
            }
            totals[Int(sources[row])].add(probability, Double(outcomes[row]), clip)
          }
        }
      }
    }
  }
  return areProbabilities ? totals.map(\.tally) : nil
}

/// The bounds that probabilities are brought into before their logarithm is taken.
private struct Clip {
  let least: Double
  let most: Double

  init(_ clip: Double) {
    least = min(0.5, max(0, clip))
    most = 1 - least
  }
}

/// The running totals of a source whose probabilities have any digits.
private struct Total {
  private var logs = LogProduct()
  private var squares = 0.0
  private var count: UInt32 = 0
  private var misses: UInt32 = 0

  @inline(__always)
  mutating func add(_ probability: Double, _ outcome: Double, _ clip: Clip) {
    let error = probability - outcome
    squares += error * error
    count &+= 1
    // p if it happened, 1 − p if it did not, each rounded once.
    let chance = abs(probability - (1 - outcome))
    let next = logs.product * (chance < clip.most ? chance : clip.most)
    if chance >= clip.least, next > LogProduct.least {
      logs.product = next
    } else {
      addSlowly(chance, clip)
    }
  }

  /// Adds the logarithm of a forecast that the clip has raised, or that makes the product small.
  @inline(never)
  private mutating func addSlowly(_ chance: Double, _ clip: Clip) {
    if chance < clip.least { misses &+= 1 }
    logs.multiply(by: min(clip.most, max(clip.least, chance)))
  }

  var tally: ScoreTally {
    ScoreTally(
      count: Int(count), brierSum: squares, logSum: max(0, -logs.sum), clippedMisses: Int(misses))
  }
}
