internal import Augury

extension Statements {
  mutating func codeQuestions(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var numbers = questions.map(\.number)
    try coder.column(&numbers)
    if coder.isReading {
      questions = numbers.map { QuestionColumn(number: $0, kind: .binary, deadline: nil) }
    }
    try coder.field(
      &questions, { Code.of($0.kind) },
      { $0.kind = try Code.value($1, QuestionKind.allCases) ?? .binary })
    try coder.field(
      &questions, { Code.day($0.deadline?.day) },
      { $0.deadline = Code.day($1).map { Deadline(day: $0) } })
    try coder.text(&questions, { $0.deadline?.zone }, { $0.deadline?.zone = $1 })
    try coder.field(&questions, { Code.day($0.known) }, { $0.known = Code.day($1) })
    try coder.field(
      &questions, { $0.firstResolved ?? Statements.missing },
      { $0.firstResolved = $1 == Statements.missing ? nil : $1 })
    try coder.text(&questions, { $0.event }, { $0.event = $1 })
    try codeOutcomes(&coder)
    try codeMoves(&coder)
    try codeTags(&coder)
  }

  private mutating func codeOutcomes(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var outcomes = questions.map { OutcomeParts($0.outcome) }
    try coder.field(&outcomes, { $0.kind }, { $0.kind = $1 })
    try coder.field(&outcomes, { $0.day }, { $0.day = $1 })
    try coder.text(&outcomes, { $0.text }, { $0.text = $1 })
    try coder.text(&outcomes, { $0.value }, { $0.value = $1 })
    guard coder.isReading else { return }
    for (place, outcome) in outcomes.enumerated() {
      questions[place].outcome = try outcome.outcome
    }
  }

  /// The moves of deadlines, one row for each.
  private mutating func codeMoves(_ coder: inout some ColumnCoder) throws(ColumnError) {
    typealias Move = (question: Int32, at: Int64, to: Deadline)
    var rows: [Move] = questions.enumerated().flatMap { place, question in
      question.moves.map { (Int32(place), $0.at, $0.to) }
    }
    var places = rows.map(\.question)
    try coder.column(&places)
    if coder.isReading {
      rows = places.map { ($0, 0, Deadline(day: CivilDate(dayNumber: 0))) }
    }
    try coder.field(&rows, { $0.at }, { $0.at = $1 })
    try coder.field(
      &rows, { Int64($0.to.day.dayNumber) }, { $0.to.day = CivilDate(dayNumber: Int($1)) })
    try coder.text(&rows, { $0.to.zone }, { $0.to.zone = $1 })
    guard coder.isReading else { return }
    for row in rows {
      guard questions.indices.contains(Int(row.question)) else { throw ColumnError() }
      questions[Int(row.question)].moves.append((at: row.at, to: row.to))
    }
  }

  /// The tags, one row for each.
  private mutating func codeTags(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var rows: [(question: Int32, tag: String)] = questions.enumerated().flatMap { place, question in
      question.tags.map { (Int32(place), $0) }
    }
    var places = rows.map(\.question)
    try coder.column(&places)
    if coder.isReading { rows = places.map { ($0, "") } }
    try coder.text(&rows, { $0.tag }, { $0.tag = $1 ?? "" })
    guard coder.isReading else { return }
    for row in rows {
      guard questions.indices.contains(Int(row.question)) else { throw ColumnError() }
      questions[Int(row.question)].tags.append(row.tag)
    }
  }
}

extension Code {
  static func day(_ day: CivilDate?) -> Int64 {
    day.map { Int64($0.dayNumber) } ?? Statements.missing
  }

  static func day(_ number: Int64) -> CivilDate? {
    number == Statements.missing ? nil : CivilDate(dayNumber: Int(number))
  }
}

/// An outcome taken apart into what columns hold.
private struct OutcomeParts {
  var kind: UInt8 = 0
  var day = Statements.missing
  var text: String?
  var value: String?

  init(_ outcome: Outcome?) {
    switch outcome {
    case nil: break
    case .happened(let day): (kind, self.day) = (1, Code.day(day))
    case .notSeen(let day): (kind, self.day) = (2, Code.day(day))
    case .cannotHappen: kind = 3
    case .option(let option): (kind, text) = (4, option)
    case .number(let number): (kind, text, value) = (5, number.text, number.value)
    case .date(let day): (kind, self.day) = (6, Code.day(day))
    case .ambiguous: kind = 7
    case .annulled: kind = 8
    }
  }

  var outcome: Outcome? {
    get throws(ColumnError) {
      let day = Code.day(day)
      switch (kind, day, text) {
      case (0, _, _): return nil
      case (1, _, _): return .happened(day)
      case (2, let day?, _): return .notSeen(through: day)
      case (3, _, _): return .cannotHappen
      case (4, _, let option?): return .option(option)
      case (5, _, let text?):
        guard let number = try? DecimalText(text: text, value: value ?? "") else {
          throw ColumnError()
        }
        return .number(number)
      case (6, let day?, _): return .date(day)
      case (7, _, _): return .ambiguous
      case (8, _, _): return .annulled
      default: throw ColumnError()
      }
    }
  }
}
