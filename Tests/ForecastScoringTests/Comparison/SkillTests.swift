import ForecastScoring
import Testing

struct SkillTests {
  @Test("The documented examples of edge and skill hold")
  func examples() throws {
    #expect(abs(edge(of: 0.7, over: 0.5, happened: true) - 0.16) < 1e-15)
    let both = edges(of: [0.7, 0.2], over: [0.5, 0.5], happened: [true, true])
    #expect(abs(both[0] - 0.16) < 1e-15 && abs(both[1] + 0.39) < 1e-15)
    #expect(abs(try #require(expectedBrierScore(of: [0.9, 0.5])) - 0.17) < 1e-15)
    #expect(abs(try #require(skillScore(of: 0.15, over: 0.2)) - 0.25) < 1e-15)
    let skill = brierSkillScore(of: [0.8, 0.4], happened: [true, false], over: .constant(0.5))
    #expect(abs(try #require(skill) - 0.6) < 1e-15)
    #expect(brierIndex(of: 0.25) == 50)
  }

  @Test("Skill scores agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("22_skill_scores")
    for test in file.cases {
      let chances = try test.input.numbers("p")
      let stated = try test.input.numbers("reference")
      let happened = try test.input.flags("y")
      let references: [(String, SkillReference)] = [
        ("bss_vs_half", .constant(0.5)), ("bss_vs_in_sample_base_rate", .observedRate),
        ("bss_vs_leave_one_out_base_rate", .observedRateOfOthers),
        ("bss_vs_reference", .stated(stated)),
      ]
      for (field, reference) in references {
        let skill = brierSkillScore(of: chances, happened: happened, over: reference)
        try file.expect(skill, field, of: test.expect, test.name)
      }
      let mean = clusteredMean(
        of: edges(of: chances, over: stated, happened: happened), clusters: Array(chances.indices))
      try file.expect(mean?.mean, "mean_difference_vs_reference", of: test.expect, test.name)
      try file.expect(mean?.standardError, "se_of_mean_difference", of: test.expect, test.name)
      let scores = zip(chances, happened).map { brierScore(of: $0, happened: $1) }
      let score = try #require(weightedMean(of: scores, weights: scores.map { _ in 1 }))
      try file.expect(score, "brier", of: test.expect, test.name)
      try file.expect(
        brierIndex(of: score), "brier_index_forecastbench", of: test.expect, test.name)
      let expected = expectedBrierScore(of: chances)
      try file.expect(expected, "expected_brier_if_calibrated", of: test.expect, test.name)
    }
  }

  @Test("The unbiased observed rate lies between the one that peeks and the one that flatters")
  func unbiased() throws {
    let chances = [0.9, 0.2, 0.6, 0.4]
    let happened = [true, false, true, false]
    let skills = [SkillReference.observedRate, .observedRateUnbiased, .observedRateOfOthers]
      .compactMap { brierSkillScore(of: chances, happened: happened, over: $0) }
    #expect(skills.count == 3 && skills == skills.sorted())
    let honest = 1 - 0.3700000000000001 / (4 * 0.25 * 4 / 3)
    #expect(abs(skills[1] - honest) < 1e-15)
  }

  @Test("Skill is undefined without forecasts, without an error to beat and without others")
  func undefined() {
    #expect(skillScore(of: 0.1, over: 0) == nil)
    #expect(brierSkillScore(of: [], happened: [], over: .constant(0.5)) == nil)
    #expect(brierSkillScore(of: [0.5], happened: [true], over: .stated([1])) == nil)
    #expect(brierSkillScore(of: [0.5], happened: [true], over: .stated([])) == nil)
    #expect(brierSkillScore(of: [0.5], happened: [true], over: .observedRateOfOthers) == nil)
    #expect(brierSkillScore(of: [0.5], happened: [true], over: .observedRateUnbiased) == nil)
    #expect(expectedBrierScore(of: []) == nil)
    #expect(edges(of: [0.5, 0.5], over: [0.5], happened: [true, true]) == [0])
  }

  @Test("No forecast has a higher expected edge than one's own belief")
  func propriety() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let belief = random.nextUnit()
      let other = random.nextUnit()
      let reference = random.nextUnit()
      func expected(_ said: Double) -> Double {
        belief * edge(of: said, over: reference, happened: true)
          + (1 - belief) * edge(of: said, over: reference, happened: false)
      }
      #expect(expected(belief) >= expected(other))
    }
  }
}
