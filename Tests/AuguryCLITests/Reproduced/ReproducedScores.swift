import ForecastScoring
import Foundation
import TestSupport
import Testing

/// Whether two figures are the same, up to 10⁻¹² of a wanted one above 1, else of 1.
func isClose(_ ours: Double?, _ wanted: Double) -> Bool {
  ours.map { abs($0 - wanted) <= 1e-12 * max(1, abs(wanted)) } ?? false
}

/// Scores some forecasts by the library, and compares all that it has with the expected figures.
func checkByLibrary(
  _ forecasts: [RealForecast], beside wanted: ExpectedScores, _ name: String
) throws {
  let p = forecasts.map(\.probability)
  let y = try forecasts.map { try #require($0.happened as Bool?) }
  #expect(p.count == wanted.n, "\(name)")
  #expect(isClose(LogScoreSummary(of: p, happened: y, clip: 1e-5).mean, wanted.log), "\(name)")
  guard let corp = wanted.corp else { return }
  let parts = try #require(CORPDecomposition(of: p, happened: y))
  #expect(isClose(parts.score, wanted.brier) && isClose(parts.score, corp.meanScore), "\(name)")
  #expect(isClose(parts.miscalibration, corp.miscalibration), "\(name): \(parts)")
  #expect(isClose(parts.discrimination, corp.discrimination), "\(name): \(parts)")
  #expect(isClose(parts.uncertainty, corp.uncertainty), "\(name): \(parts)")
  let blocks = try #require(Recalibration(of: p, happened: y)).blocks
  #expect(blocks.count == corp.levels, "\(name)")
  guard let murphy = wanted.murphy else { return }
  let ours = try #require(MurphyDecomposition(of: p, happened: y))
  #expect(isClose(ours.reliability, murphy.reliability), "\(name): \(ours)")
  #expect(isClose(ours.resolution, murphy.resolution), "\(name): \(ours)")
  #expect(isClose(ours.uncertainty, murphy.uncertainty), "\(name): \(ours)")
  let skill = brierSkillScore(of: p, happened: y, over: .observedRate)
  #expect(isClose(skill, try #require(wanted.skill)), "\(name): \(skill ?? .nan)")
}

extension Reproduction {
  /// Adds the Brier score, its decomposition and the logarithmic score of one source: those that the
  /// program reported of its forecasts, beside the expected ones.
  ///
  /// The library scores the same forecasts; what it has beyond the report is compared as well. The
  /// report holds the logarithmic score to 1…99 %, the expected one is held to 10⁻⁵, so that figure is
  /// the library's, and the report's is worked out here anew.
  mutating func add(
    _ source: ReportJSON.Source, of forecasts: [RealForecast], beside wanted: ExpectedScores,
    printed: [String] = [], more: [Figure] = []
  ) throws {
    let p = forecasts.map(\.probability)
    let y = forecasts.map { $0.happened == true }
    #expect(source.brier.n == wanted.n, "\(source.name)")
    #expect(source.counts.scored == wanted.n, "\(source.name): \(source.counts)")
    try checkByLibrary(forecasts, beside: wanted, source.name)
    Reproduction.check(source.log, p, y, wanted, source.name)
    let corp = try #require(source.corp)
    let parts = try #require(CORPDecomposition(of: p, happened: y))
    let log = LogScoreSummary(of: p, happened: y, clip: 1e-5).mean
    let figures: [(String, Double?, Double)] = [
      ("Brier", source.brier.mean, wanted.brier),
      ("MCB", corp.mcb, wanted.corp?.miscalibration ?? parts.miscalibration),
      ("DSC", corp.dsc, wanted.corp?.discrimination ?? parts.discrimination),
      ("UNC", corp.unc, wanted.corp?.uncertainty ?? parts.uncertainty),
      ("log", log, wanted.log),
    ]
    add(
      source.name, count: wanted.n,
      try figures.enumerated().map { place, figure in
        Figure(
          figure.0, try #require(figure.1), wanted: figure.2,
          printed: place < printed.count ? printed[place] : nil)
      } + more)
  }

  /// The report's logarithmic score against one worked out here; where no chance is beyond 1…99 %, it
  /// is the expected one too.
  private static func check(
    _ log: ReportJSON.Source.Log, _ p: [Double], _ y: [Bool], _ wanted: ExpectedScores,
    _ name: String
  ) {
    let pairs = Array(zip(p, y))
    let sum = pairs.reduce(0.0) { sum, pair in
      sum - Foundation.log(min(max(pair.1 ? pair.0 : 1 - pair.0, 0.01), 0.99))
    }
    let clipped = pairs.filter { $0.0 < 0.01 || 1 - $0.0 < 0.01 }
    #expect(log.n == p.count && isClose(log.mean, sum / Double(p.count)), "\(name): \(log)")
    #expect(log.clipped == clipped.count, "\(name): \(log)")
    #expect(log.misses == clipped.filter { ($0.0 > 0.5) != $0.1 }.count, "\(name): \(log)")
    if clipped.isEmpty { #expect(isClose(log.mean, wanted.log), "\(name): \(log)") }
    let infinite = pairs.filter { ($0.1 ? $0.0 : 1 - $0.0) == 0 }
    #expect(infinite.count == wanted.infinite, "\(name)")
  }

  /// Records what is wrong with the figures and with the page that shows them.
  func check() throws {
    let problems = try self.problems
    guard !problems.isEmpty else { return }
    Issue.record("\((problems + [""] + table).joined(separator: "\n"))")
  }
}
