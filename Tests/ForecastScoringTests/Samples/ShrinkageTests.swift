import ForecastScoring
import Foundation
import Testing

struct ShrinkageTests {
  private func isNear(_ got: Double?, _ wanted: Double, within limit: Double = 1e-12) -> Bool {
    got.map { abs($0 - wanted) <= limit } ?? false
  }

  @Test("The documented examples of shrinkage hold")
  func examples() throws {
    let errors = [0.5, 0.5]
    #expect(isNear(pauleMandelVariance(of: [0, 1], standardErrors: errors), 0.25))
    #expect(isNear(derSimonianLairdVariance(of: [0, 1], standardErrors: errors), 0.25))
    #expect(cochranStatistic(of: [0, 1], standardErrors: errors) == 2)
    let shrunken = try #require(shrunkenMeans(of: [0, 1], standardErrors: errors))
    #expect(isNear(shrunken.values[0], 0.25) && isNear(shrunken.values[1], 0.75))
    #expect(isNear(pooledPrior(hits: [1, 2], trials: [2, 4], strength: 10)?.alpha, 5))
    let belief = BetaDistribution(alpha: 5, beta: 5)?.updated(hits: 1, of: 1)
    #expect(isNear(belief?.mean, 6.0 / 11))
    let fit = betaBinomialFit(hits: [9, 2, 14, 1, 18, 7], trials: [20, 20, 20, 20, 20, 20])
    #expect(isNear(fit?.chances.alpha, 0.9512996399015838))
  }

  @Test("Shrunken means agree with the vectors")
  func normal() throws {
    let file = try VectorFile("13_shrinkage")
    for test in try file.cases(of: "normal_normal") {
      let estimates = try test.input.numbers("estimate")
      let errors = try test.input.numbers("standard_error")
      let statistic = cochranStatistic(of: estimates, standardErrors: errors)
      try file.expect(statistic, "Q", of: test.expect, test.name)
      let laird = derSimonianLairdVariance(of: estimates, standardErrors: errors)
      try file.expect(laird, "tau2_dersimonian_laird", of: test.expect, test.name)
      let shrunken = try #require(shrunkenMeans(of: estimates, standardErrors: errors))
      try file.expect(shrunken.variance, "tau2_paule_mandel", of: test.expect, test.name)
      try file.expect(shrunken.mean, "pooled_mean_pm", of: test.expect, test.name)
      #expect(file.agree(shrunken.factors, try test.expect.numbers("shrinkage_factor")))
      #expect(file.agree(shrunken.values, try test.expect.numbers("posterior_mean")))
      #expect(file.agree(shrunken.standardErrors, try test.expect.numbers("posterior_sd")))
    }
  }

  @Test("Beliefs about hit rates agree with the vectors")
  func hitCounts() throws {
    let file = try VectorFile("13_shrinkage")
    for test in try file.cases(of: "beta_binomial") {
      let hits = try test.input.integers("hits")
      let trials = try test.input.integers("trials")
      for strength in [4, 10] {
        let prior = try #require(
          pooledPrior(hits: hits, trials: trials, strength: Double(strength)))
        try file.expect(prior.mean, "pooled_rate", of: test.expect, test.name)
        let wanted = try test.expect.fields("fixed_prior_strength").list("\(strength)")
        for (place, fields) in wanted.enumerated() {
          let belief = prior.updated(hits: hits[place], of: trials[place])
          let label = "\(test.name), strength \(strength), source \(place)"
          try file.expect(belief.mean, "mean", of: fields, label)
          try file.expect(belief.quantile(of: 0.05), "q05", of: fields, label)
          try file.expect(belief.quantile(of: 0.95), "q95", of: fields, label)
          try file.expect(1 - belief.cumulative(at: 0.5), "P_above_half", of: fields, label)
        }
      }
      let fit = betaBinomialFit(hits: hits, trials: trials)
      #expect((fit != nil) == (try test.expect.flag("mle_is_finite")), "\(test.name)")
      guard let fit else { continue }
      let wanted = try test.expect.fields("mle")
      try file.expect(fit.chances.alpha, "alpha", of: wanted, test.name)
      try file.expect(fit.chances.beta, "beta", of: wanted, test.name)
      try file.expect(fit.logLikelihood, "log_likelihood", of: wanted, test.name)
      let means = zip(hits, trials).map { fit.chances.updated(hits: $0, of: $1).mean }
      #expect(file.agree(means, try wanted.numbers("posterior_means")))
    }
  }

  @Test("One hit of one call is no 100 %, and four of 1,000 is nearly its own rate")
  func shrinks() throws {
    let prior = try #require(pooledPrior(hits: [50], trials: [100]))
    #expect(prior.updated(hits: 1, of: 1).mean < 0.55)
    #expect(prior.updated(hits: 4, of: 1000).mean < 0.01)
  }

  @Test("Estimates no more different than by chance all get the common mean")
  func alike() throws {
    let shrunken = try #require(shrunkenMeans(of: [0.1, 0.11, 0.09], standardErrors: [1, 1, 1]))
    #expect(shrunken.variance == 0)
    #expect(shrunken.values.allSatisfy { $0 == shrunken.mean })
    #expect(derSimonianLairdVariance(of: [0.1, 0.11], standardErrors: [1, 1]) == 0)
  }

  @Test("Paule and Mandel's variance makes the statistic what is expected of it")
  func definition() throws {
    var random = SeededGenerator(seed: 25)
    for _ in 0..<300 {
      let count = 2 + random.nextPlace(below: 12)
      let estimates = (0..<count).map { _ in 4 * random.nextUnit() }
      let errors = estimates.map { _ in 0.05 + random.nextUnit() }
      let variance = try #require(pauleMandelVariance(of: estimates, standardErrors: errors))
      let widened = errors.map { ($0 * $0 + variance).squareRoot() }
      let statistic = try #require(cochranStatistic(of: estimates, standardErrors: widened))
      let goal = Double(count - 1)
      #expect(variance == 0 ? statistic <= goal : abs(statistic - goal) < 1e-9)
      let shrunken = try #require(shrunkenMeans(of: estimates, standardErrors: errors))
      #expect(shrunken.factors.allSatisfy { (0...1).contains($0) })
    }
  }

  @Test("Shrunken edges are nearer to the truth on average than raw ones")
  func nearer() throws {
    var random = SeededGenerator(seed: 26)
    var raw = 0.0
    var shrunk = 0.0
    for _ in 0..<300 {
      let truths = (0..<20).map { _ in 0.05 * random.nextNormal() }
      let errors = truths.map { _ in 0.02 + 0.1 * random.nextUnit() }
      let estimates = zip(truths, errors).map { $0 + $1 * random.nextNormal() }
      let shrunken = try #require(shrunkenMeans(of: estimates, standardErrors: errors))
      for place in truths.indices {
        raw += (estimates[place] - truths[place]) * (estimates[place] - truths[place])
        shrunk +=
          (shrunken.values[place] - truths[place]) * (shrunken.values[place] - truths[place])
      }
    }
    #expect(shrunk < 0.6 * raw)
  }

  @Test("A fit of chances is no less likely than its neighbours")
  func maximum() throws {
    var random = SeededGenerator(seed: 27)
    var fits = 0
    for _ in 0..<100 {
      let trials = (0..<8).map { _ in 1 + random.nextPlace(below: 30) }
      let hits = trials.map { trials in
        let chance = random.nextUnit()
        return (0..<trials).count { _ in random.nextUnit() < chance }
      }
      guard let fit = betaBinomialFit(hits: hits, trials: trials) else { continue }
      fits += 1
      for (a, b) in [
        (1.01, 1.0), (0.99, 1.0), (1.0, 1.01), (1.0, 0.99), (1.02, 1.02), (0.98, 0.98),
      ] {
        let near = try #require(
          BetaDistribution(alpha: a * fit.chances.alpha, beta: b * fit.chances.beta))
        #expect(logLikelihood(hits, trials, near) <= fit.logLikelihood + 1e-12)
      }
      #expect(abs(logLikelihood(hits, trials, fit.chances) - fit.logLikelihood) < 1e-9)
    }
    #expect(fits > 80)
  }

  /// The logarithm of the chance of the hits, term by term.
  private func logLikelihood(_ hits: [Int], _ trials: [Int], _ chances: BetaDistribution) -> Double
  {
    var sum = 0.0
    for (hit, trial) in zip(hits, trials) {
      for j in 0..<trial {
        sum -= log(chances.alpha + chances.beta + Double(j)) - log(Double(j + 1))
        if j < hit { sum += log(chances.alpha + Double(j)) - log(Double(j + 1)) }
        if j < trial - hit { sum += log(chances.beta + Double(j)) - log(Double(j + 1)) }
      }
    }
    return sum
  }

  @Test("Shrinkage is undefined for one estimate, for errors of 0 and for rates of 0 and 1")
  func undefined() {
    #expect(shrunkenMeans(of: [0.1], standardErrors: [0.1]) == nil)
    #expect(shrunkenMeans(of: [0.1, 0.2], standardErrors: [0.1, 0]) == nil)
    #expect(pauleMandelVariance(of: [0.1, .nan], standardErrors: [0.1, 0.1]) == nil)
    #expect(pooledPrior(hits: [0], trials: [4]) == nil)
    #expect(pooledPrior(hits: [4], trials: [4]) == nil)
    #expect(pooledPrior(hits: [1], trials: [4], strength: 0) == nil)
    #expect(betaBinomialFit(hits: [0, 5], trials: [5, 5]) == nil)
    #expect(betaBinomialFit(hits: [1, 0, 1], trials: [1, 1, 1]) == nil)
    #expect(betaBinomialFit(hits: [], trials: []) == nil)
    #expect(betaBinomialFit(hits: [7], trials: [5]) == nil)
  }
}

extension SeededGenerator {
  /// A draw from the standard normal distribution.
  mutating func nextNormal() -> Double {
    NormalDistribution.quantile(of: nextUnit() + 0x1p-54) ?? 0
  }
}
