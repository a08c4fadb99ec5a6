import ForecastScoring
import TestSupport
import Testing

/// Long columns are sorted in another way than short ones, which must not be seen.
struct ManyForecastsTests {
  /// What pooling adjacent violators gives when it is done as the textbook has it.
  private static func textbook(_ p: [Double], _ happened: [Bool]) -> [(count: Int, yes: Int)] {
    var groups: [(p: Double, count: Int, yes: Int)] = []
    for index in p.indices.sorted(by: { p[$0] < p[$1] }) {
      let yes = happened[index] ? 1 : 0
      if let last = groups.last, last.p == p[index] {
        groups[groups.count - 1] = (last.p, last.count + 1, last.yes + yes)
      } else {
        groups.append((p[index], 1, yes))
      }
    }
    var blocks: [(count: Int, yes: Int)] = []
    for group in groups {
      blocks.append((group.count, group.yes))
      while blocks.count > 1 {
        let right = blocks[blocks.count - 1]
        let left = blocks[blocks.count - 2]
        guard left.yes * right.count >= right.yes * left.count else { break }
        blocks.removeLast(2)
        blocks.append((left.count + right.count, left.yes + right.yes))
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
    let count = 20_000
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
    let happened = p.map { Double.random(in: 0...1, using: &random) < 0.1 + 0.8 * $0 }
    let curve = try #require(Recalibration(of: p, happened: happened))
    let wanted = ManyForecastsTests.textbook(p, happened)
    #expect(curve.blocks.map(\.count) == wanted.map(\.count))
    #expect(curve.blocks.map(\.occurrences) == wanted.map(\.yes))
    #expect(curve.blocks.first?.low == p.min())
    #expect(curve.blocks.last?.high == p.max())
  }

  @Test("Among many forecasts, too, what is no probability is found")
  func refused() {
    var p = [Double](repeating: 0.5, count: 10_000)
    let happened = [Bool](repeating: true, count: p.count)
    #expect(Recalibration(of: p, happened: happened) != nil)
    p[9_999] = .nan
    #expect(Recalibration(of: p, happened: happened) == nil)
    p[9_999] = -1
    #expect(Recalibration(of: p, happened: happened) == nil)
  }
}
