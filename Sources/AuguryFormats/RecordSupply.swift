package import Augury

/// The forecasts that stand in another ledger's records, as that ledger documents them.
///
/// Each carries the stamp of its capture there. Questions and forecasts are known by the
/// identifiers they have there, so that a later export adds only what is new.
package struct RecordSupply: ForecastSupply {
  package private(set) var sources: [String] = []
  package private(set) var questions: [ImportedQuestion] = []
  private var forecasts: [(source: Int, question: Int, forecast: ImportedForecast)] = []
  /// The ledger that the records come from.
  package let ledger: OriginLedger

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
    let standing = Standing(file)
    var places: [Identifier: Int] = [:]
    var names: [Identifier: Int] = [:]
    for entry in standing.entries {
      switch entry.body {
      case .source(let source):
        names[source.id] = sources.count
        sources.append(try standing.source(source, entry.seq).name)
      case .question(let question):
        places[question.id] = questions.count
        questions.append(try imported(question, entry, standing))
      default: break
      }
    }
    for entry in standing.entries {
      switch entry.body {
      case .forecast(let first):
        let forecast = try standing.forecast(first, entry.seq)
        guard let source = names[standing.canonical(forecast.source)],
          let question = places[standing.canonical(forecast.question)]
        else { throw .dangling(seq: entry.seq) }
        forecasts.append((source, question, imported(forecast, entry, standing)))
      case .resolution(let resolution):
        guard let place = places[standing.canonical(resolution.question)] else {
          throw .dangling(seq: entry.seq)
        }
        questions[place].outcome = resolution.outcome
        questions[place].known = resolution.known
      default: break
      }
    }
  }

  private var system: String { "augury:" + ledger.id }

  private func imported(
    _ first: Question, _ entry: Entry, _ standing: Standing
  ) throws(RecordFileError) -> ImportedQuestion {
    let question = try standing.question(first, entry.seq)
    var imported = ImportedQuestion(
      line: Int(entry.seq) + 1, text: question.text, kind: question.kind)
    imported.origin = Origin(system: system, key: first.id.text)
    imported.deadline = first.deadline
    imported.options = question.options
    imported.unit = question.unit
    imported.event = question.event
    imported.tags = question.tags
    return imported
  }

  private func imported(
    _ forecast: Forecast, _ entry: Entry, _ standing: Standing
  ) -> ImportedForecast {
    var imported = ImportedForecast(said: forecast.said)
    imported.isNegated = forecast.isNegated
    imported.probability = forecast.probability
    imported.parts = forecast.parts
    imported.window = forecast.window ?? standing.movedWindow(forecast, entry)
    imported.wording = forecast.wording
    imported.citations = forecast.citations
    imported.baseline = forecast.baseline
    // A stamp that the other ledger itself took over from elsewhere is the older one.
    imported.stamp =
      forecast.stamp ?? Stamp(system: system, recorded: SaidTime(entry.recordedAt))
    imported.origin = Origin(system: system, key: forecast.id.text)
    return imported
  }
}

/// What stands at the end of a stream of records.
private struct Standing {
  /// The entries that no standing retraction covers, in order.
  let entries: [Entry]
  private var acts: [Identifier: [Entry]] = [:]
  private var merges: [Identifier: Identifier] = [:]

  init(_ file: RecordFile) {
    let all = file.lines.compactMap(\.entry)
    var retracted: [ClosedRange<Int64>] = []
    // A retraction only ever covers earlier entries, so going back settles each before its turn.
    for entry in all.reversed() {
      guard case .retraction(let retraction) = entry.body,
        !retracted.contains(where: { $0.contains(entry.seq) })
      else { continue }
      retracted += retraction.entries
    }
    entries = all.filter { entry in !retracted.contains { $0.contains(entry.seq) } }
    for entry in entries {
      switch entry.body {
      case .correction(let correction): acts[correction.subject, default: []].append(entry)
      case .amendment(let amendment): acts[amendment.question, default: []].append(entry)
      case .tagging(let tagging): acts[tagging.question, default: []].append(entry)
      case .assignment(let question, _): acts[question, default: []].append(entry)
      case .merge(let merge): merges[merge.from] = merge.into
      default: break
      }
    }
  }

  func canonical(_ id: Identifier) -> Identifier {
    var current = id
    for _ in 0..<merges.count { current = merges[current] ?? current }
    return current
  }

  func source(_ first: Source, _ seq: Int64) throws(RecordFileError) -> Source {
    guard case .source(let source) = try corrected(.source(first), first.id, seq) else {
      return first
    }
    return source
  }

  func forecast(_ first: Forecast, _ seq: Int64) throws(RecordFileError) -> Forecast {
    guard case .forecast(let forecast) = try corrected(.forecast(first), first.id, seq) else {
      return first
    }
    return forecast
  }

  func question(_ first: Question, _ seq: Int64) throws(RecordFileError) -> Question {
    guard case .question(var question) = try corrected(.question(first), first.id, seq) else {
      return first
    }
    for act in acts[first.id] ?? [] {
      switch act.body {
      case .amendment(let amendment): question.amend(by: amendment)
      case .tagging(let tagging): question.tag(by: tagging)
      case .assignment(_, let event): question.event = event
      default: break
      }
    }
    return question
  }

  /// The window of a forecast that was said after its question's deadline had been moved.
  func movedWindow(_ forecast: Forecast, _ entry: Entry) -> Window? {
    let said = forecast.said.bounds(in: .utc)?.from ?? entry.recordedAt
    var moved: Deadline?
    for act in acts[canonical(forecast.question)] ?? [] where act.recordedAt <= said {
      if case .amendment(let amendment) = act.body { moved = amendment.deadline ?? moved }
    }
    return moved.map { Window(default: $0.day, zone: $0.zone) }
  }

  private func corrected(
    _ body: EntryBody, _ id: Identifier, _ seq: Int64
  ) throws(RecordFileError) -> EntryBody {
    var body = body
    for act in acts[id] ?? [] {
      guard case .correction(let correction) = act.body else { continue }
      do {
        body = try body.corrected(by: correction)
      } catch {
        throw .record(line: Int(act.seq) + 1, error)
      }
    }
    return body
  }
}
