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
    /// On how many questions it was scored.
    public var questions: Int
    /// Its mean Brier score, 0…1, lower is better; nothing when nothing was scored.
    public var brier: Double?
    /// The mean of the best and of the worst scores that its words allow.
    public var brierBounds: ScoreBounds?
  }

  /// What counted.
  public var policy: Policy
  /// How all forecasts fare.
  public var funnel = Funnel()
  /// How many of the scored forecasts have each capture grade.
  public var grades: [CaptureGrade: Int] = [:]
  /// The sources: those with scores first, in the order of their names.
  public var lines: [Line] = []

  /// Judges each forecast by itself, whichever of several statements is taken; by their numbers.
  public static func judgements(
    _ statements: Statements, _ policy: Policy, _ zones: Zones
  ) -> [Int64: Judgement] {
    var judge = Judge(statements, policy, zones)
    var judgements: [Int64: Judgement] = [:]
    for row in 0..<statements.count { judgements[statements.number[row]] = judge.judge(row) }
    return judgements
  }

  /// Works out the track record of all sources.
  ///
  /// One source's statements about one question are one unit: the statement that the policy takes
  /// stands for all. The mean runs over units.
  public init(_ statements: Statements, _ policy: Policy, _ zones: Zones) {
    self.policy = policy
    var judge = Judge(statements, policy, zones)
    var tallies = [Tally](repeating: Tally(), count: statements.sources.count)
    let scores = (0..<statements.count).map { judge.score($0) }
    var rows: [Int32] = []
    rows.reserveCapacity(scores.count)
    for (row, score) in scores.enumerated() {
      switch score.scoreability {
      case .scored, .notDue, .undecided, .ambiguous, .annulled: rows.append(Int32(row))
      default: tallies[Int(statements.source[row])].funnel.count(score.scoreability)
      }
    }
    Units(statements, scores, policy.take).count(rows, into: &tallies, &grades)
    for (tally, source) in zip(tallies, statements.sources) where tally.funnel.recorded > 0 {
      funnel.add(tally.funnel)
      lines.append(
        Line(
          number: source.number, name: source.name, kind: source.kind, funnel: tally.funnel,
          questions: tally.brier.count, brier: tally.brier.value, brierBounds: tally.bounds))
    }
    lines.sort {
      ($0.brier == nil ? 1 : 0, $0.name, $0.number) < ($1.brier == nil ? 1 : 0, $1.name, $1.number)
    }
  }
}

/// One source's figures while they are gathered.
struct Tally {
  var funnel = Funnel()
  var brier = Mean()
  private var best = Mean()
  private var worst = Mean()

  /// Adds the mean of so many scores as one unit.
  mutating func add(_ sum: Double, _ best: Double, _ worst: Double, over count: Int) {
    brier.add(sum / Double(count))
    self.best.add(best / Double(count))
    self.worst.add(worst / Double(count))
  }

  var bounds: ScoreBounds? {
    guard let best = best.value, let worst = worst.value else { return nil }
    return ScoreBounds(best: best, worst: worst)
  }
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
