internal import Augury

/// The entries between which a row stands.
struct RowSpan {
  /// The entry that opened it.
  let from: Int64
  /// The entry that closed it, if any has.
  let to: Int64?

  init(_ row: Statement, from column: Int32) {
    from = row.integer(column)
    to = row.optionalInteger(column + 1)
  }

  func stands(at seq: Int64) -> Bool { from <= seq && (to.map { $0 > seq } ?? true) }
}

/// All rows about one question, also those that no longer stand.
struct QuestionRows {
  struct Version {
    let kind: QuestionKind
    let deadline: Int?
    let zone: String?
    let span: RowSpan
  }

  struct ForecastVersion {
    let number: Int64
    let source: Int64
    let said: Int64
    let strict: Int?
    var last: Int?
    let generous: Int?
    var zone: String?
    let span: RowSpan
    /// Whether its window is its own, and not the deadline that stood when it was recorded.
    var hasWindow = true

    /// The forecast with the end that it is judged by: without a window of its own, the deadline
    /// that its question had when it was recorded.
    func judged(by question: QuestionRows) -> ForecastVersion {
      guard last == nil,
        let version = question.versions.first(where: { $0.span.stands(at: number) })
      else { return self }
      var judged = self
      (judged.last, judged.zone, judged.hasWindow) = (version.deadline, version.zone, false)
      return judged
    }
  }

  var versions: [Version] = []
  var forecasts: [ForecastVersion] = []
  var resolutions: [(number: Int64, seenThrough: Int?, span: RowSpan)] = []
  var withdrawals: [(forecast: Int64, span: RowSpan)] = []
  var settings: [(number: Int64, span: RowSpan)] = []
  var snoozes: [(number: Int64, span: RowSpan)] = []
  var reviews: [(number: Int64, span: RowSpan)] = []
  /// Days by which forecasts of its date had placed a share of their chance.
  var quantiles: [(forecast: Int64, day: Int, span: RowSpan)] = []

  /// The entries at which anything about it changed, ascending.
  var changes: [Int64] {
    var changes: [Int64] = []
    func note(_ span: RowSpan) {
      changes.append(span.from)
      if let to = span.to { changes.append(to) }
    }
    for version in versions { note(version.span) }
    for forecast in forecasts { note(forecast.span) }
    for resolution in resolutions { note(resolution.span) }
    for item in withdrawals { note(item.span) }
    for item in settings { note(item.span) }
    for item in snoozes { note(item.span) }
    for item in reviews { note(item.span) }
    changes.sort()
    var last: Int64?
    changes.removeAll { change in
      defer { last = change }
      return change == last
    }
    return changes
  }

  /// Adds what is about a question that became part of this one.
  mutating func absorb(_ other: QuestionRows) {
    forecasts += other.forecasts
    resolutions += other.resolutions
    withdrawals += other.withdrawals
    settings += other.settings
    snoozes += other.snoozes
    reviews += other.reviews
    quantiles += other.quantiles
  }
}

extension QuestionRows {
  /// Reads the rows of all questions whose numbers lie in a range, up to an entry.
  static func load(
    _ range: ClosedRange<Int64>, through last: Int64, in database: Database
  ) throws(StoreError) -> [Int64: QuestionRows] {
    var loaded: [Int64: QuestionRows] = [:]
    func each(
      _ sql: String, _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
      let statement = try database.statement(sql)
      statement.bind([
        .integer(range.lowerBound), .integer(range.upperBound), .integer(last),
      ])
      defer { statement.reset() }
      while try statement.step() { try body(statement) }
    }
    try each(
      """
      select number, kind, deadline, zone, from_seq, to_seq from question
      where number between $1 and $2 and from_seq <= $3
      """
    ) { row throws(StoreError) in
      guard let kind = QuestionKind(rawValue: row.text(1)) else {
        throw .damaged("question #\(row.integer(0)) has no kind")
      }
      loaded[row.integer(0), default: QuestionRows()].versions.append(
        Version(
          kind: kind, deadline: row.optionalInteger(2).map(Int.init), zone: row.optionalText(3),
          span: RowSpan(row, from: 4)))
    }
    guard !loaded.isEmpty else { return [:] }
    try each(
      """
      select question, number, source, said_from, said_until, recorded_at, strict_day,
        default_day, generous_day, zone, from_seq, to_seq
      from forecast where question between $1 and $2 and from_seq <= $3
      """
    ) { row throws(StoreError) in
      loaded[row.integer(0)]?.forecasts.append(ForecastVersion(row))
    }
    try each(
      """
      select question, number, case when outcome = 'not seen' then day end, from_seq, to_seq
      from resolution
      where question between $1 and $2 and from_seq <= $3
      """
    ) { row throws(StoreError) in
      loaded[row.integer(0)]?.resolutions.append(
        (row.integer(1), row.optionalInteger(2).map(Int.init), RowSpan(row, from: 3)))
    }
    try each(
      """
      select subject, kind, number, from_seq, to_seq from act
      where subject between $1 and $2 and from_seq <= $3 
        and kind in ('schedule', 'snooze', 'review')
      """
    ) { row throws(StoreError) in
      let item = (number: row.integer(2), span: RowSpan(row, from: 3))
      switch row.text(1) {
      case "schedule": loaded[row.integer(0)]?.settings.append(item)
      case "snooze": loaded[row.integer(0)]?.snoozes.append(item)
      default: loaded[row.integer(0)]?.reviews.append(item)
      }
    }
    try each(
      """
      select f.question, f.number, a.from_seq, a.to_seq from forecast f
      join act a on a.subject = f.number and a.kind = 'withdrawal'
      where f.question between $1 and $2 and f.to_seq is null and a.from_seq <= $3
      """
    ) { row throws(StoreError) in
      loaded[row.integer(0)]?.withdrawals.append((row.integer(1), RowSpan(row, from: 2)))
    }
    guard loaded.values.contains(where: { $0.versions.contains { $0.kind == .date } }) else {
      return loaded
    }
    try each(
      """
      select f.question, f.number, p.value, p.from_seq, p.to_seq from question q
      join forecast f on f.question = q.number and f.to_seq is null
      join part p on p.forecast = f.number and p.quantile is not null
      where q.number between $1 and $2 and q.kind = 'date' and q.to_seq is null
        and p.from_seq <= $3
      """
    ) { row throws(StoreError) in
      loaded[row.integer(0)]?.quantiles.append(
        (row.integer(1), Int(row.real(2)), RowSpan(row, from: 3)))
    }
    return loaded
  }
}

extension QuestionRows.ForecastVersion {
  /// Reads the columns from `number` on.
  fileprivate init(_ row: Statement) {
    let recorded = row.integer(5)
    number = row.integer(1)
    source = row.integer(2)
    said = row.optionalInteger(3) ?? min(row.optionalInteger(4) ?? recorded, recorded)
    strict = row.optionalInteger(6).map(Int.init)
    last = row.optionalInteger(7).map(Int.init)
    generous = row.optionalInteger(8).map(Int.init)
    zone = row.optionalText(9)
    span = RowSpan(row, from: 10)
  }
}
