/// What a source's forecast is compared with.
public enum ReferenceKind: String, Sendable, CaseIterable {
  /// The chance that was stated as a baseline when the forecast was logged.
  case baseline
  /// The pooled chance of the other sources that stood at that time.
  case consensus
  /// How often what its tag stands for happens, by a documented base rate.
  case baseRate = "base rate"
  /// One half, on a question that was declared symmetric.
  case even = "50 %"
  /// Another source, where two are compared.
  case rival = "the other source"
}

/// The reference forecast of one statement: what a named baseline said of the same claim then.
public struct ReferenceForecast: Sendable, Equatable {
  /// Where it comes from.
  public var kind: ReferenceKind
  /// The probability of what the source said would be so, 0…1.
  public var probability: Double

  /// Creates a reference forecast.
  public init(kind: ReferenceKind, probability: Double) {
    self.kind = kind
    self.probability = probability
  }
}

/// Finds the reference forecast of each statement: the first rung of the ladder that there is.
///
/// A stated baseline comes first; then the consensus of at least three other sources, each by its
/// last statement standing at that time on the same question with the same last day; then a
/// documented base rate of one of the question's tags; then one half where the question was
/// declared symmetric. Docs/Scores.md has the reasons.
struct ReferenceLadder {
  private let statements: Statements
  /// The pooled chance by the others of what each row says; not a number where there is none.
  private let consensus: [Double]
  private let baseRates: BaseRates
  /// By question: whether it was declared symmetric.
  private let isSymmetric: [Bool]

  /// Prepares the references of some rows, which are the only ones that a consensus is made of.
  init(
    _ statements: Statements, _ rows: [Int32], _ judge: inout Judge, _ workers: Workers
  ) {
    self.statements = statements
    let consensus = Consensus(statements, rows, judge, workers)
    self.consensus = consensus.chances
    whole = consensus.whole
    isSymmetric = statements.questions.map(\.isSymmetric)
    baseRates = BaseRates(statements, rows, &judge)
  }

  /// The consensus of all sources on each question, the source at hand not left out.
  let whole: [WholeConsensus?]

  /// The base rate of the event of a row; nothing where none is known.
  func baseRate(_ row: Int32) -> Double? { baseRates.chance(row) }

  /// Returns the reference of a row; nothing where no rung has one.
  func reference(_ row: Int32) -> ReferenceForecast? {
    let place = Int(row)
    if !statements.baseline.isEmpty, let stated = statements.baseline[statements.number[place]] {
      return ReferenceForecast(kind: .baseline, probability: stated)
    }
    let pooled = consensus[place]
    if !pooled.isNaN {
      return ReferenceForecast(kind: .consensus, probability: pooled)
    }
    if let rate = baseRates.chance(row) {
      let chance = statements.isNegated[place] ? 1 - rate : rate
      return ReferenceForecast(kind: .baseRate, probability: chance)
    }
    guard isSymmetric[Int(statements.question[place])] else { return nil }
    return ReferenceForecast(kind: .even, probability: 0.5)
  }
}
