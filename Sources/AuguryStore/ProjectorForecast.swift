internal import Augury

extension Projector {
  /// Makes the rows of a forecast anew.
  func refold(forecast number: Int64, at seq: Int64) throws(StoreError) {
    guard let first = try entry(number), case .forecast(let original) = first.body else { return }
    var forecast = original
    var version = first.recordedAt
    for act in number == seq ? [] : try acts(on: number) {
      guard case .correction(let correction) = act.body else { continue }
      forecast = try forecast.corrected(by: correction, act.seq)
      version = act.recordedAt
    }
    try replace("forecast", "number", number, at: seq)
    try replace("part", "forecast", number, at: seq)
    let row = ForecastRow(
      forecast, number: number, source: try self.number(forecast.source),
      question: try self.number(forecast.question), captured: first.recordedAt, version: version)
    try row.insert(in: database, at: seq)
    if let quote = forecast.wording?.quote { try index(quote, .quote, number) }
  }
}

/// A forecast as the columns of its rows.
struct ForecastRow {
  let number: Int64
  let source: Int64
  let question: Int64
  let forecast: Forecast
  let captured: Instant
  let version: Instant

  init(
    _ forecast: Forecast, number: Int64, source: Int64, question: Int64, captured: Instant,
    version: Instant
  ) {
    self.forecast = forecast
    self.number = number
    self.source = source
    self.question = question
    self.captured = captured
    self.version = version
  }

  /// What tells whether two records are the same statement, once source and question are equal.
  var fingerprint: Int64 {
    var hash = FNV1a()
    hash.add(source)
    hash.add(question)
    hash.add(forecast.said.edtf.utf8)
    hash.add(UInt8(forecast.isNegated ? 1 : 0))
    hash.add((forecast.probability?.value ?? "").utf8)
    hash.add(UInt8(0))
    hash.add((forecast.wording?.quote ?? "").utf8)
    hash.add(UInt8(0))
    hash.add((forecast.origin?.key ?? "").utf8)
    hash.add(Int64(forecast.window?.default.dayNumber ?? Int(Int32.min)))
    for part in forecast.parts {
      let (option, quantile, value) = part.columns
      hash.add((option ?? "").utf8)
      hash.add(Int64(bitPattern: (quantile ?? -1).bitPattern))
      hash.add(Int64(bitPattern: value.bitPattern))
    }
    return hash.value
  }

  static let sql = """
    insert into forecast (number, source, question, said_from, said_until, probability, negated,
      strict_day, default_day, generous_day, zone, baseline, stamped_until, recorded_at,
      version_at, fingerprint, from_seq)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    """

  func insert(in database: Database, at seq: Int64) throws(StoreError) {
    let statement = try database.statement(ForecastRow.sql)
    bind(to: statement, at: seq)
    try statement.run()
    for (position, part) in forecast.parts.enumerated() {
      let (option, quantile, value) = part.columns
      try database.run(
        """
        insert into part (forecast, position, option, quantile, value, from_seq)
        values ($1, $2, $3, $4, $5, $6)
        """,
        .integer(number), .integer(Int64(position)), .optional(option), .optional(quantile),
        .real(value), .integer(seq))
    }
  }

  func bind(to statement: Statement, at seq: Int64) {
    let said = forecast.said.bounds(in: .utc)
    let window = forecast.window
    statement.bind([
      .integer(number), .integer(source), .integer(question),
      .optional(said?.from?.microseconds), .optional(said?.until?.microseconds),
      .optional(forecast.probability?.double), .integer(forecast.isNegated ? 1 : 0),
      .optional(window?.strict?.dayNumber), .optional(window?.default.dayNumber),
      .optional(window?.generous?.dayNumber), .optional(window?.zone),
      .optional(forecast.baseline?.double),
      .optional(forecast.stamp?.recorded.bounds(in: .utc)?.until?.microseconds),
      .integer(captured.microseconds), .integer(version.microseconds), .integer(fingerprint),
      .integer(seq),
    ])
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
