/// What is tried with made bytes.
///
/// Each case reads the bytes as text or as a file, and stops the process when what comes back breaks
/// a promise.
enum FuzzTarget: String, CaseIterable {
  /// Words for how likely something is.
  case chance
  /// Expressions of time.
  case horizon
  /// The words of a forecast as a whole.
  case reading
  /// Phrases for a date, and EDTF expressions.
  case date
  /// Probabilities and decimal numbers.
  case number
  /// JSON, as records and batches have it.
  case json
  /// Tables of words as files.
  case lexicon
  /// CSV, and Augury CSV.
  case csv
  /// Exported records.
  case records
  /// Time zone files and rules.
  case zone
  /// Stops at words that the fuzzer has to find by itself.
  case crash
  /// Never ends at such words.
  case hang
  /// Takes memory without end at such words.
  case hoard

  /// Reads one input.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .chance: WordFuzzing.chance(text(bytes))
    case .horizon: WordFuzzing.horizon(text(bytes))
    case .reading: WordFuzzing.reading(text(bytes))
    case .date: ValueFuzzing.date(text(bytes))
    case .number: ValueFuzzing.number(bytes)
    case .json: FileFuzzing.json(bytes)
    case .lexicon: FileFuzzing.lexicon(bytes)
    case .csv: FileFuzzing.csv(bytes)
    case .records: FileFuzzing.records(bytes)
    case .zone: FileFuzzing.zone(bytes)
    case .crash: ControlFuzzing.crash(bytes)
    case .hang: ControlFuzzing.hang(bytes)
    case .hoard: ControlFuzzing.hoard(bytes)
    }
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
