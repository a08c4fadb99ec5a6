internal import Augury

/// The words that a cell of the column `outcome` may hold for any kind of question, or for
/// questions of the kind binary.
enum AuguryCSVOutcomeWord: Sendable {
  case yes, no, never, ambiguous, annulled

  static let binary = [
    "yes", "no", "never", "not by followed by a date", "ambiguous", "annulled",
  ]
}

extension AuguryCSVBytes {
  func outcomeWord(_ cell: Cell) -> AuguryCSVOutcomeWord? {
    if isWord(cell, "yes") { return .yes }
    if isWord(cell, "no") { return .no }
    if isWord(cell, "never") { return .never }
    if isWord(cell, "ambiguous") { return .ambiguous }
    if isWord(cell, "annulled") { return .annulled }
    return nil
  }

  /// Returns the outcome of a question from its cells, once its kind and options are known.
  func outcome(
    of question: Int, in questions: AuguryCSVQuestions, kind: QuestionKind, options: [String]
  ) throws(Fault) -> Outcome? {
    let cell = questions.cell(.outcome, of: question)
    let happened = questions.cell(.happenedOn, of: question)
    let known = questions.cell(.knownOn, of: question)
    guard !cell.isEmpty else {
      for (day, column) in [(happened, Column.happenedOn), (known, .knownOn)] where !day.isEmpty {
        throw fault(day, column, .needs(string(day), column: Column.outcome.name))
      }
      return nil
    }
    let word = outcomeWord(cell)
    let isYes = kind == .binary && word == .yes
    guard happened.isEmpty || isYes else {
      throw fault(
        happened, .happenedOn, .excludes(string(happened), column: Column.outcome.name))
    }
    if kind == .categorical || kind == .ordered {
      return try option(cell, word, of: options)
    }
    if word == .ambiguous { return .ambiguous }
    if word == .annulled { return .annulled }
    switch kind {
    case .numeric: return .number(try number(cell, .outcome))
    case .date: return try day(cell, .outcome).map { .date($0) }
    default: break
    }
    switch word {
    case .yes: return .happened(try day(happened, .happenedOn))
    case .no:
      return try day(questions.cell(.deadline, of: question), .deadline)
        .map { .notSeen(through: $0) } ?? .cannotHappen
    case .never: return .cannotHappen
    default:
      guard let through = notBy(cell) else {
        throw unknown(cell, .outcome, AuguryCSVOutcomeWord.binary)
      }
      return .notSeen(through: through)
    }
  }

  private func option(
    _ cell: Cell, _ word: AuguryCSVOutcomeWord?, of options: [String]
  ) throws(Fault) -> Outcome {
    let name = string(cell)
    let isOption = options.contains { $0.utf8.elementsEqual(name.utf8) }
    if word == .ambiguous || word == .annulled {
      guard !isOption else { throw fault(cell, .outcome, .doubleMeaning(name)) }
      return word == .ambiguous ? .ambiguous : .annulled
    }
    guard isOption else {
      throw fault(cell, .outcome, .unknownOption(name, options: options))
    }
    return .option(name)
  }

  private func notBy(_ cell: Cell) -> CivilDate? {
    let text = string(cell)
    guard text.utf8.count == 17, text.lowercased().hasPrefix("not by ") else { return nil }
    return try? CivilDate(iso: text.suffix(10))
  }
}
