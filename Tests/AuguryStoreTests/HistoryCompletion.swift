import Augury
import AuguryStore

extension HistoryMaker {
  /// Adds an act of every kind that the history does not hold yet, upon things made for it.
  ///
  /// What takes back, deletes or comes as one import is left to chance, which brings it soon.
  func complete() throws {
    let kinds = Set(made.map(\.body.kind))
    let first = Int64(made.count)
    let (source, other) = (maker.source(), maker.source())
    let question = try maker.question()
    let forecast = try maker.forecast(on: question, by: source)
    try ledger.ledger.write(ledger.capture) { writer in
      try append(.source(source), [], &writer)
      try append(.source(other), [], &writer)
      try append(.question(question), [], &writer)
      try append(.forecast(forecast), [first, first + 2], &writer)
      let acts = try [
        ([first + 1, first], acts(on: source, other)), ([first + 2], acts(on: question)),
        ([first + 3], acts(on: forecast)), ([], recordActs()),
      ]
      for (needs, bodies) in acts {
        for body in bodies where !kinds.contains(body.kind) { try append(body, needs, &writer) }
      }
    }
  }

  private func acts(on source: Source, _ other: Source) -> [EntryBody] {
    [
      .alias(source: other.id, name: maker.text()), maker.note(on: other.id),
      .scale(Scale(source: other.id, table: maker.scaleTable())),
      .merge(Merge(from: other.id, into: source.id)),
    ]
  }

  private func acts(on question: Question) throws -> [EntryBody] {
    [
      .amendment(Amendment(question: question.id, deadline: try maker.deadline())),
      .tagging(Tagging(question: question.id, added: [maker.tag()])),
      .assignment(question: question.id, event: maker.text()),
      .resolution(try maker.resolution(of: question)),
      .schedule(try maker.scheduling(of: question)), .snooze(try maker.snooze(of: question)),
      .rule(try maker.ruleChange(of: question)), .review(try maker.review(of: question)),
    ]
  }

  private func acts(on forecast: Forecast) throws -> [EntryBody] {
    [
      .correction(Correction(subject: forecast.id, changes: .texts(["said": "2025-11"]))),
      .reading(Rereading(forecast: forecast.id, reading: try maker.reading())),
      .withdrawal(Withdrawal(forecast: forecast.id, said: try maker.said())),
    ]
  }

  private func recordActs() throws -> [EntryBody] {
    [.baseRate(try maker.baseRate()), .edition(try maker.edition())]
  }
}
