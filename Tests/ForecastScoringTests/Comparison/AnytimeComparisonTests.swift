import ForecastScoring
import Foundation
import Testing

struct AnytimeComparisonTests {
  @Test("The documented examples of evidence at any time hold")
  func examples() throws {
    var process = HenziZiegelProcess()
    process.observe(0.8, against: 0.5, happened: true)
    #expect(abs(process.value - 1.1846153846153846) < 1e-15)
    let value = henziZiegelEValue(of: [0.8], against: [0.5], happened: [true])
    #expect(abs(value - 1.1846153846153846) < 1e-15)
    var bernstein = try #require(EmpiricalBernsteinProcess())
    for _ in 0..<100 { bernstein.observe(0.3) }
    let interval = try #require(bernstein.interval())
    #expect(abs(interval.low - 0.1991372) < 1e-7 && abs(interval.high - 0.4008628) < 1e-7)
    let hoeffding = try #require(hoeffdingInterval(around: 0, count: 100))
    #expect(abs(hoeffding.high - 0.32417231454054374) < 1e-14)
  }

  @Test("Intervals and evidence agree with the vectors at every look")
  func vectors() throws {
    let file = try VectorFile("12_anytime_comparison")
    for test in file.cases {
      let chances = try test.input.numbers("p")
      let references = try test.input.numbers("q")
      let happened = try test.input.flags("y")
      let looks = try test.expect.list("at")
      var process = try #require(EmpiricalBernsteinProcess())
      for (place, edge) in edges(of: chances, over: references, happened: happened).enumerated() {
        process.observe(edge)
        for look in looks where try look.integer("t") == place + 1 {
          try expect(process, is: look, in: file)
        }
      }
      for (field, weight) in [
        ("henzi_ziegel_e_p_better", 0.75), ("henzi_ziegel_e_p_better_alt_0_9", 0.9),
      ] {
        let wanted = try test.expect.fields(field)
        let values = try wanted.integers("t").map { count in
          henziZiegelEValue(
            of: Array(chances.prefix(count)), against: references, happened: happened,
            weight: weight)
        }
        #expect(file.agree(values, try wanted.numbers("e")), "\(test.name) \(field)")
      }
    }
  }

  private func expect(
    _ process: EmpiricalBernsteinProcess, is look: VectorFields, in file: VectorFile
  ) throws {
    let label = "t = \(process.count)"
    try file.expect(process.mean, "mean_difference", of: look, label)
    try file.expect(process.variance, "variance_process_for_e", of: look, label)
    try file.expect(process.logEValue, "log_e_p_better", of: look, label)
    try file.expect(process.logEValueBelow, "log_e_q_better", of: look, label)
    let bernstein = try look.fields("empirical_bernstein")
    try file.expect(process.interval()?.low, "lower", of: bernstein, label)
    try file.expect(process.interval()?.high, "upper", of: bernstein, label)
    let hoeffding = hoeffdingInterval(
      around: try #require(process.mean), count: process.count, alpha: process.alpha)
    let wanted = try look.fields("hoeffding")
    try file.expect(hoeffding?.low, "lower", of: wanted, label)
    try file.expect(hoeffding?.high, "upper", of: wanted, label)
  }

  @Test("Looking after each of 200 questions raises a false alarm in at most 5 % of records")
  func falseAlarms() throws {
    var random = SeededGenerator(seed: 15)
    let records = 1000
    var henziZiegel = 0
    var bernstein = 0
    var outside = 0
    for _ in 0..<records {
      var process = HenziZiegelProcess()
      var mixture = try #require(EmpiricalBernsteinProcess())
      var peak = 0.0
      var mixturePeak = -Double.infinity
      var missed = false
      for question in 0..<200 {
        // The reference knows the chance; the source adds noise to it, and is worse.
        let chance = random.nextUnit()
        let noisy = min(max(chance + 0.2 * (random.nextUnit() - 0.5), 0.01), 0.99)
        let happened = random.nextUnit() < chance
        process.observe(noisy, against: chance, happened: happened)
        peak = max(peak, process.value)
        // Two sources with the same noise: the mean edge is 0.
        let other = min(max(chance + 0.2 * (random.nextUnit() - 0.5), 0.01), 0.99)
        mixture.observe(edge(of: noisy, over: other, happened: happened))
        mixturePeak = max(mixturePeak, mixture.logEValue)
        if question % 20 == 19, mixture.interval()?.contains(0) == false { missed = true }
      }
      if peak >= 20 { henziZiegel += 1 }
      if mixturePeak >= log(20) { bernstein += 1 }
      if missed { outside += 1 }
    }
    #expect(henziZiegel <= records / 20)
    #expect(bernstein <= records / 20)
    #expect(outside <= records / 20)
  }

  @Test("Forty forecasts settled by one event are one step, and raise no more false alarms")
  func events() {
    var random = SeededGenerator(seed: 18)
    var alarms = 0
    for _ in 0..<1000 {
      var process = HenziZiegelProcess()
      var peak = 0.0
      for _ in 0..<30 {
        let chance = random.nextUnit()
        let happened = random.nextUnit() < chance
        process.observe(
          event: (0..<40).map { _ in
            let noise = 0.2 * (random.nextUnit() - 0.5)
            return HenziZiegelProcess.Question(
              min(max(chance + noise, 0.01), 0.99), against: chance, happened: happened)
          })
        peak = max(peak, process.value)
      }
      if peak >= 20 { alarms += 1 }
    }
    #expect(alarms <= 50)
    let copies = henziZiegelEValue(
      of: [0.8, 0.8], against: [0.5, 0.5], happened: [true, true], events: [7, 7])
    let once = henziZiegelEValue(of: [0.8], against: [0.5], happened: [true])
    #expect(abs(copies - once) < 1e-15)
    let apart = henziZiegelEValue(
      of: [0.8, 0.3, 0.8], against: [0.5, 0.5, 0.5], happened: [true, true, true],
      events: [1, 2, 1])
    let second = henziZiegelEValue(of: [0.3], against: [0.5], happened: [true])
    #expect(abs(apart - once * second) < 1e-15)
    var untouched = HenziZiegelProcess()
    untouched.observe(event: [])
    #expect(untouched.value == 1)
  }

  @Test("A source that knows more than its reference is found in a few hundred questions")
  func power() {
    var random = SeededGenerator(seed: 16)
    var found = 0
    for _ in 0..<200 {
      var process = HenziZiegelProcess()
      for _ in 0..<300 {
        let chance = random.nextUnit()
        process.observe(chance, against: 0.5, happened: random.nextUnit() < chance)
      }
      if process.value >= 20 { found += 1 }
    }
    #expect(found > 180)
  }

  @Test("Certainties neither break the evidence nor count when both share them")
  func certainties() {
    #expect(henziZiegelEValue(of: [1, 0], against: [1, 0], happened: [false, true]) == 1)
    #expect(henziZiegelEValue(of: [1], against: [0.5], happened: [true]) > 1)
    #expect(henziZiegelEValue(of: [1], against: [0], happened: [false]).isFinite)
    #expect(henziZiegelEValue(of: [], against: [], happened: []) == 1)
  }

  @Test("A process is undefined before its first difference or with a level outside 0 and 1")
  func undefined() throws {
    let fresh = try #require(EmpiricalBernsteinProcess())
    #expect(fresh.interval() == nil && fresh.mean == nil)
    #expect(abs(fresh.logEValue) < 1e-12)
    #expect(EmpiricalBernsteinProcess(alpha: 1) == nil)
    #expect(EmpiricalBernsteinProcess(width: 0) == nil)
    #expect(EmpiricalBernsteinProcess(tunedTo: .nan) == nil)
    #expect(hoeffdingInterval(around: 0, count: 0) == nil)
    #expect(hoeffdingInterval(around: 0, count: 1, alpha: 0) == nil)
  }
}
