package import Augury

/// The forecasts that stand in another ledger's records, as that ledger documents them.
///
/// Each is the statement that is scored there, with the stamp of its capture there. Questions and
/// forecasts are known by the identifiers they have there, so that a later export adds only what
/// is new.
package struct RecordSupply: ForecastSupply {
  package private(set) var sources: [String] = []
  package private(set) var sourceKinds: [SourceKind] = []
  package private(set) var questions: [ImportedQuestion] = []
  package private(set) var withdrawn: [Int] = []
  private var forecasts: [(source: Int, question: Int, forecast: ImportedForecast)] = []
  /// The ledger that the records come from.
  package let ledger: OriginLedger?
  private let system: String

  package var count: Int { forecasts.count }

  package func places(_ index: Int) -> (source: Int, question: Int) {
    (forecasts[index].source, forecasts[index].question)
  }

  package func forecast(_ index: Int) -> ImportedForecast { forecasts[index].forecast }

  /// Folds the records of a ledger.
  package init(_ file: RecordFile) throws(RecordFileError) {
    let root = file.root
    let id = file.lines.first?.entry?.ledger ?? ""
    ledger = OriginLedger(id: id, size: root.size, root: root.hash.hex)
    system = OriginLedger.system(id)
    let standing = StandingRecords(file)
    var names: [Identifier: Int] = [:]
    var places: [Identifier: Int] = [:]
    for entry in standing.entries {
      switch entry.body {
      case .source(let source) where standing.canonical(source.id) == source.id:
        names[source.id] = sources.count
        let source = try standing.source(source)
        sources.append(source.name)
        // Each ledger has a keeper of its own.
        sourceKinds.append(source.kind == .own ? .person : source.kind)
      case .question(let question) where standing.canonical(question.id) == question.id:
        places[question.id] = questions.count
        questions.append(try imported(question, entry, standing))
      default: break
      }
    }
    for entry in standing.entries {
      guard case .forecast(let first) = entry.body else { continue }
      try standing.checkIntroduced(first, entry.seq)
      let scored = try standing.scored(first, entry)
      let forecast = scored.forecast
      // What stands on something that was taken back does not count.
      guard let source = names[standing.canonical(forecast.source)],
        let question = places[standing.canonical(forecast.question)]
      else { continue }
      if standing.withdrawals[first.id] != nil { withdrawn.append(forecasts.count) }
      forecasts.append((source, question, imported(scored, entry, standing)))
    }
  }

  private func imported(
    _ first: Question, _ entry: Entry, _ standing: StandingRecords
  ) throws(RecordFileError) -> ImportedQuestion {
    let question = try standing.question(first)
    let facts = standing.facts[first.id]
    var imported = ImportedQuestion(
      line: Int(entry.seq) + 1, text: question.text, kind: question.kind)
    imported.origin = Origin(system: system, key: first.id.text)
    imported.deadline = facts?.deadline
    imported.moved = facts?.moves.last?.to
    imported.options = question.options
    imported.unit = question.unit
    imported.event = question.event
    imported.tags = question.tags
    imported.outcome = facts?.outcome
    imported.known = facts?.known
    imported.watching = standing.watching[first.id]
    return imported
  }

  private func imported(
    _ scored: ScoredStatement, _ entry: Entry, _ standing: StandingRecords
  ) -> ImportedForecast {
    let forecast = scored.forecast
    var imported = ImportedForecast(said: forecast.said)
    imported.isNegated = forecast.isNegated
    imported.probability = forecast.probability
    imported.parts = forecast.parts
    imported.window = standing.window(of: forecast, entry)
    imported.wording = forecast.wording
    imported.reading = forecast.reading
    imported.citations = forecast.citations
    imported.baseline = forecast.baseline
    imported.stamp = Stamp(system: system, recorded: SaidTime(entry.recordedAt))
    // A stamp that the other ledger itself took over from elsewhere is mostly the older one.
    if let stamp = forecast.stamp, let until = stamp.recorded.bounds(in: .utc)?.until,
      until <= entry.recordedAt
    {
      imported.stamp = stamp
    }
    // What was read too late must not look as if it had been on record by its stamp.
    if scored.isReadLate {
      imported.stamp = nil
      if forecast.said.isUnknown { imported.said = SaidTime(upTo: entry.recordedAt) }
    }
    imported.origin = Origin(system: system, key: forecast.id.text)
    imported.withdrawn = standing.withdrawals[forecast.id]?.said
    return imported
  }
}
