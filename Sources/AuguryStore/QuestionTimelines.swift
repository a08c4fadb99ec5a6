package import Augury

/// Reads how questions came to be what they are, as timelines.
package struct TimelineReader {
  let database: Database
  /// The last entry that counts.
  let last: Int64
  /// Timelines leave out what ended with this entry or before it.
  let known: Int64
  private let moments: Moments
  private let merges: Merges
  private let sources: Merges
  private let zone: (String?) throws -> ZoneRules

  /// Creates a reader.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - last: The last entry that counts.
  ///   - known: What ended with this entry or before it is left out.
  ///   - now: The instant at which the clocks of entries are believed.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  /// - Throws: ``StoreError`` when the ledger cannot be read.
  package init(
    _ ledger: Ledger, through last: Int64, after known: Int64 = -1, at now: Instant,
    zone: @escaping (String?) throws -> ZoneRules
  ) throws {
    database = ledger.database
    self.last = last
    self.known = known
    self.zone = zone
    moments = try Moments(through: last, at: now, in: database)
    merges = try Merges(TimelineReader.questionMerges, through: last, in: database)
    sources = try Merges(TimelineReader.sourceMerges, through: last, in: database)
  }

  /// All merges of questions up to an entry, oldest first, as SQL.
  package static let questionMerges = merges(of: "question")

  /// All merges of sources up to an entry, oldest first, as SQL.
  package static let sourceMerges = merges(of: "source")

  private static func merges(of table: String) -> String {
    """
    select a.subject, a.object, a.from_seq, a.to_seq from act a
    where a.kind = 'merge' and a.from_seq <= $1
      and exists (select 1 from \(table) q where q.number = a.subject)
    order by a.number, a.position, a.from_seq
    """
  }

  /// Calls a closure with the timeline of each question whose number lies in a range.
  ///
  /// - Parameters:
  ///   - range: The numbers.
  ///   - start: Where given, a question that was entered later is taken as entered when it was
  ///     first asked or spoken about, but not before this.
  ///   - body: Is handed a question's number and its timeline.
  /// - Throws: ``StoreError``, or what looking up a zone or the closure throws.
  package func timelines(
    _ range: ClosedRange<Int64>, asIfFrom start: Instant? = nil,
    _ body: (Int64, QuestionTimeline) throws -> Void
  ) throws {
    let loaded = try QuestionRows.load(range, through: last, in: database)
    for number in loaded.keys.sorted() {
      guard let own = loaded[number] else { continue }
      var family = [(number: number, rows: own)]
      for member in merges.members(of: number) {
        let rows =
          try loaded[member]
          ?? QuestionRows.load(member...member, through: last, in: database)[member]
        if let rows { family.append((member, rows)) }
      }
      try body(number, timeline(number, family, asIfFrom: start))
    }
  }

  /// So many numbers of entries are read at once.
  package static let chunk: Int64 = 65_536

  /// Calls a closure with the timeline of every question, in the order of their numbers.
  ///
  /// - Parameter body: Is handed a question's number and its timeline.
  /// - Throws: ``StoreError``, or what looking up a zone or the closure throws.
  package func allTimelines(_ body: (Int64, QuestionTimeline) throws -> Void) throws {
    for start in stride(from: 0, through: last, by: Int(TimelineReader.chunk)) {
      try timelines(start...min(start + TimelineReader.chunk - 1, last), body)
    }
  }

  /// Calls a closure with the timelines of some questions, in the order of their numbers.
  ///
  /// Where many lie close together they are read at once, else one by one.
  ///
  /// - Parameters:
  ///   - questions: Their numbers, ascending.
  ///   - body: Is handed a question's number and its timeline.
  /// - Throws: ``StoreError``, or what looking up a zone or the closure throws.
  package func timelines(
    of questions: [Int64], _ body: (Int64, QuestionTimeline) throws -> Void
  ) throws {
    var rest = questions[...]
    while let first = rest.first {
      let near = rest.prefix { $0 < first + TimelineReader.chunk }
      rest = rest.dropFirst(near.count)
      if Int64(near.count) < TimelineReader.chunk / 16 {
        for number in near { try timelines(number...number, body) }
      } else {
        let wanted = Set(near)
        try timelines(first...(near.last ?? first)) { number, timeline in
          if wanted.contains(number) { try body(number, timeline) }
        }
      }
    }
  }

  private func timeline(
    _ number: Int64, _ family: [(number: Int64, rows: QuestionRows)], asIfFrom start: Instant?
  ) throws -> QuestionTimeline {
    var ends: [(place: Int, seq: Int64)] = []
    for seq in changes(number, family) where seq <= last {
      let place = moments.place(of: seq)
      if ends.last?.place == place {
        ends[ends.count - 1].seq = seq
      } else {
        ends.append((place, seq))
      }
    }
    func stretches(_ ends: some Collection<(place: Int, seq: Int64)>) throws
      -> [QuestionTimeline.Stretch]
    {
      try ends.map { place, seq in
        QuestionTimeline.Stretch(
          from: moments.believed(place), recorded: moments.recorded(place),
          facts: try facts(number, family, at: seq))
      }
    }
    // One that is past is kept, for whether it was decided or waited before.
    let passed = ends.dropFirst().prefix { $0.seq <= known }.count
    let older = ends.prefix(max(passed - 1, 0))
    var timeline = QuestionTimeline(
      try stretches(ends.dropFirst(older.count)), past: min(passed, 1))
    if !older.isEmpty, timeline.returns {
      timeline = QuestionTimeline(try stretches(older) + timeline.stretches, past: passed)
    }
    if let start, let first = timeline.stretches.first, let opened = first.facts?.opened,
      first.from > start
    {
      timeline.stretches[0].from = min(max(opened, start), first.from)
    }
    return timeline
  }

  /// The entries at which anything about a question changed, or about what was part of it then.
  private func changes(
    _ number: Int64, _ family: [(number: Int64, rows: QuestionRows)]
  ) -> [Int64] {
    let isAlone = family.count == 1 && !merges.isGivenUp(number)
    guard !isAlone || !sources.isEmpty else { return family[0].rows.changes }
    var changes = Set(family[0].rows.changes)
    for member in family.dropFirst() {
      changes.formUnion(
        member.rows.changes.filter { merges.head(of: member.number, at: $0) == number })
    }
    if !isAlone { changes.formUnion(merges.changes(about: Set(family.map(\.number)))) }
    if !sources.isEmpty {
      for source in Set(family.flatMap { $0.rows.forecasts.map(\.source) }) {
        changes.formUnion(sources.changes(of: source))
      }
    }
    // What is not there yet changes nothing.
    return changes.filter { $0 >= number }.sorted()
  }

  /// The facts after an entry; nothing where the question does not stand, or as part of another.
  private func facts(
    _ number: Int64, _ family: [(number: Int64, rows: QuestionRows)], at seq: Int64
  ) throws -> QuestionFacts? {
    var rows = family[0].rows
    guard let version = rows.versions.first(where: { $0.span.stands(at: seq) }),
      merges.head(of: number, at: seq) == number
    else { return nil }
    rows.forecasts = rows.forecasts.map { $0.judged(by: family[0].rows) }
    for member in family.dropFirst() where merges.head(of: member.number, at: seq) == number {
      var absorbed = member.rows
      absorbed.forecasts = absorbed.forecasts.map { $0.judged(by: member.rows) }
      rows.absorb(absorbed)
    }
    let rules = try zone(version.zone)
    var facts = QuestionFacts(
      zone: rules, opened: moments.recorded(moments.place(of: number)),
      deadline: version.deadline.map { rules.endOfDay(CivilDate(dayNumber: $0)) })
    let forecasts = rows.forecasts.filter { forecast in
      forecast.span.stands(at: seq)
        && !rows.withdrawals.contains {
          $0.forecast == forecast.number && $0.span.stands(at: seq)
        }
    }
    var windows: Set<WindowEnds> = []
    for forecast in forecasts {
      let window = try window(of: forecast)
      if let window, forecast.hasWindow || window.default != facts.deadline {
        windows.insert(window)
      }
      let said = Instant(microseconds: forecast.said)
      facts.opened = min(facts.opened, said)
      facts.spoken.append(
        SpokenTime(
          source: sources.head(of: forecast.source, at: seq), said: said, end: window?.default))
    }
    facts.windows = Array(windows)
    let standing = Set(forecasts.map(\.number))
    facts.passedMass = rows.quantiles.filter {
      $0.span.stands(at: seq) && standing.contains($0.forecast)
    }.map { rules.endOfDay(CivilDate(dayNumber: $0.day)) }
    if let last = rows.resolutions.filter({ $0.span.stands(at: seq) }).max(by: {
      $0.number < $1.number
    }) {
      facts.seenThrough = last.seenThrough.map { rules.endOfDay(CivilDate(dayNumber: $0)) }
      let isPartial = facts.seenThrough.flatMap { seen in facts.lastEnd.map { seen < $0 } }
      facts.isDecided = isPartial != true
    }
    try apply(rows, at: seq, to: &facts)
    return facts
  }

  private func window(of forecast: QuestionRows.ForecastVersion) throws -> WindowEnds? {
    guard let last = forecast.last else { return nil }
    let rules = try zone(forecast.zone)
    func end(_ day: Int) -> Instant { rules.endOfDay(CivilDate(dayNumber: day)) }
    return WindowEnds(
      strict: forecast.strict.map(end), default: end(last), generous: forecast.generous.map(end))
  }

  /// Reads how the question is watched, and whether it is put off.
  private func apply(
    _ rows: QuestionRows, at seq: Int64, to facts: inout QuestionFacts
  ) throws(StoreError) {
    let settings = rows.settings.filter { $0.span.stands(at: seq) }.map(\.number).max()
    if let settings, case .schedule(let scheduling)? = try entry(settings)?.body {
      facts.graceDays = scheduling.graceDays ?? Grace.usualDays
      facts.review = scheduling.review
    }
    for review in rows.reviews where review.span.stands(at: seq) {
      guard case .review(let found)? = try entry(review.number)?.body, found.proposal != nil else {
        continue
      }
      facts.found.append(found.looked)
    }
    let snooze = rows.snoozes.filter { $0.span.stands(at: seq) }.map(\.number).max()
    if let snooze, case .snooze(let put)? = try entry(snooze)?.body, let until = put.until {
      let from = moments.believed(moments.place(of: snooze))
      let end = facts.zone.startOfDay(until)
      if from < end { facts.snooze = SnoozeSpan(from: from, until: end) }
    }
  }

  private func entry(_ seq: Int64) throws(StoreError) -> Entry? {
    try Ledger.entry(seq, in: database)
  }
}
