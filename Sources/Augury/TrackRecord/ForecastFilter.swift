/// Which forecasts a track record looks at; all of them unless something is asked for.
///
/// References are made of all that is of the grade that counts, also of what is filtered out.
public struct ForecastFilter: Sendable, Equatable {
  /// Only forecasts on questions with one of these tags; empty for all.
  public var tags: Set<String> = []
  /// Only forecasts on questions of these kinds; empty for all.
  public var kinds: Set<QuestionKind> = []
  /// Only forecasts of sources of these kinds; empty for all.
  public var sourceKinds: Set<SourceKind> = []
  /// Only forecasts said on this day or later.
  public var since: CivilDate?
  /// Only forecasts said on this day or earlier.
  public var until: CivilDate?
  /// Only forecasts whose lead time in days lies here.
  public var leadDays: ClosedRange<Int>?

  /// Creates a filter that lets everything pass.
  public init() {}

  /// Whether everything passes.
  public var isOpen: Bool { self == ForecastFilter() }
}

extension Statements {
  /// Whether a forecast passes a filter.
  ///
  /// The days of saying are days of UTC. A forecast whose day of saying is not known passes no
  /// bound of days, and one without a deadline no bound of lead times.
  func passes(_ row: Int, _ filter: ForecastFilter) -> Bool {
    let question = questions[Int(question[row])]
    if !filter.kinds.isEmpty, !filter.kinds.contains(question.kind) { return false }
    if !filter.tags.isEmpty, filter.tags.isDisjoint(with: question.tags) { return false }
    if !filter.sourceKinds.isEmpty {
      let kind = SourceKind(rawValue: sources[Int(source[row])].kind)
      guard let kind, filter.sourceKinds.contains(kind) else { return false }
    }
    if filter.since != nil || filter.until != nil {
      guard let said = saidDay(row) else { return false }
      if let since = filter.since, said < since { return false }
      if let until = filter.until, said > until { return false }
    }
    guard let range = filter.leadDays else { return true }
    return leadDays(row).map(range.contains) ?? false
  }

  /// The day of UTC on which a forecast was said, as far as known.
  func saidDay(_ row: Int) -> CivilDate? {
    guard saidFrom[row] != Statements.missing else { return nil }
    return Instant(microseconds: saidFrom[row]).civilDate
  }

  /// The days from saying a forecast to its deadline; nothing where one of them is not known.
  func leadDays(_ row: Int) -> Int? {
    guard let said = saidDay(row), let deadline = deadline(row) else { return nil }
    return deadline.day.dayNumber - said.dayNumber
  }

  /// Puts another end of each window that words leave open in the place of the one that counts.
  public mutating func choose(_ window: WindowChoice) {
    guard window != .default, !widths.isEmpty else { return }
    for row in 0..<count {
      guard let width = widths[number[row]] else { continue }
      self.window[row] = window == .strict ? width.strict : width.generous
    }
  }
}
