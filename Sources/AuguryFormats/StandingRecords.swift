internal import Augury

/// What stands at the end of a stream of records.
struct StandingRecords {
  /// The entries that no standing retraction covers, in order.
  let entries: [Entry]
  /// What judges the forecasts on each question that no merge gave up.
  private(set) var facts: [Identifier: QuestionColumn] = [:]
  /// The forecasts that were taken back, with the earliest time.
  private(set) var withdrawals: [Identifier: (from: Instant, said: SaidTime)] = [:]
  /// How each question that no merge gave up is watched.
  private(set) var watching: [Identifier: WatchingHistory] = [:]
  private let introduced: Set<Identifier>
  private let zone: String
  private var acts: [Identifier: [Entry]] = [:]
  private var merges: [Identifier: Identifier] = [:]

  init(_ file: RecordFile) {
    let all = file.lines.compactMap(\.entry)
    introduced = Set(all.compactMap(\.body.id))
    zone = if case .ledger(let zone)? = all.first?.body { zone } else { "UTC" }
    var retracted: [ClosedRange<Int64>] = []
    // A retraction only ever covers earlier entries, so going back settles each before its turn.
    for entry in all.reversed() {
      guard case .retraction(let retraction) = entry.body,
        !retracted.contains(where: { $0.contains(entry.seq) })
      else { continue }
      retracted += retraction.entries
    }
    entries = all.filter { entry in !retracted.contains { $0.contains(entry.seq) } }
    for entry in entries { note(entry) }
    for entry in entries {
      if case .question(let question) = entry.body { noteQuestion(question, entry) }
    }
    for entry in entries {
      guard case .resolution(let resolution) = entry.body else { continue }
      facts[canonical(resolution.question)]?.outcome = resolution.outcome
      facts[canonical(resolution.question)]?.known = resolution.known
      let first = facts[canonical(resolution.question)]?.firstResolved ?? .max
      facts[canonical(resolution.question)]?.firstResolved = min(
        first, entry.recordedAt.microseconds)
    }
    for entry in entries {
      let subject: Identifier
      switch entry.body {
      case .schedule(let scheduling): subject = scheduling.question
      case .snooze(let snooze): subject = snooze.question
      case .rule(let change): subject = change.question
      default: continue
      }
      let question = canonical(subject)
      watching[question, default: WatchingHistory(of: question)].note(entry.body)
    }
  }

  private mutating func note(_ entry: Entry) {
    switch entry.body {
    case .correction(let correction): acts[correction.subject, default: []].append(entry)
    case .reading(let rereading): acts[rereading.forecast, default: []].append(entry)
    case .amendment(let amendment): acts[amendment.question, default: []].append(entry)
    case .tagging(let tagging): acts[tagging.question, default: []].append(entry)
    case .assignment(let question, _): acts[question, default: []].append(entry)
    case .withdrawal(let withdrawal):
      let said = withdrawal.said.since(entry.recordedAt)
      if let before = withdrawals[withdrawal.forecast], before.from <= said.from { return }
      withdrawals[withdrawal.forecast] = said
    case .merge(let merge):
      // A merge that came back by an undo may have been turned round since.
      var end = merge.into
      while let next = merges[end] { end = next }
      if end != merge.from { merges[merge.from] = merge.into }
    default: break
    }
  }

  private mutating func noteQuestion(_ question: Question, _ entry: Entry) {
    guard canonical(question.id) == question.id else { return }
    var column = QuestionColumn(
      number: entry.seq, kind: question.kind, deadline: question.deadline.map(explicit))
    for act in acts[question.id] ?? [] {
      guard case .amendment(let amendment) = act.body, let deadline = amendment.deadline else {
        continue
      }
      column.moves.append((at: act.recordedAt.microseconds, to: explicit(deadline)))
    }
    facts[question.id] = column
  }

  /// A deadline with the name of its zone, so that it ends at the same instant in any ledger.
  private func explicit(_ deadline: Deadline) -> Deadline {
    Deadline(day: deadline.day, zone: deadline.zone ?? zone)
  }

  /// Returns the source or question that stands for one after merging.
  func canonical(_ id: Identifier) -> Identifier {
    var current = id
    for _ in 0..<merges.count { current = merges[current] ?? current }
    return current
  }

  /// Sees to it that some entry introduces what a forecast names.
  func checkIntroduced(_ forecast: Forecast, _ seq: Int64) throws(RecordFileError) {
    guard introduced.contains(forecast.source), introduced.contains(forecast.question) else {
      throw .dangling(seq: seq)
    }
  }

  /// Returns a source with its corrections.
  func source(_ first: Source) throws(RecordFileError) -> Source {
    var body = EntryBody.source(first)
    for act in acts[first.id] ?? [] { body = try corrected(body, act) }
    if case .source(let source) = body { return source }
    return first
  }

  /// Returns the statement that is scored of a forecast.
  func scored(_ first: Forecast, _ entry: Entry) throws(RecordFileError) -> ScoredStatement {
    guard let facts = facts[canonical(first.question)] else {
      return ScoredStatement(forecast: first, read: entry.recordedAt)
    }
    var scored = try facts.scored(first, captured: entry.recordedAt, acts[first.id] ?? []) {
      (forecast, act) throws(RecordFileError) in
      if case .reading(let rereading) = act.body { forecast.reading = rereading.reading }
      if case .forecast(let next) = try corrected(.forecast(forecast), act) { forecast = next }
    }
    let named = scored.forecast.reading?.horizon?.window?.zone
    scored.forecast.reading?.horizon?.window?.zone = named ?? zone
    return scored
  }

  /// Returns a question with all acts upon it.
  func question(_ first: Question) throws(RecordFileError) -> Question {
    var question = first
    for act in acts[first.id] ?? [] {
      switch act.body {
      case .amendment(let amendment): question.amend(by: amendment)
      case .tagging(let tagging): question.tag(by: tagging)
      case .assignment(_, let event): question.event = event
      default:
        if case .question(let next) = try corrected(.question(question), act) { question = next }
      }
    }
    return question
  }

  /// Returns the window of a forecast: its own, or that of the deadline that stood when it was
  /// said, where that is not the first one.
  func window(of forecast: Forecast, _ entry: Entry) -> Window? {
    if var window = forecast.window {
      window.zone = window.zone ?? zone
      return window
    }
    guard forecast.standingWindow == nil, !forecast.isUnfalsifiable,
      let facts = facts[canonical(forecast.question)],
      let deadline = facts.deadline(of: forecast, captured: entry.recordedAt),
      deadline != facts.deadline
    else { return nil }
    return Window(default: deadline.day, zone: deadline.zone)
  }

  private func corrected(_ body: EntryBody, _ act: Entry) throws(RecordFileError) -> EntryBody {
    guard case .correction(let correction) = act.body else { return body }
    do {
      return try body.corrected(by: correction)
    } catch {
      throw .record(line: Int(act.seq) + 1, error)
    }
  }
}
