import ForecastScoring
import TestSupport
import Testing

/// Of many forecasts only those are sorted where the curve can bend, which must not be seen.
struct ManyForecastsTests {
  private struct Block: Equatable {
    var low: Double
    var high: Double
    var count: Int
    var occurrences: Int
  }

  /// What pooling adjacent violators gives when it is done as the textbook has it.
  private static func textbook(_ p: [Double], _ happened: [Bool]) -> [Block] {
    var groups: [Block] = []
    for index in p.indices.sorted(by: { p[$0] < p[$1] }) {
      if groups.last?.high != p[index] {
        groups.append(Block(low: p[index], high: p[index], count: 0, occurrences: 0))
      }
      groups[groups.count - 1].count += 1
      groups[groups.count - 1].occurrences += happened[index] ? 1 : 0
    }
    var blocks: [Block] = []
    for group in groups {
      blocks.append(group)
      while blocks.count > 1 {
        let right = blocks[blocks.count - 1]
        let left = blocks[blocks.count - 2]
        guard left.occurrences * right.count >= right.occurrences * left.count else { break }
        blocks.removeLast(2)
        blocks.append(
          Block(
            low: left.low, high: right.high, count: left.count + right.count,
            occurrences: left.occurrences + right.occurrences))
      }
    }
    return blocks
  }

  @Test(
    "However probabilities are spread, the curve of many is the textbook's",
    arguments: [
      "even", "hundredths", "crowded", "tiny", "clustered", "constant", "ascending", "certain",
    ])
  func spread(_ kind: String) throws {
    var random = SplitMix64(seed: 121)
    for turn in 0..<3 {
      let count = [16_384, 20_000, 30_001][turn]
      let p: [Double] = (0..<count).map { place in
        let unit = Double.random(in: 0...1, using: &random)
        return switch kind {
        case "hundredths": (unit * 100).rounded() / 100
        case "crowded": 0.5 + unit * 1e-11
        case "tiny": unit * 1e-300
        case "clustered": unit < 0.5 ? unit * 1e-9 : 1 - (1 - unit) * 1e-9
        case "constant": 0.3
        case "ascending": Double(place) / Double(count)
        case "certain": unit < 0.5 ? -0.0 : 1
        default: unit
        }
      }
      let slope = [0.8, 0, -0.5][turn]
      let happened = p.map { Double.random(in: 0...1, using: &random) < 0.5 + slope * ($0 - 0.5) }
      let curve = try #require(Recalibration(of: p, happened: happened))
      let blocks = curve.blocks.map {
        Block(low: $0.low, high: $0.high, count: $0.count, occurrences: $0.occurrences)
      }
      #expect(blocks == ManyForecastsTests.textbook(p, happened), "turn \(turn)")
    }
  }

  @Test("Among many forecasts, too, what is no probability is found")
  func refused() {
    var p = [Double](repeating: 0.5, count: 20_000)
    let happened = [Bool](repeating: true, count: p.count)
    #expect(Recalibration(of: p, happened: happened) != nil)
    p[19_999] = .nan
    #expect(Recalibration(of: p, happened: happened) == nil)
    p[19_999] = -1
    #expect(Recalibration(of: p, happened: happened) == nil)
  }
}
