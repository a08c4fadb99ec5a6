import Augury
import AuguryScheduler
import AuguryStore
import TestSupport
import Testing

/// For random histories and random times of looking, what is decided is what a look at every
/// instant would have decided.
@Suite("Decisions do not depend on when one looks")
struct TickPropertyTests {
  @Test(
    "The union of decisions equals what is worked out from the whole history at the end",
    arguments: 0..<24)
  func union(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let watched = try WatchedLedger(seed: UInt64(seed))
    var history = RandomHistory(watched)
    let began = watched.clock.now
    try watched.tick()
    for _ in 0..<60 {
      try history.step(&random)
      let hours = [0, 1, 5, 30, 200, 900].random(&random)
      watched.clock.now = watched.clock.now.advanced(
        byMicroseconds: Int64(hours) * 3_600_000_000
          + Int64.random(in: 1...60_000_000, using: &random))
      if Bool.random(using: &random) { try watched.tick() }
    }
    try watched.tick()
    let simulation = try Simulation(
      try watched.ledger.now(), from: began, through: watched.clock.now, now: watched.clock.now,
      zone: WatchedLedger.utc)
    let expected = simulation.items.map { WatchedLedger.line($0.question, $0.ask) }
    let decided = try watched.decisions()
    #expect(decided.filter { !expected.contains($0) } == [], "decided, but not to be asked")
    #expect(expected.filter { !decided.contains($0) } == [], "to be asked, but not decided")
    #expect(!expected.isEmpty)
  }

  /// What is shown to come next for each question, by its number.
  private func shown(_ watched: WatchedLedger) throws -> [Int64: PlannedAsk] {
    let last = try watched.ledger.size() - 1
    let now = watched.clock.now
    let reader = try TimelineReader(
      watched.ledger, through: last, after: last, at: now, zone: WatchedLedger.utc)
    var shown: [Int64: PlannedAsk] = [:]
    try reader.timelines(0...last) { question, timeline in
      if case .ask(let ask) = timeline.next(after: now) { shown[question] = ask }
    }
    return shown
  }

  @Test(
    "What is shown to come next is what a simulation asks first, and what passes ask then",
    arguments: 100..<124)
  func next(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let watched = try WatchedLedger(seed: UInt64(seed))
    var history = RandomHistory(watched)
    for _ in 0..<40 {
      try history.step(&random)
      let hours = Int64.random(in: 0...200, using: &random)
      watched.clock.now = watched.clock.now.advanced(byMicroseconds: hours * 3_600_000_000 + 1)
      if Bool.random(using: &random) { try watched.tick() }
    }
    try watched.tick()
    let now = watched.clock.now
    let shown = try shown(watched)
    let simulation = try Simulation(
      try watched.ledger.now(), from: now, through: try #require(shown.values.map(\.asked).max()),
      now: now, zone: WatchedLedger.utc)
    for (question, ask) in shown {
      let first = simulation.items.first { $0.question == question && $0.ask.asked > now }
      #expect(first?.ask == ask, "#\(question)")
    }
    for _ in 0..<12 {
      let shown = try self.shown(watched)
      let soonest = try #require(shown.values.map(\.asked).min())
      watched.clock.now = soonest.advanced(byMicroseconds: -1)
      #expect(try watched.tick().decided.isEmpty)
      watched.clock.now = soonest
      let decided = Set(try watched.tick().decided.map { WatchedLedger.line($0.question, $0.ask) })
      let expected = shown.filter { $0.value.asked == soonest }.map { WatchedLedger.line($0, $1) }
      #expect(decided.isSuperset(of: expected), "\(expected) \(decided)")
    }
  }
}

/// Makes random entries about a few questions.
struct RandomHistory {
  private let watched: WatchedLedger
  private var questions: [Question] = []
  private var sources: [Source] = []
  private var forecasts: [Identifier] = []
  private var deadlines: [Deadline] = []
  private var undoable: [Int64] = []

  init(_ watched: WatchedLedger) { self.watched = watched }

  mutating func step(_ random: inout SplitMix64) throws {
    let today = watched.clock.now.civilDate
    func day(_ range: ClosedRange<Int>) -> CivilDate {
      today.adding(days: Int.random(in: range, using: &random))
    }
    guard questions.count > 2, sources.count > 1, Int.random(in: 0..<5, using: &random) > 0 else {
      let deadline = Int.random(in: 0..<4, using: &random) > 0 ? day(-20...500) : nil
      if let deadline { deadlines.append(Deadline(day: deadline)) }
      questions.append(try watched.question(by: deadline?.description).question)
      sources.append(try watched.source("S\(sources.count)"))
      return
    }
    let question = questions.random(&random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0, 1:
      let last = day(-5...300)
      let isVague = Bool.random(using: &random)
      let window = Window(
        default: last, strict: isVague ? last.adding(days: -20) : nil,
        generous: isVague ? last.adding(days: 40) : nil)
      forecasts.append(watched.identifier(.forecast))
      undoable.append(
        try watched.append(
          .forecast(
            Forecast(
              id: forecasts[forecasts.count - 1], question: question.id,
              source: sources.random(&random).id, said: .unknown,
              probability: try Probability(parsing: "60%"),
              window: Bool.random(using: &random) ? window : nil))))
    case 2: undoable.append(try watched.resolve(question, .ambiguous))
    case 3:
      let seen = day(-30...0)
      undoable.append(
        try watched.resolve(question, .notSeen(through: seen)))
    case 4:
      if let seq = undoable.popLast() { try watched.undo(seq) }
    case 5:
      // Often a day that was the deadline before.
      let deadline =
        deadlines.isEmpty || Bool.random(using: &random)
        ? Deadline(day: day(-60...300)) : deadlines.random(&random)
      deadlines.append(deadline)
      undoable.append(
        try watched.append(.amendment(Amendment(question: question.id, deadline: deadline))))
    case 6:
      undoable.append(
        try watched.append(.snooze(Snooze(question: question.id, until: day(1...90)))))
    case 7:
      let review: ReviewPlan = [.halving, .never, .every(days: 11)].random(&random)
      undoable.append(
        try watched.append(
          .schedule(
            Scheduling(
              question: question.id, graceDays: [nil, 0, 3].random(&random), review: review))))
    case 8:
      guard let forecast = forecasts.last else { return }
      undoable.append(
        try watched.append(.withdrawal(Withdrawal(forecast: forecast, said: .unknown))))
    default:
      if Int.random(in: 0..<3, using: &random) == 0 {
        let (from, into) = (sources.random(&random), sources.random(&random))
        guard from.id != into.id else { return }
        undoable.append(try watched.append(.merge(Merge(from: from.id, into: into.id))))
        return
      }
      let other = questions.random(&random)
      guard other.id != question.id, Int.random(in: 0..<3, using: &random) == 0 else { return }
      undoable.append(
        try watched.append(.merge(Merge(from: other.id, into: question.id))))
    }
  }
}

extension Array {
  /// One of the elements; there must be some.
  fileprivate func random(_ generator: inout SplitMix64) -> Element {
    self[Int.random(in: indices, using: &generator)]
  }
}
