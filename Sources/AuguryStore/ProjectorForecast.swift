internal import Augury

extension Projector {
  /// Makes the rows of a forecast anew from what was first said and the corrections of it.
  func fold(
    _ original: Forecast, _ number: Int64, _ acts: [Entry], captured: Instant, at seq: Int64
  ) throws(StoreError) {
    var forecast = original
    var version = captured
    var read = captured
    for act in acts where try forecast.change(by: act) {
      if case .reading = act.body { read = act.recordedAt } else { version = act.recordedAt }
    }
    try replace("forecast", "number", number, at: seq)
    try replace("part", "forecast", number, at: seq)
    try replace("reading", "forecast", number, at: seq)
    let row = ForecastRow(
      forecast, number: number, source: try self.number(forecast.source),
      question: try self.number(forecast.question), captured: captured, version: version,
      read: read)
    try row.insert(in: database, at: seq)
    if let quote = forecast.wording?.quote { try index(quote, .quote, number, at: seq) }
  }

  /// Makes those rows of a forecast anew that a new reading can change: there are many at once.
  func reread(
    _ number: Int64, _ reading: Reading?, read: Instant, at seq: Int64
  ) throws(StoreError) {
    guard let first = try entry(number), case .forecast(var forecast) = first.body else { return }
    var version = first.recordedAt
    for act in try corrections(of: number) where try forecast.change(by: act) {
      version = act.recordedAt
    }
    forecast.reading = reading
    try replace("reading", "forecast", number, at: seq)
    try ReadingColumn(forecast, recorded: read)?.insert(of: number, in: database, at: seq)
    guard try forecast.standingWindow != window(of: number) else { return }
    try replace("forecast", "number", number, at: seq)
    let row = ForecastRow(
      forecast, number: number, source: try self.number(forecast.source),
      question: try self.number(forecast.question), captured: first.recordedAt, version: version,
      read: read)
    try row.insert(by: try database.statement(ForecastRow.sql), at: seq)
  }

  /// Makes the rows of a forecast's reading anew from the last one that stands.
  func rereadLast(_ number: Int64, at seq: Int64) throws(StoreError) {
    let sql = """
      select max(number) from act where subject = $1 and to_seq is null and kind = 'reading'
      """
    let last = try database.first(sql, .integer(number), make: { $0.optionalInteger(0) }) ?? nil
    if let last, let act = try entry(last), case .reading(let rereading) = act.body {
      return try reread(number, rereading.reading, read: act.recordedAt, at: seq)
    }
    guard let first = try entry(number), case .forecast(let forecast) = first.body else { return }
    try reread(number, forecast.reading, read: first.recordedAt, at: seq)
  }

  private func corrections(of number: Int64) throws(StoreError) -> [Entry] {
    let sql = """
      select number from act
      where subject = $1 and to_seq is null and kind = 'correction' order by number
      """
    var entries: [Entry] = []
    for seq in try database.all(sql, .integer(number), make: { $0.integer(0) }) {
      if let found = try entry(seq) { entries.append(found) }
    }
    return entries
  }

  /// The window in the row of a forecast that stands.
  private func window(of number: Int64) throws(StoreError) -> Window? {
    func day(_ value: Int64?) -> CivilDate? { value.map { CivilDate(dayNumber: Int($0)) } }
    let sql = """
      select default_day, strict_day, generous_day, zone from forecast
      where number = $1 and to_seq is null
      """
    let found = try database.first(sql, .integer(number)) { row -> Window? in
      guard let last = day(row.optionalInteger(0)) else { return nil }
      return Window(
        default: last, strict: day(row.optionalInteger(1)), generous: day(row.optionalInteger(2)),
        zone: row.optionalText(3))
    }
    return found ?? nil
  }
}

/// A forecast as the columns of its rows.
struct ForecastRow {
  let number: Int64
  private let source: Int64
  private let question: Int64
  private let said: InstantRange?
  private let probability: Double?
  private let isNegated: Bool
  private let window: Window?
  private let baseline: Double?
  private let stampedUntil: Instant?
  private let captured: Instant
  private let version: Instant
  private let fingerprint: Int64
  private let parts: [DistributionPart]
  private let reading: ReadingColumn?

  init(
    _ forecast: Forecast, number: Int64, source: Int64, question: Int64, captured: Instant,
    version: Instant, read: Instant
  ) {
    self.number = number
    self.source = source
    self.question = question
    said = forecast.said.bounds(in: .utc)
    probability = forecast.probability?.double
    isNegated = forecast.isNegated
    window = forecast.standingWindow
    baseline = forecast.baseline?.double
    stampedUntil = forecast.stamp?.recorded.bounds(in: .utc)?.until
    self.captured = captured
    self.version = version
    fingerprint = forecast.fingerprint
    parts = forecast.parts
    reading = ReadingColumn(forecast, recorded: read)
  }

  static let sql = """
    insert into forecast (number, source, question, said_from, said_until, probability, negated,
      strict_day, default_day, generous_day, zone, baseline, stamped_until, recorded_at,
      version_at, fingerprint, from_seq)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    """

  func insert(in database: Database, at seq: Int64) throws(StoreError) {
    try insert(by: try database.statement(ForecastRow.sql), in: database, at: seq)
  }

  /// Inserts the rows, the forecast's own by a statement that stands ready.
  func insert(
    by statement: Statement, in database: Database, at seq: Int64
  ) throws(StoreError) {
    try insert(by: statement, at: seq)
    for (position, part) in parts.enumerated() {
      let (option, quantile, value) = part.columns
      try database.run(
        """
        insert into part (forecast, position, option, quantile, value, from_seq)
        values ($1, $2, $3, $4, $5, $6)
        """,
        .integer(number), .integer(Int64(position)), .optional(option), .optional(quantile),
        .real(value), .integer(seq))
    }
    try reading?.insert(of: number, in: database, at: seq)
  }

  /// Inserts the forecast's own row alone.
  func insert(by statement: Statement, at seq: Int64) throws(StoreError) {
    bind(to: statement, at: seq)
    try statement.run()
  }

  /// Gives the statement its values one by one: an array of them would be made for every row.
  private func bind(to statement: Statement, at seq: Int64) {
    statement.bind(1, .integer(number))
    statement.bind(2, .integer(source))
    statement.bind(3, .integer(question))
    statement.bind(4, .optional(said?.from?.microseconds))
    statement.bind(5, .optional(said?.until?.microseconds))
    statement.bind(6, .optional(probability))
    statement.bind(7, .integer(isNegated ? 1 : 0))
    statement.bind(8, .optional(window?.strict?.dayNumber))
    statement.bind(9, .optional(window?.default.dayNumber))
    statement.bind(10, .optional(window?.generous?.dayNumber))
    statement.bind(11, .optional(window?.zone))
    statement.bind(12, .optional(baseline))
    statement.bind(13, .optional(stampedUntil?.microseconds))
    statement.bind(14, .integer(captured.microseconds))
    statement.bind(15, .integer(version.microseconds))
    statement.bind(16, .integer(fingerprint))
    statement.bind(17, .integer(seq))
  }
}

extension DistributionPart {
  /// The part as columns: an option or a quantile's level, and a probability, number or day.
  var columns: (option: String?, quantile: Double?, value: Double) {
    switch self {
    case .option(let option, let probability): (option, nil, probability.double)
    case .quantile(let level, let value): (nil, level.double, value.double)
    case .dateQuantile(let level, let day): (nil, level.double, Double(day.dayNumber))
    }
  }
}

extension ReadingColumn {
  /// Inserts the row of a forecast's reading.
  fileprivate func insert(
    of forecast: Int64, in database: Database, at seq: Int64
  ) throws(StoreError) {
    try database.run(
      """
      insert into reading (forecast, chance, low, high, mean, variance, unfalsifiable,
        recorded_at, from_seq)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      """,
      .integer(forecast), .optional(kind?.rawValue), .optional(meaning?.low),
      .optional(meaning?.high), .optional(meaning?.mean), .optional(meaning?.variance),
      .integer(isUnfalsifiable ? 1 : 0), .integer(recorded), .integer(seq))
  }
}
