import ForecastScoring
import Foundation
import TestSupport
import Testing

/// How often the 90 % intervals of edges hold the expected edge.
///
/// `AUGURY_LONG=1` runs 10,000 records of each kind and holds the table of `Docs/Scores.md` to
/// them; without it a few hundred show that nothing has gone badly wrong.
struct CoverageTests {
  /// The share of intervals that hold the truth, the library's and the textbook's.
  private struct Coverage {
    var own = 0.0
    var textbook = 0.0

    var cell: String { "\(percent(own)) (\(percent(textbook)))" }

    private func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
  }

  private static let isLong = ProcessInfo.processInfo.environment["AUGURY_LONG"] == "1"
  private static let eventCounts = [10, 20, 50]

  private func sizes(_ events: Int, equal: Bool) -> [Int] {
    (0..<events).map { equal ? 4 : $0 % 10 + 1 }
  }

  private func coverage(
    of generator: EdgeGenerator, sizes: [Int], records: Int, seed: UInt64
  ) throws -> Coverage {
    var random = SeededGenerator(seed: seed)
    var coverage = Coverage()
    for _ in 0..<records {
      let record = generator.record(sizes, &random)
      let mean = try #require(clusteredMean(of: record.edges, clusters: record.clusters))
      let own = try #require(mean.interval(floor: record.floor))
      let textbook = try #require(mean.textbookInterval())
      if own.contains(generator.truth) { coverage.own += 1 / Double(records) }
      if textbook.contains(generator.truth) { coverage.textbook += 1 / Double(records) }
    }
    return coverage
  }

  @Test("The 90 % intervals hold the expected edge in at least 85 % of records of every kind")
  func coverage() throws {
    let records = CoverageTests.isLong ? 10_000 : 200
    let page = try String(contentsOf: PackageRoot.file("Docs/Scores.md"), encoding: .utf8)
    for (number, generator) in EdgeGenerator.all.enumerated() {
      for equal in [true, false] {
        var cells = [generator.name, equal ? "4" : "1–10"]
        for events in CoverageTests.eventCounts {
          let coverage = try coverage(
            of: generator, sizes: sizes(events, equal: equal), records: records,
            seed: UInt64(100 * number + events))
          // Two hundred records tell 90 % from 84 % at best.
          let least = CoverageTests.isLong ? 0.85 : 0.84
          #expect(coverage.own >= least, "\(generator.name), \(events) events, equal: \(equal)")
          cells.append(coverage.cell)
        }
        let row = "| " + cells.joined(separator: " | ") + " |"
        if CoverageTests.isLong { #expect(page.contains(row), "Docs/Scores.md lacks \(row)") }
      }
    }
  }
}
