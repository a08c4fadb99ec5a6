internal import ForecastScoring

/// How many forecasts reach each stage of scoring, and why the others do not.
public struct Funnel: Sendable, Equatable {
  /// All forecasts that stand.
  public var recorded = 0
  /// Those that could be scored once their outcome is known.
  public var scoreable = 0
  /// Those of them whose window has passed.
  public var due = 0
  /// Those of them whose question has been judged in some way.
  public var resolved = 0
  /// Those of them that entered the score.
  public var scored = 0
  /// How many were lost to each reason.
  public var reasons: [Scoreability: Int] = [:]

  /// Creates an empty funnel.
  public init() {}

  mutating func count(_ scoreability: Scoreability) {
    recorded += 1
    switch scoreability {
    case .scored:
      scoreable += 1
      due += 1
      resolved += 1
      scored += 1
      return
    case .ambiguous, .annulled:
      scoreable += 1
      due += 1
      resolved += 1
    case .undecided:
      scoreable += 1
      due += 1
    case .notDue: scoreable += 1
    default: break
    }
    reasons[scoreability, default: 0] += 1
  }
}

/// How accurate each source has been, by one policy.
public struct TrackRecord: Sendable, Equatable {
  /// What counted.
  public var policy: Policy
  /// How all forecasts fare.
  public var funnel = Funnel()
  /// How many of the scored forecasts have each capture grade.
  public var grades: [CaptureGrade: Int] = [:]
  /// The sources: those that are ranked first, by their shrunken edge, then all others by name,
  /// those with scores first.
  public var lines: [Line] = []
  /// How much the sources' true edges differ, as a variance; 0 says that chance may be all there is,
  /// nothing that too few have an edge to tell.
  public var spread: Double?

  /// What the references would have scored on the same questions: the consensus, the base rates and
  /// always 50 %, those that there are.
  public var references: [Reference] = []

  /// One source's line.
  public struct Line: Sendable, Equatable {
    /// The number of the entry that introduced the source.
    public var number: Int64
    /// Its name.
    public var name: String
    /// What manner of thing it is.
    public var kind: String
    /// How its forecasts fare.
    public var funnel: Funnel
    /// Its figures; nothing when nothing was scored.
    public var figures: SourceFigures?

    /// On how many questions it was scored.
    public var questions: Int { figures?.questions ?? 0 }
    /// Its mean Brier score, 0…1, lower is better; nothing when nothing was scored.
    public var brier: Double? { figures?.brier }
    /// The mean of the best and of the worst scores that its words and what is disputed allow.
    public var brierBounds: ScoreBounds? { figures?.bounds }
  }

  /// Judges each forecast by itself, whichever of several statements is taken; by their numbers.
  public static func judgements(
    _ statements: Statements, _ policy: Policy, _ zones: Zones
  ) -> [Int64: Judgement] {
    var judge = Judge(statements, policy, zones)
    var judgements: [Int64: Judgement] = [:]
    for row in 0..<statements.count { judgements[statements.number[row]] = judge.judge(row) }
    return judgements
  }

  /// Works out the track record of all sources; see ``Assessment``.
  public init(
    _ statements: Statements, _ policy: Policy, _ zones: Zones, _ workers: Workers = .one
  ) {
    self.init(Assessment(statements, policy, zones, workers))
  }

  init(_ assessment: Assessment) {
    policy = assessment.policy
    grades = assessment.grades
    let tallies = assessment.tallies
    let figures = assessment.workers.map(tallies.count) { SourceFigures(tallies[$0]) }
    for (place, source) in assessment.statements.sources.enumerated()
    where tallies[place].funnel.recorded > 0 {
      funnel.add(tallies[place].funnel)
      lines.append(
        Line(
          number: source.number, name: source.name, kind: source.kind,
          funnel: tallies[place].funnel, figures: figures[place]))
    }
    references = assessment.references()
    compare()
  }
}

/// What one source's figures are made of, while it is gathered.
struct Tally {
  var funnel = Funnel()
  var units: [ScoredUnit] = []
  /// The best and the worst scores of what is disputed, or due and not yet said.
  var disputed: [ScoreBounds] = []
}

extension Funnel {
  mutating func add(_ other: Funnel) {
    recorded += other.recorded
    scoreable += other.scoreable
    due += other.due
    resolved += other.resolved
    scored += other.scored
    reasons.merge(other.reasons, uniquingKeysWith: +)
  }
}
