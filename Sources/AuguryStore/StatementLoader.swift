package import Augury

extension Snapshot {
  /// Reads the forecasts that stand here as columns, each row once.
  ///
  /// - Parameter question: The question whose forecasts to read; all of them without one.
  /// - Returns: The columns, in the order of the forecasts' numbers.
  /// - Throws: ``StoreError`` when a row cannot be read.
  package func statements(on question: Int64? = nil) throws(StoreError) -> Statements {
    var statements = Statements()
    let sources = try loadSources(&statements)
    var zones: [String: Int32] = [:]
    let only = try question.map { (number) throws(StoreError) in
      try family(number).map { "\($0)" }.joined(separator: ", ")
    }
    let questions = try loadQuestions(&statements, only: only)
    try loadForecasts(&statements, sources, questions, &zones, only: only)
    try loadOptions(&statements, only: only)
    try loadReadings(&statements, only: only)
    try loadWithdrawals(&statements, only: only)
    try loadBaseRates(&statements)
    try takeBackLateCorrections(&statements, sources, questions, only: only)
    return statements
  }

  private func loadSources(_ statements: inout Statements) throws(StoreError) -> Places {
    var places = Places()
    for (number, name, kind) in try sources() {
      places[number] = Int32(statements.sources.count)
      statements.sources.append(SourceColumn(number: number, name: name, kind: kind))
    }
    for from in try loadedMerges().keys {
      if let place = places[try canonical(from)] { places[from] = place }
    }
    return places
  }

  private func loadQuestions(
    _ statements: inout Statements, only: String?
  ) throws(StoreError) -> Places {
    var places = Places()
    let merged = try loadedMerges()
    let rows = try database.prepare(
      """
      select number, kind, deadline, zone, moves, event from question
      where \(Snapshot.stands()) \(only.map { "and number in (\($0))" } ?? "") order by number
      """)
    rows.bind([.integer(seq)])
    while try rows.step() {
      let number = rows.integer(0)
      guard merged[number] == nil, let kind = QuestionKind(rawValue: rows.text(1)) else { continue }
      places[number] = Int32(statements.questions.count)
      let zone = rows.optionalText(3)
      let deadline = rows.optionalInteger(2).map {
        Deadline(day: CivilDate(dayNumber: Int($0)), zone: zone)
      }
      var question = QuestionColumn(number: number, kind: kind, deadline: deadline)
      question.event = rows.optionalText(5)
      if rows.integer(4) > 0 { try loadMoves(&question) }
      statements.questions.append(question)
    }
    for from in merged.keys {
      if let place = places[try canonical(from)] { places[from] = place }
    }
    try loadOutcomes(&statements, places, only: only)
    try loadTags(&statements, places, only: only)
    return places
  }

  /// Reads the tags of questions, those of a merged one with those of the one that stands for it.
  private func loadTags(
    _ statements: inout Statements, _ places: Places, only: String?
  ) throws(StoreError) {
    for (question, tag) in try database.all(
      """
      select question, tag from tag
      where \(Snapshot.stands()) \(only.map { "and question in (\($0))" } ?? "")
      order by question, tag
      """,
      .integer(seq), make: { ($0.integer(0), $0.text(1)) })
    {
      guard let place = places[question].map(Int.init),
        !statements.questions[place].tags.contains(tag)
      else { continue }
      statements.questions[place].tags.append(tag)
    }
  }

  /// Reads the deadline a question had at first, and the moves of it.
  private func loadMoves(_ question: inout QuestionColumn) throws(StoreError) {
    guard case .question(let first)? = try ledger.entry(question.number)?.body else { return }
    question.deadline = first.deadline
    for act in try acts(on: question.number, [.amendment]) {
      guard case .amendment(let amendment) = act.body, let deadline = amendment.deadline else {
        continue
      }
      question.moves.append((at: act.recordedAt.microseconds, to: deadline))
    }
  }

  private func loadOutcomes(
    _ statements: inout Statements, _ places: Places, only: String?
  ) throws(StoreError) {
    let rows = try database.prepare(
      """
      select question, outcome, option, day, value, known, recorded_at from resolution
      where \(Snapshot.stands()) \(only.map { "and question in (\($0))" } ?? "") order by number
      """)
    rows.bind([.integer(seq)])
    while try rows.step() {
      guard let place = places[rows.integer(0)].map(Int.init) else { continue }
      statements.questions[place].outcome = try Outcome(rows, from: 1)
      statements.questions[place].known = rows.optionalInteger(5).map {
        CivilDate(dayNumber: Int($0))
      }
      let first = statements.questions[place].firstResolved ?? .max
      statements.questions[place].firstResolved = min(first, rows.integer(6))
    }
  }

  private func loadForecasts(
    _ statements: inout Statements, _ sources: Places, _ questions: Places,
    _ zones: inout [String: Int32], only: String?
  ) throws(StoreError) {
    let rows = try database.prepare(
      """
      select number, source, question, said_from, probability, negated, default_day, zone,
        stamped_until, recorded_at, said_until, baseline, strict_day, generous_day
      from forecast
      where \(Snapshot.stands()) \(only.map { "and question in (\($0)) order by number" } ?? "")
      """)
    rows.bind([.integer(seq)])
    if only == nil { statements.reserveCapacity(Int(try forecastCount())) }
    while try rows.step() {
      guard let source = sources[rows.integer(1)], let question = questions[rows.integer(2)] else {
        continue
      }
      statements.number.append(rows.integer(0))
      statements.source.append(source)
      statements.question.append(question)
      statements.saidFrom.append(rows.optionalInteger(3) ?? Statements.missing)
      statements.probability.append(rows.optionalReal(4) ?? .nan)
      statements.isNegated.append(rows.integer(5) == 1)
      statements.window.append(rows.optionalInteger(6) ?? Statements.missing)
      statements.zone.append(zonePlace(rows.optionalText(7), &zones, &statements))
      statements.stamped.append(rows.optionalInteger(8) ?? Statements.missing)
      statements.captured.append(rows.integer(9))
      statements.saidUntil.append(rows.optionalInteger(10) ?? Statements.missing)
      if let baseline = rows.optionalReal(11) { statements.baseline[rows.integer(0)] = baseline }
      let (strict, generous) = (rows.optionalInteger(12), rows.optionalInteger(13))
      if strict != nil || generous != nil {
        let usual = rows.optionalInteger(6) ?? Statements.missing
        statements.widths[rows.integer(0)] = (strict ?? usual, generous ?? usual)
      }
    }
  }

  /// The numbers of the forecasts on some questions, as a query.
  static func forecasts(on questions: String) -> String {
    "select number from forecast where question in (\(questions))"
  }

  /// About how many forecasts there are, for the room they take.
  func forecastCount() throws(StoreError) -> Int64 {
    let first = "select number from forecast order by number limit 1"
    let last = "select number from forecast order by number desc limit 1"
    guard let low = try database.first(first, make: { $0.integer(0) }),
      let high = try database.first(last, make: { $0.integer(0) })
    else { return 0 }
    return max(0, min(high, seq) - low + 1)
  }

  private func zonePlace(
    _ name: String?, _ zones: inout [String: Int32], _ statements: inout Statements
  ) -> Int32 {
    guard let name else { return 0 }
    if let known = zones[name] { return known }
    let place = Int32(statements.zones.count)
    zones[name] = place
    statements.zones.append(name)
    return place
  }

  private func loadOptions(
    _ statements: inout Statements, only: String?
  ) throws(StoreError) {
    let these = only.map { "and forecast in (\(Snapshot.forecasts(on: $0)))" }
    for (forecast, option, value) in try database.all(
      """
      select forecast, option, value from part
      where option is not null and \(Snapshot.stands()) \(these ?? "")
      """,
      .integer(seq), make: { ($0.integer(0), $0.text(1), $0.real(2)) })
    { statements.options[forecast, default: [:]][option] = value }
  }

  /// The readings, whose expected chance stands where no number was given.
  private func loadReadings(
    _ statements: inout Statements, only: String?
  ) throws(StoreError) {
    let these = only.map { "and forecast in (\(Snapshot.forecasts(on: $0)))" }
    let rows = try database.prepare(
      """
      select forecast, chance, low, high, mean, variance, unfalsifiable, recorded_at from reading
      where \(Snapshot.stands()) \(these ?? "")
      """)
    rows.bind([.integer(seq)])
    while try rows.step() {
      let forecast = rows.integer(0)
      guard let row = statements.row(of: forecast) else { continue }
      var meaning: ChanceMeaning?
      if let low = rows.optionalReal(2) {
        meaning = ChanceMeaning(
          low: low, high: rows.real(3), mean: rows.real(4), variance: rows.real(5))
        statements.probability[row] = rows.real(4)
      }
      statements.readings[forecast] = ReadingColumn(
        recorded: rows.integer(7),
        kind: rows.optionalText(1).flatMap(ChanceReading.Kind.init(rawValue:)), meaning: meaning,
        isUnfalsifiable: rows.integer(6) == 1)
    }
  }

  /// The base rates, also those by which one was given up.
  private func loadBaseRates(_ statements: inout Statements) throws(StoreError) {
    for (_, recorded, rate) in try baseRates() {
      statements.baseRates.append(
        BaseRateColumn(
          tag: rate.tag, chance: rate.chance?.double, days: rate.days,
          recorded: recorded.microseconds))
    }
  }

  private func loadWithdrawals(
    _ statements: inout Statements, only: String?
  ) throws(StoreError) {
    let these = only.map { "and subject in (\(Snapshot.forecasts(on: $0)))" }
    for (number, forecast) in try database.all(
      """
      select number, subject from act
      where kind = 'withdrawal' and \(Snapshot.stands()) \(these ?? "")
      """,
      .integer(seq), make: { ($0.integer(0), $0.integer(1)) })
    {
      guard let entry = try ledger.entry(number), case .withdrawal(let withdrawal) = entry.body
      else { continue }
      let said = withdrawal.said.bounds(in: .utc)?.from ?? entry.recordedAt
      let before = statements.withdrawn[forecast] ?? .max
      statements.withdrawn[forecast] = min(before, said.microseconds)
    }
  }
}
