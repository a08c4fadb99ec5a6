package import Augury

/// A forecast as a table tells of it: the statement that is scored, with all that judges it.
package struct TableForecast: Sendable {
  /// The number of its entry.
  package let number: Int64
  /// The statement, with the corrections that came before its outcome was known.
  ///
  /// It has a window wherever it is judged by another deadline than the question's present one,
  /// a name or a stamp only of the system that its question is of, and an instant by which it was
  /// said where that is all that is known.
  package let forecast: Forecast
  /// Its question as it stands, with the number of its entry.
  package let question: TableQuestion
  /// Its source.
  package let source: SourceColumn
  /// When its source took it back, at the earliest; nothing when it did not.
  package let withdrawn: SaidTime?
  /// The deadline that it is judged by.
  package let deadline: Deadline?

  /// Whether it is judged by no deadline, although its question has one now.
  package var isOpen: Bool {
    deadline == nil && question.question.deadline != nil && !forecast.isUnfalsifiable
  }
}

/// A question as a table tells of it.
package struct TableQuestion: Sendable {
  /// The number of its entry.
  package let number: Int64
  /// The question as it stands.
  package let question: Question
  /// Its last standing resolution.
  package let resolution: Resolution?
}

extension Snapshot {
  /// Hands over standing forecasts as tables tell of them, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - isWanted: Whether the forecasts on the question with a number are wanted.
  ///   - body: Called with each forecast.
  /// - Throws: ``StoreError`` when an entry cannot be read, and what the closure throws.
  package func tableForecasts(
    on isWanted: (Int64) -> Bool = { _ in true }, _ body: (TableForecast) throws -> Void
  ) throws {
    var table = TableReading(self, try statements(), try doubleQuestions())
    for row in 0..<table.statements.count {
      let question = table.statements.questions[Int(table.statements.question[row])]
      guard isWanted(question.number), let found = try table.forecast(row) else { continue }
      try body(found)
    }
  }

  /// The questions that a table could not tell from another one by its text, deadline and kind.
  private func doubleQuestions() throws(StoreError) -> Set<Int64> {
    var first: [QuestionIdentity: Int64] = [:]
    var doubles: Set<Int64> = []
    let merges = try loadedMerges()
    for (identity, number, isPresent) in try questionIdentities() where isPresent {
      guard case .asked = identity, merges[number] == nil else { continue }
      if let other = first.updateValue(number, forKey: identity) {
        doubles.formUnion([other, number])
      }
    }
    return doubles
  }
}

/// Reads forecasts for a table one after the other.
private struct TableReading {
  /// The name of a forecast among those of its source on its question.
  private struct Name: Hashable {
    var source: Int32
    var question: Int32
    var key: String
  }

  let statements: Statements
  private let snapshot: Snapshot
  private let doubles: Set<Int64>
  private var questions: [TableQuestion?]
  private var names: Set<Name> = []

  init(_ snapshot: Snapshot, _ statements: Statements, _ doubles: Set<Int64>) {
    self.snapshot = snapshot
    self.statements = statements
    self.doubles = doubles
    questions = Array(repeating: nil, count: statements.questions.count)
  }

  mutating func forecast(_ row: Int) throws(StoreError) -> TableForecast? {
    let place = Int(statements.question[row])
    let facts = statements.questions[place]
    if questions[place] == nil { questions[place] = try question(facts.number) }
    guard let asked = questions[place],
      let entry = try snapshot.ledger.entry(statements.number[row]),
      case .forecast(let original) = entry.body
    else { return nil }
    let scored = try snapshot.scored(original, entry, facts)
    var forecast = scored.forecast
    // What was read too late must not look as if it had been on record by its stamp.
    if scored.isReadLate { forecast.stamp = nil }
    let deadline = statements.deadline(row).map(snapshot.ledger.explicit)
    if forecast.window == nil, forecast.standingWindow != nil {
      forecast.reading?.horizon?.window?.zone = deadline?.zone
    } else if let deadline, forecast.window != nil || deadline != asked.question.deadline {
      var window = forecast.window ?? Window(default: deadline.day)
      window.zone = deadline.zone
      forecast.window = window
    }
    if statements.saidFrom[row] == Statements.missing {
      let moment = statements.moment(row)
      if statements.saidUntil[row] != moment {
        forecast.said = SaidTime(upTo: Instant(microseconds: moment - 1))
      }
    }
    keepNames(of: asked.question.origin?.system, in: &forecast, row)
    return TableForecast(
      number: entry.seq, forecast: forecast, question: asked,
      source: statements.sources[Int(statements.source[row])],
      withdrawn: try withdrawn(entry.seq), deadline: deadline)
  }

  /// Leaves a forecast the name and the stamp that the system of its question gave it.
  ///
  /// A name that comes twice, as after a merge, is given up; the parts of a forecast need one.
  private mutating func keepNames(
    of system: String?, in forecast: inout Forecast, _ row: Int
  ) {
    if forecast.stamp?.system != system { forecast.stamp = nil }
    if forecast.origin?.system != system { forecast.origin = nil }
    if let key = forecast.origin?.key {
      let name = Name(source: statements.source[row], question: statements.question[row], key: key)
      if !names.insert(name).inserted { forecast.origin = nil }
    }
    if let system, forecast.origin == nil, !forecast.parts.isEmpty {
      forecast.origin = Origin(system: system, key: forecast.id.text)
    }
  }

  private func question(_ number: Int64) throws(StoreError) -> TableQuestion? {
    guard var question = try snapshot.fullQuestion(number) else { return nil }
    question.deadline = question.deadline.map(snapshot.ledger.explicit)
    for member in try snapshot.family(number) where !question.options.isEmpty && member != number {
      let options = try snapshot.fullQuestion(member)?.options ?? []
      question.options += options.filter { !question.options.contains($0) }
    }
    if doubles.contains(number) {
      question.origin = Origin(system: snapshot.ledger.system, key: question.id.text)
    }
    var resolution: Resolution?
    if case .resolution(let last)? = try snapshot.resolutions(of: number).last?.body {
      resolution = last
    }
    return TableQuestion(number: number, question: question, resolution: resolution)
  }

  private func withdrawn(_ number: Int64) throws(StoreError) -> SaidTime? {
    guard statements.withdrawn[number] != nil else { return nil }
    var earliest: (from: Instant, said: SaidTime)?
    for act in try snapshot.acts(on: number, [.withdrawal]) {
      guard case .withdrawal(let withdrawal) = act.body else { continue }
      let said = withdrawal.said.since(act.recordedAt)
      if let before = earliest?.from, before <= said.from { continue }
      earliest = said
    }
    return earliest?.said
  }
}
