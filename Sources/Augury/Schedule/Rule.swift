/// Where a rule looks.
public enum RulePlace: Sendable, Equatable {
  /// A file; its path as given.
  case file(String)
  /// A page, a feed or a file on the web; its address.
  case url(String)
  /// A program with its arguments, run without a shell.
  case command([String])
}

/// How a found number is held against a rule's.
public enum RuleComparison: String, Sendable, CaseIterable {
  case above
  case atLeast = "at-least"
  case below
  case atMost = "at-most"
  case equals
}

/// What a rule looks for.
public enum RuleTest: Sendable, Equatable {
  /// A number in a table or a tree of data, on any day the question is about.
  case value(RuleValue)
  /// A page, or one item of a feed, that holds all of these words or phrases.
  case words([String])
  /// What a program answers by itself.
  case answer
}

/// The forms of data that a rule reads numbers in.
public enum RuleForm: String, Sendable, CaseIterable {
  case csv, json
}

/// A number to look for in data.
public struct RuleValue: Sendable, Equatable {
  /// The form of the data.
  public var form: RuleForm
  /// The list of records in JSON: names and numbers with dots between; nothing for the whole.
  public var rows: String?
  /// The column, or the path in each record, that holds the number.
  public var value: String
  /// The column, or the path, that holds the day of each number; nothing where there is one number,
  /// which is then of the day it was read.
  public var date: String?
  /// How the number is compared.
  public var comparison: RuleComparison
  /// What it is compared with.
  public var threshold: DecimalText

  /// Creates a number to look for.
  public init(
    form: RuleForm, rows: String? = nil, value: String, date: String? = nil,
    comparison: RuleComparison, threshold: DecimalText
  ) {
    self.form = form
    self.rows = rows
    self.value = value
    self.date = date
    self.comparison = comparison
    self.threshold = threshold
  }
}

/// What decides a question by itself, or finds evidence for it.
public struct Rule: Sendable, Equatable {
  /// Where it looks.
  public var place: RulePlace
  /// What it looks for.
  public var test: RuleTest
  /// Whether what it finds is recorded at once; else it is proposed.
  public var isAutomatic: Bool
  /// How many hours pass between two looks.
  public var everyHours: Int

  /// Creates a rule.
  public init(
    place: RulePlace, test: RuleTest, isAutomatic: Bool = false, everyHours: Int = 24
  ) {
    self.place = place
    self.test = test
    self.isAutomatic = isAutomatic
    self.everyHours = everyHours
  }
}

/// A question is given a rule, or loses it.
public struct RuleChange: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// The rule; nothing takes it away.
  public var rule: Rule?

  /// Creates the change of a rule.
  public init(question: Identifier, rule: Rule?) {
    self.question = question
    self.rule = rule
  }
}

/// What the scheduler found about a question at an instant.
public struct Review: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// When it looked, by the machine's clock.
  public var looked: Instant
  /// What follows by the question's rule; nothing where evidence was found that decides nothing.
  public var proposal: Outcome?
  /// When that became known, where the evidence says so.
  public var known: CivilDate?
  /// What was found, in words.
  public var finding: String
  /// Where, with the bytes that were kept.
  public var evidence: [Evidence]

  /// Creates a review.
  public init(
    question: Identifier, looked: Instant, proposal: Outcome? = nil, known: CivilDate? = nil,
    finding: String, evidence: [Evidence] = []
  ) {
    self.question = question
    self.looked = looked
    self.proposal = proposal
    self.known = known
    self.finding = finding
    self.evidence = evidence
  }
}
