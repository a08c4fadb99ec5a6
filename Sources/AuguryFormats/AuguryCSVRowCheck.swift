internal import Augury

/// The numbers of a row, as far as joining rows needs them.
struct AuguryCSVRowNumbers {
  var form = AuguryCSVRowForm.none
  /// The probability, or the quantile.
  var level = 0.0
  /// The number at the quantile, or the day's number.
  var value = 0.0
}

extension AuguryCSVBytes {
  /// Checks the cells of a row, except those that tell of its question.
  @inline(__always)
  func checkRow(_ row: AuguryCSVCells) throws(Fault) -> AuguryCSVRowNumbers {
    guard !row[.source].isEmpty else { throw fault(row[.source], .source, .empty) }
    guard !row[.question].isEmpty || !row[.questionID].isEmpty else {
      throw fault(row[.question], .question, .empty)
    }
    if !row[.questionID].isEmpty { try need(.system, for: .questionID, row) }
    try checkSaid(row[.saidOn])
    if !row[.recordedOn].isEmpty {
      try need(.system, for: .recordedOn, row)
      try checkSaid(row[.recordedOn], .recordedOn)
    }
    if !row[.baseline].isEmpty { _ = try checkProbability(row[.baseline], .baseline) }
    try checkWindow(row)
    if !row[.withdrawnOn].isEmpty { try checkSaid(row[.withdrawnOn], .withdrawnOn) }
    if !row[.reading].isEmpty {
      try need(.quote, for: .reading, row)
      _ = try reading(row[.reading])
    }
    if !row[.negated].isEmpty { _ = try negated(row[.negated]) }
    if !row[.language].isEmpty { try need(.quote, for: .language, row) }
    if !row[.wording].isEmpty {
      try need(.quote, for: .wording, row)
      _ = try wordingForm(row[.wording])
    }
    try checkCitations(url: row[.url], via: row[.via])
    return try checkNumbers(row)
  }

  /// Returns what stands for the time in the key of a joined forecast: nothing when unknown.
  func saidKey(_ cell: Cell) -> Cell { isWord(cell, "unknown") ? .empty : cell }

  @inline(__always)
  private func checkNumbers(_ row: AuguryCSVCells) throws(Fault) -> AuguryCSVRowNumbers {
    let probability = row[.probability]
    if row[.option].isEmpty, row[.quantile].isEmpty, row[.value].isEmpty {
      guard !probability.isEmpty else { return AuguryCSVRowNumbers() }
      _ = try checkProbability(probability, .probability)
      return AuguryCSVRowNumbers(form: .plain)
    }
    return try checkPart(row)
  }

  private func checkPart(_ row: AuguryCSVCells) throws(Fault) -> AuguryCSVRowNumbers {
    if !row[.option].isEmpty {
      try exclude(.quantile, beside: .option, row)
      try exclude(.value, beside: .option, row)
      try need(.probability, for: .option, row)
      let level = try checkProbability(row[.probability], .probability)
      return AuguryCSVRowNumbers(form: .option, level: level)
    }
    guard !row[.quantile].isEmpty else {
      throw fault(
        row[.value], .value, .needs(string(row[.value]), column: Column.quantile.name))
    }
    try need(.value, for: .quantile, row)
    try exclude(.probability, beside: .quantile, row)
    let level = try checkProbability(row[.quantile], .quantile)
    guard level > 0, level < 1 else {
      throw fault(row[.quantile], .quantile, .level(string(row[.quantile])))
    }
    if isDayShaped(row[.value]), let day = try day(row[.value], .value) {
      return AuguryCSVRowNumbers(form: .date, level: level, value: Double(day.dayNumber))
    }
    let value = try number(row[.value], .value).double
    return AuguryCSVRowNumbers(form: .number, level: level, value: value)
  }

  @inline(__always)
  private func checkWindow(_ row: AuguryCSVCells) throws(Fault) {
    if !row[.untilZone].isEmpty { try need(.until, for: .untilZone, row) }
    guard !row[.until].isEmpty else { return }
    if isWord(row[.until], "none") {
      try exclude(.untilZone, beside: .until, row)
    } else {
      _ = try day(row[.until], .until)
    }
  }

  private func need(
    _ other: Column, for column: Column, _ row: AuguryCSVCells
  ) throws(Fault) {
    guard row[other].isEmpty else { return }
    throw fault(row[column], column, .needs(string(row[column]), column: other.name))
  }

  private func exclude(
    _ column: Column, beside other: Column, _ row: AuguryCSVCells
  ) throws(Fault) {
    guard !row[column].isEmpty else { return }
    throw fault(row[column], column, .excludes(string(row[column]), column: other.name))
  }
}
