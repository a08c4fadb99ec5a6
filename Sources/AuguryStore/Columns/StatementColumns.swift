internal import Augury

extension Statements: ColumnCoded {
  /// Goes through all columns; a new one needs a new ``ColumnFiles/form``.
  mutating func code(_ coder: inout some ColumnCoder) throws(ColumnError) {
    try coder.column(&number)
    try coder.column(&source)
    try coder.column(&question)
    try coder.column(&probability)
    try coder.flags(&isNegated)
    try coder.column(&saidFrom)
    try coder.column(&saidUntil)
    try coder.column(&captured)
    try coder.column(&stamped)
    try coder.column(&window)
    try coder.column(&zone)
    try coder.texts(&zones)
    try codeSources(&coder)
    try codeQuestions(&coder)
    try codeExtras(&coder)
    try codeReadings(&coder)
    try codeOptions(&coder)
    try codeBaseRates(&coder)
  }

  /// Whether the columns fit each other, as far as reports rely on it.
  var areSound: Bool {
    let lengths = [
      source.count, question.count, probability.count, isNegated.count, saidFrom.count,
      saidUntil.count, captured.count, stamped.count, window.count, zone.count,
    ]
    return lengths.allSatisfy { $0 == count } && zones.first == .some(nil)
      && Statements.lie(source, below: sources.count)
      && Statements.lie(question, below: questions.count)
      && Statements.lie(zone, below: zones.count)
      && probability.allSatisfy { $0.isNaN || $0 >= 0 && $0 <= 1 }
  }

  private static func lie(_ places: [Int32], below limit: Int) -> Bool {
    places.allSatisfy { $0 >= 0 && $0 < limit }
  }

  private mutating func codeSources(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var numbers = sources.map(\.number)
    try coder.column(&numbers)
    if coder.isReading {
      sources = numbers.map { SourceColumn(number: $0, name: "", kind: "") }
    }
    try coder.text(&sources, { $0.name }, { $0.name = $1 ?? "" })
    try coder.text(&sources, { $0.kind }, { $0.kind = $1 ?? "" })
  }

  private mutating func codeExtras(_ coder: inout some ColumnCoder) throws(ColumnError) {
    try coder.dictionary(&withdrawn, blank: 0) { (coder, values) throws(ColumnError) in
      try coder.field(&values, { $0 }, { $0 = $1 })
    }
    try coder.dictionary(&baseline, blank: 0) { (coder, values) throws(ColumnError) in
      try coder.field(&values, { $0 }, { $0 = $1 })
    }
    try coder.dictionary(&widths, blank: (0, 0)) { (coder, values) throws(ColumnError) in
      try coder.field(&values, { $0.strict }, { $0.strict = $1 })
      try coder.field(&values, { $0.generous }, { $0.generous = $1 })
    }
  }

  private mutating func codeReadings(_ coder: inout some ColumnCoder) throws(ColumnError) {
    let blank = ReadingColumn(recorded: 0, kind: nil, meaning: nil, isUnfalsifiable: false)
    try coder.dictionary(&readings, blank: blank) { (coder, values) throws(ColumnError) in
      try coder.field(&values, { $0.recorded }, { $0.recorded = $1 })
      try coder.field(
        &values, { Code.of($0.kind) },
        { $0.kind = try Code.value($1, ChanceReading.Kind.allCases) })
      try coder.field(
        &values, { $0.isUnfalsifiable ? UInt8(1) : 0 }, { $0.isUnfalsifiable = $1 == 1 })
      try coder.field(
        &values, { $0.meaning == nil ? UInt8(0) : 1 },
        { $0.meaning = $1 == 1 ? ChanceMeaning(point: 0) : nil })
      try coder.field(&values, { $0.meaning?.low ?? 0 }, { $0.meaning?.low = $1 })
      try coder.field(&values, { $0.meaning?.high ?? 0 }, { $0.meaning?.high = $1 })
      try coder.field(
        &values, { $0.meaning?.lowIsOpen == true ? UInt8(1) : 0 },
        { $0.meaning?.lowIsOpen = $1 == 1 })
      try coder.field(
        &values, { $0.meaning?.highIsOpen == true ? UInt8(1) : 0 },
        { $0.meaning?.highIsOpen = $1 == 1 })
      try coder.field(&values, { $0.meaning?.mean ?? 0 }, { $0.meaning?.mean = $1 })
      try coder.field(&values, { $0.meaning?.variance ?? 0 }, { $0.meaning?.variance = $1 })
    }
  }

  /// The options: how many each forecast has, and one row for each of them.
  private mutating func codeOptions(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var forecasts = options.keys.sorted()
    var counts = forecasts.map { Int64(options[$0]?.count ?? 0) }
    var rows: [(option: String?, value: Double)] = forecasts.flatMap { forecast in
      (options[forecast] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
    try coder.column(&forecasts)
    try coder.column(&counts)
    var names = rows.map(\.option)
    try coder.texts(&names)
    if coder.isReading { rows = names.map { ($0, 0) } }
    try coder.field(&rows, { $0.value }, { $0.value = $1 })
    guard coder.isReading else { return }
    guard counts.count == forecasts.count, counts.allSatisfy({ (0...Int64(rows.count)) ~= $0 }),
      counts.reduce(0, &+) == rows.count
    else { throw ColumnError() }
    var left = rows[...]
    options = [:]
    for (forecast, count) in zip(forecasts, counts) {
      var found: [String: Double] = [:]
      for row in left.prefix(Int(count)) { found[row.option ?? ""] = row.value }
      options[forecast] = found
      left = left.dropFirst(Int(count))
    }
  }

  private mutating func codeBaseRates(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var recorded = baseRates.map(\.recorded)
    try coder.column(&recorded)
    if coder.isReading {
      baseRates = recorded.map { BaseRateColumn(tag: "", chance: 0, recorded: $0) }
    }
    try coder.text(&baseRates, { $0.tag }, { $0.tag = $1 ?? "" })
    try coder.field(
      &baseRates, { $0.chance ?? .nan }, { $0.chance = $1.isNaN ? nil : $1 })
    try coder.field(
      &baseRates, { $0.days.map(Int64.init) ?? Statements.missing },
      { $0.days = $1 == Statements.missing ? nil : Int($1) })
  }
}

/// Cases as their places, from 1 up; 0 stands for none.
enum Code {
  static func of<Case: CaseIterable & Equatable>(_ value: Case?) -> UInt8 {
    guard let value, let place = Array(Case.allCases).firstIndex(of: value) else { return 0 }
    return UInt8(place + 1)
  }

  static func value<Case>(_ code: UInt8, _ cases: [Case]) throws(ColumnError) -> Case? {
    guard code <= cases.count else { throw ColumnError() }
    return code == 0 ? nil : cases[Int(code) - 1]
  }
}
