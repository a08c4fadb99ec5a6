package import Augury
package import AuguryStore

/// Who is told of notices, and from when on.
package struct Recipient {
  /// The name of the channel.
  package let channel: String
  /// Returns the first instant at which something may be delivered; nothing for what it is not told.
  ///
  /// It is handed what is asked, whether the question is overdue then, and when that was decided.
  package let ready: (PlannedAsk, Bool, Instant) -> Instant?

  /// Creates a recipient.
  package init(channel: String, ready: @escaping (PlannedAsk, Bool, Instant) -> Instant?) {
    self.channel = channel
    self.ready = ready
  }
}

/// What one pass of the scheduler found and did.
package struct TickReport: Sendable {
  /// The instant of the pass.
  package var instant: Instant
  /// What was decided, in the order of decision, each with its question.
  package var decided: [(question: Int64, ask: PlannedAsk)] = []
  /// What the clock did since the pass before, where that needs saying, and when that was.
  package var jump: (mark: ClockJump, before: Instant)?
  /// How many notices lie ahead again, because the clock had run ahead of them.
  package var rearmed = 0
  /// How many questions were looked at.
  package var looked = 0
  /// When anything is next to be asked, as far as is known.
  package var next: Instant?
}

/// One idempotent pass of the scheduler: decides what is to be asked by now, each thing once.
///
/// What is to be asked follows from the entries alone; a pass that comes late decides all that was
/// missed. Decisions are recorded with their deliveries in one transaction, under unique keys, so
/// that passes of several processes at once decide once.
package struct Tick {
  private let ledger: Ledger
  private let capture: Capture
  private let recipients: [Recipient]
  private let zone: (String?) throws -> ZoneRules

  /// So many due questions are looked at in one transaction.
  private static let batch = 2_000
  private static let day: Int64 = 86_400_000_000
  private static let hour: Int64 = 3_600_000_000
  /// No channel puts a delivery off by more: a week, and a day.
  private static let longestWait = 8 * day

  /// Creates a pass over a ledger.
  ///
  /// - Parameters:
  ///   - ledger: The ledger.
  ///   - capture: The clock, and who writes.
  ///   - recipients: Who is told.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  package init(
    _ ledger: Ledger, _ capture: Capture, recipients: [Recipient],
    zone: @escaping (String?) throws -> ZoneRules
  ) {
    self.ledger = ledger
    self.capture = capture
    self.recipients = recipients
    self.zone = zone
  }

  /// Decides what is to be asked by now.
  ///
  /// - Returns: What was found; nothing is written where there is nothing to decide.
  /// - Throws: ``StoreError``, or what looking up a zone throws.
  package func run() throws -> TickReport {
    let now = capture.clock()
    var report = TickReport(instant: now)
    if let next = try idle(at: now) {
      report.next = next.instant
      return report
    }
    if let before = try clockBeforeLedger(at: now) {
      report.jump = (.back, before)
      try note(before, at: now)
      return report
    }
    let (state, last) = try begin(at: now, &report)
    try takeIn(state, through: last, &report)
    try askDue(state, through: last, &report)
    report.next = try ledger.read { try NoticeBook(ledger)?.nextAppointment() }
    return report
  }

  /// The next appointment, where nothing is to be decided and the last look is not long ago.
  private func idle(at now: Instant) throws -> (instant: Instant?, Void)? {
    try ledger.read {
      guard let book = try NoticeBook(ledger), let state = try book.state(),
        try ledger.size() - 1 == state.cursor
      else { return nil }
      let gone = now.microseconds - state.through.microseconds
      let next = try book.nextAppointment()
      guard (-Tick.day...Tick.hour).contains(gone), next.map({ $0 > now }) ?? true else {
        return nil
      }
      return (next, ())
    }
  }

  /// When the last pass was, where the clock stands before every entry of the ledger.
  ///
  /// Such a clock is not believed, as that of a machine without a battery: nothing is decided by it.
  private func clockBeforeLedger(at now: Instant) throws -> Instant? {
    try ledger.read {
      guard let state = try NoticeBook(ledger)?.state(), now < state.through,
        let first = try ledger.firstCapture(), now < first
      else { return nil }
      return state.through
    }
  }

  /// Records, once, that the clock stands before the ledger began.
  private func note(_ before: Instant, at now: Instant) throws {
    let last = try ledger.read { try NoticeBook(ledger)?.jumps().last }
    guard last?.mark != .back || last?.before != before else { return }
    try ledger.write(capture) { _ in
      try NoticeBook(making: ledger).note(.back, from: before, to: now)
    }
  }

  /// Makes the tables where there are none, and notices what the clock did.
  private func begin(
    at now: Instant, _ report: inout TickReport
  ) throws -> (state: SchedulerState, last: Int64) {
    try ledger.write(capture) { writer in
      let book = try NoticeBook(making: ledger)
      var state =
        try book.state() ?? SchedulerState(began: now, cursor: -1, through: now)
      let gone = now.microseconds - state.through.microseconds
      if gone < -Tick.day {
        report.rearmed = try book.rearm(after: now.advanced(byMicroseconds: Tick.day))
        state.began = min(state.began, now)
        state.cursor = -1
      }
      // What was put off by a clock that was ahead is not to wait for that time.
      try Outbox(book).pullBack(
        to: now, beyond: now.advanced(byMicroseconds: gone < -Tick.day ? 0 : Tick.longestWait))
      if gone < -Tick.day || gone > 2 * Tick.day {
        let mark: ClockJump = gone < 0 ? .back : .ahead
        report.jump = (mark, state.through)
        try book.note(mark, from: state.through, to: now)
      }
      state.through = now
      try book.save(state)
      return (state, writer.next - 1)
    }
  }

  /// Looks at the questions that new entries are about.
  private func takeIn(
    _ state: SchedulerState, through last: Int64, _ report: inout TickReport
  ) throws {
    guard state.cursor < last else { return }
    let reader = try TimelineReader(
      ledger, through: last, after: state.cursor, at: report.instant, zone: zone)
    let touched =
      try state.cursor < 0
      ? nil : ledger.questions(touchedBy: state.cursor + 1, through: last)
    let ranges =
      touched.map { $0.map { $0...$0 } }
      ?? stride(from: 0, through: last, by: Int(TimelineReader.chunk)).map {
        $0...min($0 + TimelineReader.chunk - 1, last)
      }
    let size = touched == nil ? 1 : Tick.batch
    for start in stride(from: 0, to: ranges.count, by: size) {
      try decide(ranges[start..<min(start + size, ranges.count)], reader, state, &report)
    }
    try ledger.write(capture) { _ in
      let book = try NoticeBook(making: ledger)
      var state = state
      state.cursor = last
      try book.save(state)
    }
  }

  /// Looks at the questions of which something is to be asked by now.
  private func askDue(
    _ state: SchedulerState, through last: Int64, _ report: inout TickReport
  ) throws {
    var reader: TimelineReader?
    while true {
      let due = try ledger.read {
        try NoticeBook(ledger)?.questions(dueBy: report.instant, limit: Tick.batch) ?? []
      }
      guard !due.isEmpty else { return }
      let ready =
        try reader
        ?? TimelineReader(ledger, through: last, after: last, at: report.instant, zone: zone)
      reader = ready
      try decide(due.map { $0...$0 }[...], ready, state, &report)
    }
  }

  /// Decides, in one transaction, what is to be asked about the questions in ranges of numbers.
  private func decide(
    _ ranges: ArraySlice<ClosedRange<Int64>>, _ reader: TimelineReader, _ state: SchedulerState,
    _ report: inout TickReport
  ) throws {
    let now = report.instant
    var decided: [(question: Int64, ask: PlannedAsk)] = []
    var looked = 0
    try ledger.write(capture) { _ in
      let book = try NoticeBook(making: ledger)
      let outbox = Outbox(book)
      for range in ranges {
        // What no longer stands has no timeline, no appointment and does not wait.
        if range.count == 1 { try book.forget(range.lowerBound) }
        try reader.timelines(range) { question, timeline in
          looked += 1
          for ask in timeline.asks(from: state.began, through: now) {
            guard let notice = try book.record(ask, about: question, decided: now) else { continue }
            decided.append((question, ask))
            let isOverdue = timeline.facts(at: ask.asked)?.isOverdue(at: ask.asked) == true
            for recipient in recipients {
              guard let ready = recipient.ready(ask, isOverdue, now) else { continue }
              try outbox.add(notice, to: recipient.channel, from: ready)
            }
          }
          try book.set(question, waits: timeline.facts?.standing(at: now) != nil)
          guard case .ask(let next) = timeline.next(after: now) else {
            return try book.appoint(question, at: nil)
          }
          try book.appoint(question, at: next.asked)
        }
      }
    }
    report.decided += decided
    report.looked += looked
  }
}

extension Tick {
  /// Returns what a pass would decide now, and writes nothing.
  package func preview() throws -> TickReport {
    let now = capture.clock()
    var report = TickReport(instant: now)
    try ledger.read {
      let book = try NoticeBook(ledger)
      let began = min(try book?.state()?.began ?? now, now)
      let last = try ledger.size() - 1
      let reader = try TimelineReader(ledger, through: last, at: now, zone: zone)
      func look(_ question: Int64, _ timeline: QuestionTimeline) throws {
        report.looked += 1
        for ask in timeline.asks(from: began, through: now)
        where try book?.isRecorded(ask, about: question) != true {
          report.decided.append((question, ask))
        }
        if case .ask(let next) = timeline.next(after: now) { report.expect(next.asked) }
      }
      guard let book,
        let some = try book.questionsThatMayBeAsked(in: ledger, through: last, at: now)
      else { return try reader.allTimelines(look) }
      try reader.timelines(of: some, look)
      let looked = Set(some)
      let others = try book.appointments(after: now, limit: some.count + 1)
      if let next = others.first(where: { !looked.contains($0.question) }) {
        report.expect(next.at)
      }
    }
    return report
  }
}

extension TickReport {
  /// Takes in that something is to be asked at an instant.
  fileprivate mutating func expect(_ instant: Instant) { next = min(next ?? instant, instant) }
}
