internal import Augury

/// The search of a source for a number that decides a question.
struct RuleSearch {
  /// How many days after the deadline a source may still end before it.
  static let patience = 7

  let rule: RuleValue
  let question: RuleQuestion
  /// When the source was read.
  let looked: Instant
  /// What the source is called.
  let source: String

  /// The civil day in the question's zone on which the source was read.
  private var today: CivilDate { question.zone.civilDate(at: looked) }

  /// Returns what some bytes say, held against what the source said before.
  func find(
    in bytes: [UInt8], after memory: RuleMemory?
  ) throws(RuleError) -> (RuleFinding, RuleMemory?) {
    guard question.question.kind == .binary else {
      throw .unfit(
        "A number that is compared answers yes or no; the question is \(question.question.kind.rawValue).",
        remedy: "Let a command answer, or resolve the question yourself.")
    }
    let readings =
      switch rule.form {
      case .csv: try CSVReadings.read(bytes, rule, of: source)
      case .json: try JSONReadings.read(bytes, rule, of: source)
      }
    guard rule.date != nil else { return (try findOne(in: readings), nil) }
    return try findDay(in: readings, after: memory)
  }

  /// Judges a source that has one number, which is of the day it was read.
  private func findOne(in readings: [RuleReading]) throws(RuleError) -> RuleFinding {
    guard let reading = readings.first, readings.count == 1 else {
      throw .malformed(
        source, fault: "it has \(readings.count) records, and one is wanted without a day")
    }
    let number = try reading.number(of: source)
    let words = "\(rule.value) was \(number.value) on \(today)"
    guard question.isOpen(on: today) else {
      return .nothing(words: "\(words), a day that does not count.")
    }
    guard rule.isMet(by: number) else { return .nothing(words: "\(words), not \(condition).") }
    return .decided(
      .happened(today), words: "\(words), \(condition) (\(reading.place)).")
  }

  /// Judges a source that has a number for each day.
  private func findDay(
    in readings: [RuleReading], after memory: RuleMemory?
  ) throws(RuleError) -> (RuleFinding, RuleMemory?) {
    let (now, places) = try days(of: readings)
    guard let seen = try remembered(memory)?.updated(by: now) ?? now else {
      return (try undecided(nil), nil)
    }
    for (day, value) in seen.values.sorted(by: { $0.key < $1.key }) {
      guard let number = try? DecimalText(parsing: value), rule.isMet(by: number) else { continue }
      let place = places[day].map { " (\($0))" } ?? ""
      let words = "\(rule.value) was \(value) on \(day), \(condition)\(place)."
      return (.decided(.happened(day), words: words), seen)
    }
    return (try undecided(seen), seen)
  }

  /// The memory of the days that count now, since a deadline may have been moved.
  private func remembered(_ memory: RuleMemory?) -> RuleMemory? {
    guard var memory else { return nil }
    memory.values = memory.values.filter { question.isOpen(on: $0.key) }
    return memory
  }

  /// What follows where no day meets the condition.
  private func undecided(_ seen: RuleMemory?) throws(RuleError) -> RuleFinding {
    guard let deadline = question.deadline, question.isOver(at: looked) else {
      guard let seen else { return .nothing(words: "The data have no day yet.") }
      return .nothing(
        words: "No \(rule.value) \(condition) so far; the data end on \(seen.through).")
    }
    guard let seen, seen.through >= deadline else {
      guard today <= deadline.adding(days: RuleSearch.patience) else {
        throw .late(end: seen?.through, deadline: deadline)
      }
      let end = seen.map { "end on \($0.through)" } ?? "have no day yet"
      return .nothing(words: "The data \(end), before the deadline, \(deadline).")
    }
    let words = "No \(rule.value) \(condition) from"
    guard seen.from <= question.opened else {
      return .evidence(
        words: "\(words) \(seen.from) through \(deadline); the data begin after the question was "
          + "opened on \(question.opened), so they do not tell about the days before.")
    }
    return .decided(
      .notSeen(through: deadline), words: "\(words) \(question.opened) through \(deadline).")
  }

  /// Puts the numbers of the days that count together, with their places; nothing without rows.
  private func days(
    of readings: [RuleReading]
  ) throws(RuleError) -> (RuleMemory?, places: [CivilDate: String]) {
    var memory: RuleMemory?
    var places: [CivilDate: String] = [:]
    for reading in readings {
      guard let day = reading.day else { continue }
      guard day <= today else {
        throw .malformed(source, fault: "\(reading.place): \(day) has not come yet")
      }
      var seen = memory ?? RuleMemory(from: day, through: day, values: [:])
      seen.from = min(seen.from, day)
      seen.through = max(seen.through, day)
      memory = seen
      guard question.isOpen(on: day) else { continue }
      let value = try reading.number(of: source).value
      if let other = memory?.values.updateValue(value, forKey: day), other != value {
        throw .malformed(
          source, fault: "\(reading.place): \(day) comes again, with \(value) after \(other)")
      }
      places[day] = reading.place
    }
    return (memory, places)
  }

  /// The comparison in words: "above 5000".
  private var condition: String { "\(rule.comparison.words) \(rule.threshold.text)" }
}

extension RuleValue {
  /// Returns whether a number meets the rule's comparison.
  func isMet(by number: DecimalText) -> Bool {
    switch comparison {
    case .above: threshold.isLess(than: number)
    case .atLeast: !number.isLess(than: threshold)
    case .below: number.isLess(than: threshold)
    case .atMost: !threshold.isLess(than: number)
    case .equals: number.value == threshold.value
    }
  }
}

extension RuleComparison {
  /// The comparison as it stands before a number in a sentence.
  var words: String {
    switch self {
    case .above: "above"
    case .atLeast: "at or above"
    case .below: "below"
    case .atMost: "at or below"
    case .equals: "equal to"
    }
  }
}
