internal import Augury

/// What a rule's program answered.
struct CommandAnswer {
  /// What the program found.
  let finding: RuleFinding
  /// The addresses it names as evidence.
  let evidence: [String]
}

/// Reads the answer of a rule's program, and holds it against its question.
struct CommandAnswerReader {
  /// The most addresses that an answer may give as evidence.
  private static let mostEvidence = 20
  private static let members: Set<String> = [
    "outcome", "on", "through", "known", "finding", "evidence",
  ]

  private let object: JSONObject
  private let question: RuleQuestion
  private let looked: Instant
  private let program: String

  /// Takes an answer: one JSON object without unknown members.
  init(
    _ bytes: [UInt8], _ question: RuleQuestion, looked: Instant, program: String
  ) throws(RuleError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .wrongAnswer(program, fault: error.what.withoutStop)
    }
    guard case .object(let object) = value else {
      throw .wrongAnswer(program, fault: "it is not a JSON object")
    }
    if let name = object.members.map(\.key).first(where: { !Self.members.contains($0) }) {
      throw .wrongAnswer(program, fault: "it has the unknown member “\(name.clipped)”")
    }
    self.object = object
    self.question = question
    self.looked = looked
    self.program = program
  }

  /// Returns what the program found.
  ///
  /// Refused are a day that has not come, a no before the deadline has passed, and members that do
  /// not go with the outcome.
  func answer() throws(RuleError) -> CommandAnswer {
    let evidence = try addresses()
    return CommandAnswer(finding: try finding(hasEvidence: !evidence.isEmpty), evidence: evidence)
  }

  private func finding(hasEvidence: Bool) throws(RuleError) -> RuleFinding {
    guard let words = try text("finding")?.tidied, !words.isEmpty else {
      throw wrong("it has no “finding” in words")
    }
    guard let answered = object["outcome"] else { throw wrong("it has no “outcome”") }
    if case .null = answered {
      for name in ["on", "through", "known"] where object[name] != nil {
        throw wrong("it gives “\(name)” without an outcome")
      }
      return hasEvidence ? .evidence(words: words) : .nothing(words: words)
    }
    let outcome = try outcome(try word(answered))
    if case .happened = outcome {
    } else if object["on"] != nil {
      throw wrong("“on” goes with yes only")
    }
    if case .notSeen = outcome {
    } else if object["through"] != nil {
      throw wrong("“through” goes with no only")
    }
    return .decided(outcome, known: try pastDay("known"), words: words)
  }

  /// Reads the word of an outcome, as `augury resolve` takes it.
  private func outcome(_ word: String) throws(RuleError) -> Outcome {
    let kind = question.question.kind
    switch (kind, word) {
    case (_, "ambiguous"): return .ambiguous
    case (.binary, "yes"): return .happened(try dayOfHappening())
    case (.binary, "no"): return .notSeen(through: try lastDayLooked())
    case (.binary, "never"): return .cannotHappen
    case (.categorical, _) where question.question.options.contains(word),
      (.ordered, _) where question.question.options.contains(word):
      return .option(word)
    case (.numeric, _):
      guard let number = try? DecimalText(parsing: word) else { break }
      return .number(number)
    case (.date, _):
      guard let day = try? CivilDate(iso: word) else { break }
      guard day <= today else { throw wrong("\(day) has not come yet") }
      return .date(day)
    default: break
    }
    throw wrong("“\(word.clipped)” is no outcome of a question of the kind \(kind.rawValue)")
  }

  private func dayOfHappening() throws(RuleError) -> CivilDate? {
    if case .string("unknown") = object["on"] { return nil }
    if let day = try pastDay("on") { return day }
    guard !question.isOver(at: looked) else {
      throw wrong("the deadline has passed, and a yes has to say “on” which day it happened")
    }
    return today
  }

  private func lastDayLooked() throws(RuleError) -> CivilDate {
    let through = try pastDay("through")
    guard let deadline = question.deadline else {
      guard let through, looked >= question.zone.endOfDay(through) else {
        throw wrong("a no without a deadline has to say “through” which day, one that is over")
      }
      return through
    }
    let last = through ?? deadline
    guard question.isOver(at: looked), last >= deadline, looked >= question.zone.endOfDay(last)
    else { throw wrong("it says no through \(last), before the deadline, \(deadline), has passed") }
    return last
  }

  private var today: CivilDate { question.zone.civilDate(at: looked) }

  private func pastDay(_ name: String) throws(RuleError) -> CivilDate? {
    guard let text = try text(name) else { return nil }
    guard let day = try? CivilDate(iso: text) else {
      throw wrong("“\(text.clipped)” in “\(name)” is not a day as YYYY-MM-DD")
    }
    guard day <= today else { throw wrong("\(day) has not come yet") }
    return day
  }

  private func text(_ name: String) throws(RuleError) -> String? {
    switch object[name] {
    case nil: return nil
    case .string(let text): return text
    default: throw wrong("“\(name)” is not a text")
    }
  }

  /// The outcome as a word: a text, or a number as JSON writes it.
  private func word(_ value: JSONValue) throws(RuleError) -> String {
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .number(let number): return String(number)
    default: throw wrong("“outcome” is neither a text nor a number nor null")
    }
  }

  private func wrong(_ fault: String) -> RuleError { .wrongAnswer(program, fault: fault) }

  private func addresses() throws(RuleError) -> [String] {
    guard let value = object["evidence"] else { return [] }
    guard case .array(let items) = value, items.count <= Self.mostEvidence else {
      throw wrong("“evidence” is not a list of at most \(Self.mostEvidence) addresses")
    }
    var addresses: [String] = []
    for item in items {
      guard case .string(let text) = item, text.hasPrefix("https://") || text.hasPrefix("http://"),
        text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
      else { throw wrong("“evidence” holds what is no http address") }
      addresses.append(text)
    }
    return addresses
  }
}

extension String {
  /// The words without the full stop that ends them, to stand within a sentence.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// The words on one line, with single spaces.
  var tidied: String { PageText.tidied(Array(utf8)) }
}
