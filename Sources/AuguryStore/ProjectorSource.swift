internal import Augury

extension Projector {
  /// Makes the rows of a source anew from what was first said of it and the acts upon it.
  func fold(
    _ original: Source, _ number: Int64, _ acts: [Entry], at seq: Int64
  ) throws(StoreError) {
    var source = original
    var names: [String] = []
    for act in acts {
      switch act.body {
      case .alias(_, let name): names.append(name)
      case .correction(let correction): source = try source.corrected(by: correction, act.seq)
      default: break
      }
    }
    try replace("source", "number", number, at: seq)
    try replace("source_name", "source", number, at: seq)
    try database.run(
      "insert into source (number, name, kind, from_seq) values ($1, $2, $3, $4)",
      .integer(number), .text(source.name), .text(source.kind.rawValue), .integer(seq))
    for name in [source.name] + names { try insert(name, of: number, at: seq) }
    let words = Words.line([source.name] + names)
    try index(words, .source, number, at: seq)
  }

  private func insert(_ name: String, of source: Int64, at seq: Int64) throws(StoreError) {
    try database.run(
      """
      insert into source_name (key, source, name, from_seq) values ($1, $2, $3, $4)
      on conflict (key, source, from_seq) do nothing
      """,
      .text(SourceName.key(name)), .integer(source), .text(name), .integer(seq))
  }

  /// Closes the standing rows of a thing, so that new ones can be opened by the same entry.
  func replace(
    _ table: String, _ column: String, _ number: Int64, at seq: Int64
  ) throws(StoreError) {
    guard number != seq else { return }
    try database.run(
      "delete from \(table) where \(column) = $1 and from_seq = $2",
      .integer(number), .integer(seq))
    try database.run(
      "update \(table) set to_seq = $2 where \(column) = $1 and to_seq is null",
      .integer(number), .integer(seq))
  }

  /// Adds the words of a text to the text index.
  func index(_ text: String, _ kind: WordKind, _ number: Int64, at seq: Int64) throws(StoreError) {
    let isFresh = number == seq
    if let deferred { return deferred.words.add(text, kind, number, isFresh: isFresh) }
    try WordIndex(database: database).add(text, kind, number, isFresh: isFresh)
  }
}

/// How the names of sources are told apart.
package enum SourceName {
  /// Returns what two spellings of one name share: their words in order.
  ///
  /// A name without any letter or digit is its own key.
  package static func key(_ name: String) -> String {
    let words = Words.of(name)
    return words.isEmpty ? name : Words.line(words)
  }
}

extension Source {
  func corrected(by correction: Correction, _ seq: Int64) throws(StoreError) -> Source {
    guard case .source(let source) = try EntryBody.source(self).corrected(by: correction, seq)
    else { return self }
    return source
  }
}

extension Question {
  func corrected(by correction: Correction, _ seq: Int64) throws(StoreError) -> Question {
    guard case .question(let question) = try EntryBody.question(self).corrected(by: correction, seq)
    else { return self }
    return question
  }
}

extension Forecast {
  /// Makes the change of an act upon the forecast, and tells whether the act makes any.
  mutating func change(by act: Entry) throws(StoreError) -> Bool {
    switch act.body {
    case .correction(let correction): self = try corrected(by: correction, act.seq)
    case .reading(let rereading): reading = rereading.reading
    default: return false
    }
    return true
  }

  private func corrected(by correction: Correction, _ seq: Int64) throws(StoreError) -> Forecast {
    guard case .forecast(let forecast) = try EntryBody.forecast(self).corrected(by: correction, seq)
    else { return self }
    return forecast
  }
}

extension EntryBody {
  fileprivate func corrected(by correction: Correction, _ seq: Int64) throws(StoreError)
    -> EntryBody
  {
    do {
      return try corrected(by: correction)
    } catch {
      throw .record(seq: seq, error)
    }
  }
}
