import ForecastScoring
import Testing

struct TwoWayEffectsTests {
  @Test("The documented example of effects holds")
  func example() throws {
    let effects = twoWayEffects(
      of: [0.1, 0.5, 0.2, 0.6], sources: [0, 0, 1, 1], questions: [0, 1, 0, 1])
    #expect(abs(try #require(effects.sources[0]).value + 0.05) < 1e-15)
    #expect(abs(try #require(effects.questions[1]).value - 0.55) < 1e-15)
  }

  @Test("Effects agree with the vectors, whichever side is the smaller")
  func vectors() throws {
    let file = try VectorFile("10_two_way_fixed_effects")
    for test in file.cases {
      let rows = try test.input.list("rows")
      let names = try test.expect.fields("source_effect").names
      let titles = try test.expect.fields("question_effect").names
      let sources = try rows.map { try #require(names.firstIndex(of: try $0.text("source"))) }
      let questions = try rows.map { try #require(titles.firstIndex(of: try $0.text("question"))) }
      let scores = try rows.map { try $0.number("brier") }
      let effects = twoWayEffects(of: scores, sources: sources, questions: questions)
      for (place, name) in names.enumerated() {
        let wanted = try test.expect.fields("source_effect")
        try file.expect(effects.sources[place]?.value, name, of: wanted, test.name)
      }
      for (place, name) in names.enumerated() {
        var mean = Mean()
        for (score, source) in zip(scores, sources) where source == place { mean.add(score) }
        let wanted = try test.expect.fields("raw_mean_brier")
        try file.expect(mean.value, name, of: wanted, test.name)
      }
      for (place, title) in titles.enumerated() {
        let wanted = try test.expect.fields("question_effect")
        try file.expect(effects.questions[place]?.value, title, of: wanted, test.name)
      }
      let mirror = twoWayEffects(of: scores, sources: questions, questions: sources)
      for (question, mirrored) in zip(effects.questions, mirror.sources) {
        let other = try #require(mirrored).value - (try #require(mirror.sources[0]).value)
        let own = try #require(question).value - (try #require(effects.questions[0]).value)
        #expect(abs(own - other) < 1e-12)
      }
    }
  }

  @Test("Components that share nothing are numbered, each with a mean of 0")
  func components() throws {
    let effects = twoWayEffects(
      of: [0.9, 0.1, 0.3, 0.4, 0.8], sources: [0, 2, 3, 3, 3], questions: [5, 1, 1, 2, 2])
    #expect(effects.sources.map { $0?.component } == [0, nil, 1, 1])
    #expect(effects.questions.map { $0?.component } == [nil, 1, 1, nil, nil, 0])
    #expect(effects.sources[0]?.value == 0)
    #expect(effects.questions[5]?.value == 0.9)
    let weighted =
      try #require(effects.sources[2]).value + 3 * (try #require(effects.sources[3]).value)
    #expect(abs(weighted) < 1e-15)
    #expect(twoWayEffects(of: [1], sources: [-1], questions: [0]).sources.isEmpty)
  }

  @Test("Effects that made the scores are found again from an unbalanced panel")
  func recovery() throws {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<30 {
      let skill = (0..<12).map { _ in random.nextUnit() - 0.5 }
      let difficulty = (0..<40).map { _ in random.nextUnit() }
      var rows: [(Int, Int)] = (0..<40).map { (0, $0) } + (0..<12).map { ($0, 0) }
      for _ in 0..<120 { rows.append((random.nextPlace(below: 12), random.nextPlace(below: 40))) }
      let effects = twoWayEffects(
        of: rows.map { skill[$0] + difficulty[$1] }, sources: rows.map(\.0),
        questions: rows.map(\.1))
      let first = try #require(effects.sources[0]).value
      for source in 0..<12 {
        let found = try #require(effects.sources[source]).value - first
        #expect(abs(found - (skill[source] - skill[0])) < 1e-12)
      }
    }
  }
}
