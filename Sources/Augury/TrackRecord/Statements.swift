/// All forecasts of a ledger as contiguous columns, for reports that read each of them once.
///
/// Sources and questions are places in ``sources`` and ``questions``. Times are microseconds
/// since 1970 in UTC, days count from 1970-01-01; a missing time or day is ``missing``.
public struct Statements: Sendable {
  /// Stands for a time or a day that is not known.
  public static let missing = Int64.min

  /// The number of the entry of each forecast.
  public var number: [Int64] = []
  /// The place of each forecast's source.
  public var source: [Int32] = []
  /// The place of each forecast's question.
  public var question: [Int32] = []
  /// The probability of what was said, 0…1; not a number where none was given.
  public var probability: [Double] = []
  /// Whether the forecast says that the event will not happen.
  public var isNegated: [Bool] = []
  /// The first instant at which it may have been said.
  public var saidFrom: [Int64] = []
  /// The instant by which it must have been said.
  public var saidUntil: [Int64] = []
  /// When it was captured here.
  public var captured: [Int64] = []
  /// The last instant that another system's stamp allows.
  public var stamped: [Int64] = []
  /// The last day of its own window.
  public var window: [Int64] = []
  /// The place in ``zones`` of its window's zone.
  public var zone: [Int32] = []
  /// Forecasts that their source took back, with the earliest instant at which it did.
  public var withdrawn: [Int64: Int64] = [:]
  /// The options of those forecasts that are distributions over options.
  public var options: [Int64: [String: Double]] = [:]
  /// What a reference gave the same claim, where that was stated.
  public var baseline: [Int64: Double] = [:]
  /// The last days under a strict and under a generous reading, of those windows that have them.
  public var widths: [Int64: (strict: Int64, generous: Int64)] = [:]
  /// What was read in the words of those forecasts that have a reading.
  public var readings: [Int64: ReadingColumn] = [:]
  /// The base rates on record, in the order in which they were recorded.
  public var baseRates: [BaseRateColumn] = []
  /// The sources.
  public var sources: [SourceColumn] = []
  /// The questions.
  public var questions: [QuestionColumn] = []
  /// The names of the zones in use; the first is the ledger's own.
  public var zones: [String?] = [nil]

  /// Creates columns without any rows.
  public init() {}

  /// The number of forecasts.
  public var count: Int { number.count }

  /// Makes room for so many forecasts.
  public mutating func reserveCapacity(_ count: Int) {
    number.reserveCapacity(count)
    source.reserveCapacity(count)
    question.reserveCapacity(count)
    probability.reserveCapacity(count)
    isNegated.reserveCapacity(count)
    saidFrom.reserveCapacity(count)
    saidUntil.reserveCapacity(count)
    captured.reserveCapacity(count)
    stamped.reserveCapacity(count)
    window.reserveCapacity(count)
    zone.reserveCapacity(count)
  }
}

/// What a report needs of a reading.
public struct ReadingColumn: Sendable, Equatable {
  /// When it was made.
  public var recorded: Int64
  /// What sort of words tell how likely; nothing where none do, or where a number was given.
  public var kind: ChanceReading.Kind?
  /// What they mean, where they can be scored.
  public var meaning: ChanceMeaning?
  /// Whether no day could refute the words, and none was given.
  public var isUnfalsifiable: Bool

  /// Creates a reading of a report.
  public init(
    recorded: Int64, kind: ChanceReading.Kind?, meaning: ChanceMeaning?, isUnfalsifiable: Bool
  ) {
    self.recorded = recorded
    self.kind = kind
    self.meaning = meaning
    self.isUnfalsifiable = isUnfalsifiable
  }

  /// Creates the column of a forecast's reading; nothing when it has none.
  public init?(_ forecast: Forecast, recorded: Instant) {
    guard forecast.standingReading != nil else { return nil }
    self.init(
      recorded: recorded.microseconds, kind: forecast.readChance?.kind,
      meaning: forecast.readChance?.scored, isUnfalsifiable: forecast.isUnfalsifiable)
  }
}

/// What a report needs of a source.
public struct SourceColumn: Sendable {
  /// The number of the entry that introduced it.
  public var number: Int64
  /// Its name.
  public var name: String
  /// What manner of thing it is.
  public var kind: String

  /// Creates a source of a report.
  public init(number: Int64, name: String, kind: String) {
    self.number = number
    self.name = name
    self.kind = kind
  }
}

/// What a report needs of a question.
public struct QuestionColumn: Sendable {
  /// The number of the entry that introduced it.
  public var number: Int64
  /// What sort of answer decides it.
  public var kind: QuestionKind
  /// Its deadline as first set, or put right.
  public var deadline: Deadline?
  /// The moves of its deadline: when each was recorded, and what it was moved to.
  public var moves: [(at: Int64, to: Deadline)]
  /// What its last standing resolution found.
  public var outcome: Outcome?
  /// When that became known, where the resolution says so.
  public var known: CivilDate?
  /// When the first resolution that stands was recorded, in microseconds.
  public var firstResolved: Int64?
  /// The event that it belongs to, with other questions; nothing when it is one of its own.
  public var event: String?
  /// Its tags.
  public var tags: [String] = []

  /// Whether it was declared symmetric: nobody has reason to think one answer likelier.
  public var isSymmetric: Bool { tags.contains(Question.symmetricTag) }

  /// Creates a question of a report.
  public init(
    number: Int64, kind: QuestionKind, deadline: Deadline?, moves: [(at: Int64, to: Deadline)] = [],
    outcome: Outcome? = nil, known: CivilDate? = nil
  ) {
    self.number = number
    self.kind = kind
    self.deadline = deadline
    self.moves = moves
    self.outcome = outcome
    self.known = known
  }

  /// Returns the deadline that stood at an instant; a move counts from the instant after it on.
  public func deadline(at instant: Int64) -> Deadline? {
    moves.last { $0.at < instant }?.to ?? deadline
  }
}
