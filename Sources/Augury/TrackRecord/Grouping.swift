/// What forecasts are put together by.
public enum Grouping: String, Sendable, CaseIterable {
  /// The outlets that passed them on: how what they relayed turned out.
  case relay
  /// The tags of their questions; a question with two counts under both.
  case tag
  /// Their lead time.
  case leadTime = "lead-time"
  /// The kind of their question.
  case kind
  /// The kind of their source.
  case sourceKind = "source-kind"
}

/// A stretch of lead times.
public enum LeadTime: String, Sendable, CaseIterable {
  case week = "up to a week"
  case month = "8 to 31 days"
  case quarter = "32 to 92 days"
  case year = "93 days to a year"
  case longer = "more than a year"
  case unknown

  /// Returns the stretch that so many days lie in.
  public init(days: Int?) {
    switch days {
    case nil: self = .unknown
    case let days? where days <= 7: self = .week
    case let days? where days <= 31: self = .month
    case let days? where days <= 92: self = .quarter
    case let days? where days <= 366: self = .year
    default: self = .longer
    }
  }
}

extension TrackRecord {
  /// Forecasts put together by something else than their source.
  ///
  /// Every source's unit counts once in it; groups are not ranked.
  public struct Group: Sendable, Equatable {
    /// What they have in common.
    public var name: String
    /// How its forecasts fare.
    public var funnel: Funnel
    /// The figures over the units of all sources; nothing when nothing was scored.
    public var figures: SourceFigures?
    /// From how many sources its forecasts come.
    public var sources: Int
  }
}

extension Assessment {
  /// Returns the groups of forecasts, of all sources or of one.
  ///
  /// A group is counted as if only its forecasts had been made: of a source's statements on a
  /// question, the one that the policy takes among those in the group.
  ///
  /// - Parameters:
  ///   - grouping: What to put together by.
  ///   - source: The number of a source's entry; nothing for all sources.
  ///   - relays: The outlets that passed each forecast on, by the forecasts' numbers.
  /// - Returns: The groups: lead times from short to long, all others by name.
  public func groups(
    by grouping: Grouping, of source: Int64? = nil, relays: [Int64: [String]] = [:]
  ) -> [TrackRecord.Group] {
    let only = source.flatMap(place(ofSource:))
    var rows: [String: [Int32]] = [:]
    for row in 0..<statements.count where isIncluded?[row] ?? true {
      guard only == nil || Int(statements.source[row]) == only else { continue }
      for name in names(row, grouping, relays) { rows[name, default: []].append(Int32(row)) }
    }
    var fates = self.fates
    return rows.map { group($0.key, $0.value, &fates) }.sorted {
      Assessment.order($0, grouping) < Assessment.order($1, grouping)
    }
  }

  /// Counts some rows as a group; what becomes of each in it is of no further use.
  private func group(
    _ name: String, _ rows: [Int32], _ fates: inout [Scoreability]
  ) -> TrackRecord.Group {
    var tallies = [Tally](repeating: Tally(), count: statements.sources.count)
    var rest: [CaptureGrade: Int] = [:]
    var whole = Tally()
    for row in rows where !scores[Int(row)].scoreability.mayCount {
      whole.funnel.count(scores[Int(row)].scoreability)
    }
    Units(statements, scores, judge, ladder).count(
      rows.filter { scores[Int($0)].scoreability.mayCount }, into: &tallies, &rest, &fates, .one)
    for tally in tallies {
      whole.funnel.add(tally.funnel)
      whole.units += tally.units
      whole.disputed += tally.disputed
    }
    return TrackRecord.Group(
      name: name, funnel: whole.funnel, figures: SourceFigures(whole),
      sources: Set(rows.map { statements.source[Int($0)] }).count)
  }

  private static func order(_ group: TrackRecord.Group, _ grouping: Grouping) -> (Int, String) {
    guard grouping == .leadTime else { return (0, group.name) }
    let place = LeadTime.allCases.firstIndex { $0.rawValue == group.name } ?? 0
    return (place, group.name)
  }

  /// The groups that the forecast in a row belongs to.
  private func names(_ row: Int, _ grouping: Grouping, _ relays: [Int64: [String]]) -> [String] {
    let question = statements.questions[Int(statements.question[row])]
    switch grouping {
    case .relay: return relays[statements.number[row]] ?? []
    case .tag: return question.tags
    case .leadTime: return [LeadTime(days: statements.leadDays(row)).rawValue]
    case .kind: return [question.kind.rawValue]
    case .sourceKind: return [statements.sources[Int(statements.source[row])].kind]
    }
  }
}
