package import Augury

/// What logging a forecast wrote.
package struct Logged: Sendable {
  package var forecast: Forecast
  package var number: Int64
  package var question: Question
  package var source: Source
  /// The number of the question, and whether it is new.
  package var questionNumber: Int64
  package var isNewQuestion: Bool
  package var sourceNumber: Int64
  package var isNewSource: Bool
  /// When it was captured.
  package var captured: Instant
  /// Earlier statements of the same source on the same question.
  package var earlier: Int
}

/// Why a forecast cannot be logged as it is.
package enum LoggingError: Error, Sendable, Equatable {
  case resembles(String, id: String, text: String)
  case emptyQuestion
  case kindDiffers(id: String, is: QuestionKind, given: QuestionKind)
  case unknownOption(String, options: [String])
  case badSum(String)
  case repeated(String)
  case unordered(String)
  case badLevel(String)
  case unitDiffers(String?, is: String?)
  case probabilityOnDistribution
}

extension LoggingError: Explained {
  package var kind: FailureKind {
    if case .resembles = self { .conflict } else { .invalid }
  }

  package var what: String {
    switch self {
    case .resembles(let text, let id, let other):
      "\"\(text.clipped)\" resembles question \(id), \"\(other.clipped)\"."
    case .emptyQuestion: "The question has no words."
    case .kindDiffers(let id, let kind, let given):
      "Question \(id) is \(kind.rawValue); this forecast is \(given.rawValue)."
    case .unknownOption(let option, let options):
      "\"\(option.clipped)\" is not among the options \(options.map { "\"\($0.clipped)\"" }.joined(separator: ", "))."
    case .badSum(let sum): "The options' probabilities add up to \(sum), not to 1."
    case .repeated(let part): "\(part) is given twice."
    case .unordered(let part): "The value at quantile \(part) is below that of a lower quantile."
    case .badLevel(let level): "\(level) is not the level of a quantile."
    case .unitDiffers(let given, let unit):
      "The forecast is in \(given?.clipped ?? "no unit"); the question is in \(unit?.clipped ?? "no unit")."
    case .probabilityOnDistribution: "A distribution has no single probability."
    }
  }

  package var remedy: String {
    switch self {
    case .resembles(_, let id, _):
      "Add the forecast to it with `--question \(id)`, or give `--new` if it is another question."
    case .emptyQuestion: "Write the question as one sentence in quotes."
    case .kindDiffers: "Give a forecast of the question's kind, or put a new question."
    case .unknownOption: "Use one of them, or put a new question."
    case .badSum: "Let them add up to 1, within 0.001."
    case .repeated: "Give each part once."
    case .unordered: "Let the values rise with the quantiles."
    case .badLevel: "Give a level between 0 and 1, such as 0.05 or 95%."
    case .unitDiffers: "Give `--unit` as the question has it."
    case .probabilityOnDistribution: "Leave out `-p`."
    }
  }
}

extension EntryWriter {
  /// Appends a forecast, with its source and its question where they are new.
  package mutating func log(_ draft: ForecastDraft, on ledger: Ledger) throws -> Logged {
    try DistributionCheck.check(draft)
    let snapshot = Snapshot(ledger, seq: .max)
    let (sourceNumber, source, isNewSource) = try source(of: draft, snapshot)
    let (questionNumber, question, isNewQuestion) = try question(of: draft, snapshot)
    try DistributionCheck.check(draft, against: question, short: try snapshot.short(question.id))
    var earlier = 0
    if !isNewQuestion && !isNewSource {
      earlier = try snapshot.statementCount(question: questionNumber, source: sourceNumber)
    }
    let ownWindow = isNewQuestion || draft.deadline == question.deadline ? nil : draft.deadline
    let forecast = Forecast(
      id: identifier(.forecast), question: question.id, source: source.id, said: draft.said,
      isNegated: draft.isNegated, probability: draft.probability, parts: draft.parts,
      window: ownWindow.map { Window(default: $0.day, zone: $0.zone) }, wording: draft.wording,
      reading: EntryWriter.reading(draft.reading, on: question), citations: draft.citations,
      baseline: draft.baseline)
    let number = try append(.forecast(forecast))
    return Logged(
      forecast: forecast, number: number, question: question, source: source,
      questionNumber: questionNumber, isNewQuestion: isNewQuestion, sourceNumber: sourceNumber,
      isNewSource: isNewSource, captured: instant, earlier: earlier)
  }

  /// What of a reading holds for a question: a chance only of yes or no, and vague words only where
  /// the question has no deadline that somebody set.
  private static func reading(_ reading: Reading?, on question: Question) -> Reading? {
    let isVague = reading?.horizon?.kind != .dated
    return Reading(
      chance: question.kind == .binary ? reading?.chance : nil,
      horizon: question.deadline != nil && isVague ? nil : reading?.horizon)
  }

  private mutating func source(
    of draft: ForecastDraft, _ snapshot: Snapshot
  ) throws -> (Int64, Source, Bool) {
    let kind: SourceKind = draft.source == nil ? .own : draft.sourceKind
    let number = try draft.source.map { try snapshot.source(named: $0) } ?? snapshot.keeper()
    if let number, let found = try snapshot.source(number) { return (number, found.source, false) }
    let source = Source(
      id: identifier(.source), name: draft.source ?? capture.author, kind: kind)
    return (try append(.source(source)), source, true)
  }

  private mutating func question(
    of draft: ForecastDraft, _ snapshot: Snapshot
  ) throws -> (Int64, Question, Bool) {
    switch draft.subject {
    case .known(let number):
      guard let question = try snapshot.fullQuestion(number) else {
        throw LookupError.noSuch("#\(number)", nouns: ["question"])
      }
      return (number, question, false)
    case .text(let text):
      guard !Words.of(text).isEmpty else { throw LoggingError.emptyQuestion }
      if let same = try snapshot.sameQuestion(as: text) {
        let number = try snapshot.canonical(same)
        if let question = try snapshot.fullQuestion(number) { return (number, question, false) }
      }
      if !draft.allowsLikeness, let other = try snapshot.duplicates(of: text).first {
        let id = try snapshot.short(try snapshot.id(of: other.number))
        throw LoggingError.resembles(text, id: id, text: other.text)
      }
      let question = Question(
        id: identifier(.question), kind: draft.questionKind, text: text, criteria: draft.criteria,
        deadline: draft.deadline, options: draft.options, unit: draft.unit, event: draft.event,
        tags: draft.tags)
      return (try append(.question(question)), question, true)
    }
  }
}

extension Snapshot {
  /// Returns the keeper's own source.
  package func keeper() throws(StoreError) -> Int64? {
    guard
      let number = try database.first(
        "select number from source where kind = 'self' and \(Snapshot.stands()) order by number",
        .integer(seq), make: { $0.integer(0) })
    else { return nil }
    return try canonical(number)
  }

  /// Returns how many statements of a source on a question stand.
  func statementCount(question: Int64, source: Int64) throws(StoreError) -> Int {
    var count = 0
    let family = try family(source)
    for number in try forecasts(on: question) {
      let by = try database.first(
        "select source from forecast where number = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(number), make: { $0.integer(0) })
      if let by, family.contains(by) { count += 1 }
    }
    return count
  }
}
