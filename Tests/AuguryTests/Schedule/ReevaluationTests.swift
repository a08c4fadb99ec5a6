import Augury
import Foundation
import TestSupport
import Testing

/// What is left of a chance when time has passed and nothing was seen.
struct ReevaluationTests {
  private let start = "2026-01-01"

  private func hazards() throws -> [(field: String, hazard: HazardChoice)] {
    [
      ("constant_hazard", .constant),
      ("weibull_k2", .weibull(shape: try DecimalText(parsing: "2"))),
      ("weibull_k_half", .weibull(shape: try DecimalText(parsing: "0.5"))),
      ("uniform_event_time", .uniform),
    ]
  }

  /// One forecast said when the year begins, with a window of so many days.
  private func maker(_ chance: Double, days: Int, negated: Bool = false) throws -> StatementMaker {
    let last = try day(start).adding(days: days - 1)
    var maker = StatementMaker()
    let question = try maker.question(by: last.description)
    try maker.forecast(on: question, chance, negated: negated, captured: start, said: start)
    return maker
  }

  private func word(
    _ maker: StatementMaker, after days: Int, _ hazard: HazardChoice = .constant
  ) throws -> Reevaluation? {
    try words(maker, at: try day(start).adding(days: days).description, hazard).first
  }

  private func words(
    _ maker: StatementMaker, at text: String, _ hazard: HazardChoice = .constant,
    dates: [Int64: [DateQuantile]] = [:]
  ) throws -> [Reevaluation] {
    maker.statements.reevaluations(
      of: 100, at: try instant(text), hazard: hazard, Zones(), dates: dates)
  }

  // MARK: Vectors

  private struct Vectors: Decodable {
    struct Case: Decodable {
      struct Input: Decodable {
        var kind: String
        var p0: Double?
        var horizon: Double?
        var elapsed: [Double]?
      }
      var name: String
      var input: Input
      var expect: [String: Expected]
    }
    /// The figures of one hazard; other members are of no use here.
    struct Expected: Decodable {
      var figures: [Double]?
      init(from decoder: any Decoder) throws {
        figures = try? decoder.singleValueContainer().decode([Double].self)
      }
    }
    var cases: [Case]
  }

  @Test func `last words agree with the vectors for every hazard`() throws {
    let file = PackageRoot.file("Tests/ForecastScoringTests/Vectors/19_deadlines.json")
    let vectors = try JSONDecoder().decode(Vectors.self, from: try Data(contentsOf: file))
    let cases = vectors.cases.filter { $0.input.kind == "decay" }
    #expect(cases.count >= 3)
    for test in cases {
      let (chance, horizon) = (try #require(test.input.p0), Int(try #require(test.input.horizon)))
      for (field, hazard) in try hazards() {
        let wanted = try #require(test.expect[field]?.figures)
        for (elapsed, value) in zip(try #require(test.input.elapsed), wanted) {
          for isNegated in [false, true] {
            let maker = try maker(
              isNegated ? 1 - chance : chance, days: horizon, negated: isNegated)
            let word = try #require(try word(maker, after: Int(elapsed), hazard))
            #expect(isNear(word.left?.point, value), "\(test.name) \(field) \(elapsed)")
            #expect(isNear(word.claim?.point, isNegated ? 1 - value : value))
            #expect(isNear(word.window.gone, elapsed / Double(horizon)))
          }
        }
      }
    }
  }

  // MARK: Laws

  @Test func `a chance starts as it was said, never rises in vain and ends with nothing`() throws {
    var random = SplitMix64(seed: 51)
    for (_, hazard) in try hazards() {
      for _ in 0..<25 {
        let chance = Double.random(in: 0...1, using: &random)
        let maker = try maker(chance, days: 50)
        let left = try (0...60).map { try #require(try word(maker, after: $0, hazard)) }
        #expect(isNear(left[0].left?.point, chance) && left[0].window.gone == 0)
        for (before, after) in zip(left, left.dropFirst()) {
          let (one, other) = (try #require(before.left), try #require(after.left))
          #expect(other.point <= one.point, "\(hazard) \(chance)")
        }
        for word in left[50...] {
          #expect(word.left == .zero && word.window.state == .passed && word.window.gone == 1)
        }
        #expect(left.allSatisfy { $0.said?.point == chance })
      }
    }
  }

  @Test func `a denial is the mirror of its opposite`() throws {
    for elapsed in [0, 7, 29, 30] {
      let yes = try #require(try word(try maker(0.25, days: 30), after: elapsed))
      let no = try #require(try word(try maker(0.75, days: 30, negated: true), after: elapsed))
      #expect(yes.left == no.left && no.claim == yes.left?.complement)
      #expect(yes.claim == yes.left && no.isNegated && !yes.isNegated)
    }
  }

  @Test func `without a hazard the chance stays, and when its day has passed it is unknown`() throws
  {
    let maker = try maker(0.4, days: 30)
    for elapsed in [0, 10, 29] {
      let word = try #require(try word(maker, after: elapsed, HazardChoice.none))
      #expect(word.window.state == .steady && word.left == ChanceRange(0.4))
    }
    let passed = try #require(try word(maker, after: 30, HazardChoice.none))
    #expect(passed.window.state == .passed && passed.left == nil && passed.claim == nil)
  }

  @Test func `words fall with their ends, which stay in order`() throws {
    var maker = StatementMaker()
    let question = try maker.question(by: "2026-12-31")
    let meaning = ChanceMeaning(low: 0.55, high: 0.85, mean: 0.7, variance: 0.01)
    for isNegated in [false, true] {
      maker = StatementMaker()
      _ = try maker.question(by: "2026-12-31")
      try maker.forecast(
        on: question, negated: isNegated, said: start, words: .verbal, meaning: meaning)
      for (_, hazard) in try hazards() {
        for text in ["2026-01-01", "2026-03-01", "2026-12-30", "2027-01-01"] {
          let word = try #require(try words(maker, at: text, hazard).first)
          let left = try #require(word.left)
          #expect(0 <= left.low && left.low <= left.point && left.point <= left.high)
          #expect(left.isOpen == (text < "2027"))
        }
      }
      let said = try #require(try words(maker, at: start).first?.said)
      let wanted = isNegated ? [0.3, 0.15, 0.45] : [0.7, 0.55, 0.85]
      for (got, value) in zip([said.point, said.low, said.high], wanted) {
        #expect(isNear(got, value))
      }
    }
  }

  @Test func `a strict window leaves less than the usual one, and a generous one more`() throws {
    var maker = try maker(0.6, days: 365)
    maker.statements.window[0] = Int64(try day("2026-06-30").dayNumber)
    maker.statements.widths[1000] = (
      Int64(try day("2026-03-31").dayNumber), Int64(try day("2026-12-31").dayNumber)
    )
    let word = try #require(try words(maker, at: "2026-02-01").first)
    let (strict, generous) = (try #require(word.strict), try #require(word.generous))
    let left = [word.left(strict), word.left, word.left(generous)].compactMap { $0?.point }
    #expect(left.count == 3 && left[0] < left[1] && left[1] < left[2])
    let later = try #require(try words(maker, at: "2026-05-01").first)
    let over = try #require(later.strict)
    #expect(over.state == .passed && later.left(over) == .zero)
    #expect(later.window.state != .passed)
    #expect(try words(try self.maker(0.6, days: 365), at: "2026-05-01").first?.strict == nil)
  }

  // MARK: Which word

  @Test func `the last word of each source counts, and none that was taken back`() throws {
    var maker = StatementMaker(sources: 3)
    let question = try maker.question(by: "2026-12-31")
    let early = try maker.forecast(on: question, 0.2, said: "2026-01-01")
    let late = try maker.forecast(on: question, 0.6, said: "2026-03-01")
    let other = try maker.forecast(on: question, by: 1, 0.5, said: "2026-02-01")
    try maker.forecast(on: question, by: 2, 0.9, said: "2026-02-01", withdrawn: "2026-04-01")
    #expect(try words(maker, at: "2026-05-01").map(\.forecast) == [other, late])
    #expect(try words(maker, at: "2026-02-15").map(\.forecast).count == 3)
    #expect(try words(maker, at: "2026-02-15").first?.forecast == early)
    #expect(try words(maker, at: "2025-12-31").isEmpty)
  }

  @Test func `what gives no chance, no window or no yes or no is left alone`() throws {
    var maker = StatementMaker(sources: 4)
    let question = try maker.question(by: nil)
    try maker.forecast(on: question, by: 0, 0.5, said: start)
    try maker.forecast(on: question, by: 1, nil, said: start, window: "2026-12-31")
    try maker.forecast(
      on: question, by: 2, 0.5, said: start, window: "2026-12-31", words: .verbal,
      meaning: ChanceMeaning(point: 0.5), unfalsifiable: true)
    let kept = try maker.forecast(on: question, by: 3, 0.5, said: start, window: "2026-12-31")
    #expect(try words(maker, at: "2026-02-01").map(\.forecast) == [kept])
    for kind in [QuestionKind.categorical, .ordered, .numeric] {
      maker.statements.questions[0].kind = kind
      #expect(try words(maker, at: "2026-02-01").isEmpty)
    }
  }

  @Test func `what is decided is not looked at again, but a look that ended early decides nothing`()
    throws
  {
    for outcome in [Outcome.happened(nil), .cannotHappen, .ambiguous, .annulled] {
      var maker = try maker(0.5, days: 365)
      maker.statements.questions[0].outcome = outcome
      #expect(try words(maker, at: "2026-02-01").isEmpty, "\(outcome)")
    }
    var maker = try maker(0.5, days: 365)
    maker.statements.questions[0].outcome = .notSeen(through: try day("2026-01-31"))
    #expect(try words(maker, at: "2026-02-01").count == 1)
    maker.statements.questions[0].outcome = .notSeen(through: try day("2026-12-31"))
    #expect(try words(maker, at: "2026-02-01").isEmpty)
  }

  @Test func `each forecast is held to the deadline that stood when it was said`() throws {
    var maker = StatementMaker(sources: 2)
    let question = try maker.question(
      by: "2026-06-30", moves: [(at: "2026-03-01", to: "2026-12-31")])
    try maker.forecast(on: question, by: 0, 0.5, captured: "2026-01-02", said: "2026-01-01")
    try maker.forecast(on: question, by: 1, 0.5, captured: "2026-04-02", said: "2026-04-01")
    let found = try words(maker, at: "2026-05-01")
    let wanted = [try day("2026-06-30"), try day("2026-12-31")]
    #expect(found.map(\.window.deadline?.day) == wanted)
  }

  @Test func `what was said at an unknown time counts from its capture`() throws {
    var maker = StatementMaker()
    let question = try maker.question(by: "2026-12-31")
    try maker.forecast(on: question, 0.5, captured: "2026-02-01")
    let captured = try instant("2026-02-01")
    #expect(try words(maker, at: "2026-05-01").first?.since == captured)
  }

  // MARK: Dates

  @Test func `of a forecast of a date the share that lies behind is told`() throws {
    var maker = StatementMaker()
    let question = try maker.question(.date, by: nil)
    let number = try maker.forecast(on: question, nil, said: "2026-01-01")
    let quantiles = [
      DateQuantile(level: 0.5, day: try day("2026-03-01")),
      DateQuantile(level: 0.1, day: try day("2026-01-10")),
      DateQuantile(level: 0.9, day: try day("2026-03-11")),
    ]
    func behind(_ text: String) throws -> Double? {
      let found = try words(maker, at: text, dates: [number: quantiles]).first
      guard case .behind(let share)? = found?.window.state else { return nil }
      #expect(found?.left == nil && found?.said == nil)
      return share
    }
    #expect(try behind("2026-01-01") == 0)
    #expect(isNear(try behind("2026-01-06"), 0.05))
    #expect(isNear(try behind("2026-01-11"), 0.1))
    #expect(isNear(try behind("2026-03-07"), 0.7))
    #expect(isNear(try behind("2027-01-01"), 0.9))
    #expect(try words(maker, at: "2026-01-06").isEmpty)
    maker.statements.questions[0].outcome = .date(try day("2026-02-01"))
    #expect(try behind("2026-03-07") == nil)
  }
}
