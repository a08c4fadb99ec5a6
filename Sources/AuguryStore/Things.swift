package import Augury

extension Snapshot {
  /// Returns the entries of the acts upon a thing that stand here, in order, of some kinds.
  package func acts(on number: Int64, _ kinds: Set<EntryKind> = []) throws(StoreError) -> [Entry] {
    let sql = """
      select number from act where subject = $2 and kind not in ('retraction', 'redaction', 'batch')
        and \(Snapshot.stands()) order by number
      """
    var entries: [Entry] = []
    for number in try database.all(
      sql, .integer(seq), .integer(number), make: { $0.integer(0) })
    {
      guard let entry = try ledger.entry(number) else { continue }
      if kinds.isEmpty || kinds.contains(entry.body.kind) { entries.append(entry) }
    }
    return entries
  }

  /// Returns the settings, snoozes and rules of a question and of those that are merged with it,
  /// oldest first.
  func watching(of question: Int64) throws(StoreError) -> [Entry] {
    var entries: [Entry] = []
    for member in try family(question) {
      entries += try acts(on: member, [.schedule, .snooze, .rule])
    }
    return entries.sorted { $0.seq < $1.seq }
  }

  /// Tells whether a forecast stands here.
  package func stands(forecast number: Int64) throws(StoreError) -> Bool {
    try stands("forecast", number)
  }

  func stands(_ table: String, _ number: Int64) throws(StoreError) -> Bool {
    try database.first(
      "select 1 from \(table) where number = $2 and \(Snapshot.stands()) limit 1",
      .integer(seq), .integer(number), make: { _ in true }) ?? false
  }

  /// Returns a source as it stands here, with its other names.
  package func source(_ number: Int64) throws(StoreError) -> (source: Source, aliases: [String])? {
    guard let entry = try ledger.entry(number), case .source(var source) = entry.body,
      try stands("source", number)
    else { return nil }
    var aliases: [String] = []
    for act in try acts(on: number) {
      switch act.body {
      case .alias(_, let name): aliases.append(name)
      case .correction(let correction): source = try source.corrected(by: correction, act.seq)
      default: break
      }
    }
    return (source, aliases)
  }

  /// Returns a question as it stands here, with everything said about it.
  package func fullQuestion(_ number: Int64) throws(StoreError) -> Question? {
    guard let entry = try ledger.entry(number), case .question(var question) = entry.body,
      try stands("question", number)
    else { return nil }
    for act in try acts(on: number) {
      switch act.body {
      case .correction(let correction): question = try question.corrected(by: correction, act.seq)
      case .amendment(let amendment): question.amend(by: amendment)
      case .tagging(let tagging): question.tag(by: tagging)
      case .assignment(_, let event): question.event = event
      default: break
      }
    }
    return question
  }

  /// Returns a forecast as it stands here; nothing when it does not.
  package func forecast(_ number: Int64) throws(StoreError) -> Forecast? {
    guard let entry = try ledger.entry(number), case .forecast(var forecast) = entry.body,
      try stands(forecast: number)
    else { return nil }
    for act in try acts(on: number) { _ = try forecast.change(by: act) }
    return forecast
  }

  /// Returns the numbers of the forecasts on a question, oldest first.
  package func forecasts(on question: Int64) throws(StoreError) -> [Int64] {
    var numbers: [Int64] = []
    for member in try family(question) {
      numbers += try database.all(
        "select number from forecast where question = $2 and \(Snapshot.stands()) order by number",
        .integer(seq), .integer(member), make: { $0.integer(0) })
    }
    return numbers.sorted()
  }

  /// Returns the numbers of a source's forecasts, newest first.
  package func forecasts(by source: Int64, limit: Int) throws(StoreError) -> [Int64] {
    var numbers: [Int64] = []
    for member in try family(source) {
      numbers += try database.all(
        """
        select number from forecast where source = $2 and \(Snapshot.stands())
        order by number desc limit \(limit)
        """, .integer(seq), .integer(member), make: { $0.integer(0) })
    }
    return Array(numbers.sorted(by: >).prefix(limit))
  }

  /// Returns the resolutions of a question that stand here, oldest first.
  package func resolutions(of question: Int64) throws(StoreError) -> [Entry] {
    var entries: [Entry] = []
    for member in try family(question) {
      for number in try database.all(
        "select number from resolution where question = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(member), make: { $0.integer(0) })
      {
        if let entry = try ledger.entry(number) { entries.append(entry) }
      }
    }
    return entries.sorted { $0.seq < $1.seq }
  }

  /// Returns the numbers of all standing sources that no merge gave up, in the order of names.
  package func sources() throws(StoreError) -> [(number: Int64, name: String, kind: String)] {
    let all = try database.all(
      """
      select number, name, kind from source where \(Snapshot.stands()) order by lower(name), number
      """, .integer(seq), make: { ($0.integer(0), $0.text(1), $0.text(2)) })
    let merged = try loadedMerges()
    return all.filter { merged[$0.0] == nil }.map { (number: $0.0, name: $0.1, kind: $0.2) }
  }

  /// Returns how many forecasts on a question stand here.
  package func forecastCount(on question: Int64) throws(StoreError) -> Int {
    var count = 0
    for member in try family(question) {
      let found = try database.first(
        "select count(*) from forecast where question = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(member), make: { Int($0.integer(0)) })
      count += found ?? 0
    }
    return count
  }

  /// Returns how many forecasts of a source stand here.
  package func forecastCount(by source: Int64) throws(StoreError) -> Int {
    var count = 0
    for member in try family(source) {
      let found = try database.first(
        "select count(*) from forecast where source = $2 and \(Snapshot.stands())",
        .integer(seq), .integer(member), make: { Int($0.integer(0)) })
      count += found ?? 0
    }
    return count
  }

  /// Returns how many forecasts of each source number stand here.
  package func forecastCounts() throws(StoreError) -> [Int64: Int] {
    var counts: [Int64: Int] = [:]
    for (source, count) in try database.all(
      "select source, count(*) from forecast where \(Snapshot.stands()) group by source",
      .integer(seq), make: { ($0.integer(0), $0.integer(1)) })
    { counts[try canonical(source), default: 0] += Int(count) }
    return counts
  }
}

extension Snapshot {
  /// Returns what stands of a source, a question or a forecast, as the body of an entry.
  package func standingBody(_ thing: Thing) throws -> EntryBody {
    switch thing.id.kind {
    case .source: if let found = try source(thing.number) { return .source(found.source) }
    case .question: if let found = try fullQuestion(thing.number) { return .question(found) }
    case .forecast: if let found = try forecast(thing.number) { return .forecast(found) }
    default: break
    }
    throw LookupError.noSuch(thing.id.text, nouns: [thing.id.kind?.noun ?? "thing"])
  }
}

extension Snapshot {
  /// Returns the standing retractions that cover an entry.
  package func retractions(of seq: Int64) throws(StoreError) -> [Entry] {
    let numbers = try database.all(
      """
      select number from act where kind = 'retraction' and subject <= $2 and object >= $2
        and \(Snapshot.stands()) order by number
      """, .integer(self.seq), .integer(seq), make: { $0.integer(0) })
    var entries: [Entry] = []
    for number in numbers { if let entry = try ledger.entry(number) { entries.append(entry) } }
    return entries
  }
}

extension Snapshot {
  /// Returns all standing forecasts with their sources and questions, in order.
  package func forecastPlaces() throws(StoreError) -> [(
    forecast: Int64, source: Int64, question: Int64
  )] {
    try database.all(
      "select number, source, question from forecast where \(Snapshot.stands()) order by number",
      .integer(seq),
      make: { (forecast: $0.integer(0), source: $0.integer(1), question: $0.integer(2)) })
  }
}
