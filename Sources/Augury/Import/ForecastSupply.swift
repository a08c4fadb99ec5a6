/// A file of forecasts that was read and checked as a whole, ready to enter a ledger.
///
/// Distinct sources and questions are listed once; each forecast names its own by place, and is
/// handed out one at a time, so that a file of a million rows needs no million values at once.
/// Several threads may ask at once.
public protocol ForecastSupply: Sendable {
  /// The names of the sources, each once, in the order of their first row.
  var sources: [String] { get }
  /// What manner of thing each source is.
  var sourceKinds: [SourceKind] { get }
  /// The questions, each once, in the order of their first row.
  var questions: [ImportedQuestion] { get }
  /// The number of forecasts.
  var count: Int { get }
  /// Returns the places of a forecast's source and question.
  func places(_ index: Int) -> (source: Int, question: Int)
  /// Returns a forecast.
  func forecast(_ index: Int) -> ImportedForecast
  /// The ledger that the file is an export of, which gives each forecast a name of its own; nothing
  /// for any other file.
  var ledger: OriginLedger? { get }
  /// The forecasts that their source took back, in ascending order.
  var withdrawn: [Int] { get }
  /// Calls the closure with some forecasts, each with its index, in the order of the indices.
  func forEach(_ indices: ArraySlice<Int32>, _ body: (Int, ImportedForecast) -> Void)
}

extension ForecastSupply {
  /// Persons: most files do not tell what their sources are.
  public var sourceKinds: [SourceKind] { sources.map { _ in .person } }

  /// Nothing: most files are no export of a ledger's records.
  public var ledger: OriginLedger? { nil }

  /// Nothing: most files tell of no withdrawals.
  public var withdrawn: [Int] { [] }

  /// Calls the closure with some forecasts, each with its index, in the order of the indices.
  public func forEach(_ indices: ArraySlice<Int32>, _ body: (Int, ImportedForecast) -> Void) {
    for index in indices { body(Int(index), forecast(Int(index))) }
  }
}

/// A question as a file tells of it.
public struct ImportedQuestion: Sendable {
  /// The line in which it first appears.
  public var line: Int
  /// The proposition.
  public var text: String
  /// What sort of answer decides it.
  public var kind: QuestionKind
  /// The system the file comes from, with the question's name there.
  public var origin: Origin?
  /// When it must have happened, by the deadline that was set first.
  public var deadline: Deadline?
  /// The deadline that it was moved to, where forecasts are judged by the one before as well.
  public var moved: Deadline?
  /// Its options in the order of their first appearance.
  public var options: [String]
  /// Its unit.
  public var unit: String?
  /// Its event.
  public var event: String?
  /// Its tags.
  public var tags: [String]
  /// What was found out, where the file says so.
  public var outcome: Outcome?
  /// When that became known.
  public var known: CivilDate?
  /// How it is watched, where the file tells.
  public var watching: WatchingHistory?

  /// Creates a question.
  public init(line: Int, text: String, kind: QuestionKind) {
    self.line = line
    self.text = text
    self.kind = kind
    options = []
    tags = []
  }

  /// The deadline as it stands now.
  public var standingDeadline: Deadline? { moved ?? deadline }
}

/// A forecast as a file tells of it.
public struct ImportedForecast: Sendable {
  /// When it was said.
  public var said: SaidTime
  /// Whether it says that the event will not happen.
  public var isNegated = false
  /// The probability of what was said.
  public var probability: Probability?
  /// The distribution over options or quantiles.
  public var parts: [DistributionPart] = []
  /// Its own window; nothing means the question's deadline.
  public var window: Window?
  /// The words.
  public var wording: Wording?
  /// What the words were taken to mean.
  public var reading: Reading?
  /// The venue and the relays.
  public var citations: [Citation] = []
  /// What a reference gave the same claim.
  public var baseline: Probability?
  /// The other system's own stamp.
  public var stamp: Stamp?
  /// Its name in the other system.
  public var origin: Origin?
  /// When its source took it back, where it did.
  public var withdrawn: SaidTime?

  /// Creates a forecast without anything but its time.
  public init(said: SaidTime) { self.said = said }
}
