internal import Augury

/// Readers of single cells; an empty cell gives nothing.
extension AuguryCSVBytes {
  typealias Cell = AuguryCSVCell
  typealias Column = AuguryCSVColumn
  typealias Fault = AuguryCSVRowFault

  func fault(_ cell: Cell, _ column: Column, _ fault: AuguryCSVFault) -> Fault {
    Fault(line: Int(cell.line), column: column, fault: fault)
  }

  func said(_ cell: Cell, _ column: Column = .saidOn) throws(Fault) -> SaidTime {
    if cell.isEmpty || isWord(cell, "unknown") { return .unknown }
    if let day = withBytes(cell, Self.plainDay) { return SaidTime(day) }
    do throws(TimeError) {
      return try SaidTime(edtf: string(cell))
    } catch {
      throw fault(cell, column, .time(error))
    }
  }

  /// Checks a time, at little cost where it is a day or an instant in UTC.
  @inline(__always)
  func checkSaid(_ cell: Cell, _ column: Column = .saidOn) throws(Fault) {
    if cell.isEmpty || withBytes(cell, Self.isPlainTime) { return }
    _ = try said(cell, column)
  }

  func day(_ cell: Cell, _ column: Column) throws(Fault) -> CivilDate? {
    guard !cell.isEmpty else { return nil }
    if let day = withBytes(cell, Self.plainDay) { return day }
    do throws(TimeError) {
      return try CivilDate(iso: string(cell))
    } catch {
      throw fault(cell, column, .time(error))
    }
  }

  func probability(_ cell: Cell, _ column: Column) throws(Fault) -> Probability? {
    guard !cell.isEmpty else { return nil }
    do throws(ProbabilityError) {
      return try withBytes(cell) { (bytes) throws(ProbabilityError) in
        try Probability(fractionBytes: bytes)
      }
    } catch {
      throw fault(cell, column, .probability(error))
    }
  }

  /// Checks a probability and returns its double, at little cost where that is easily right.
  @inline(__always)
  func checkProbability(_ cell: Cell, _ column: Column) throws(Fault) -> Double {
    // What reads as strictly between these bounds is surely a probability; what reads as 1 may
    // be a little more than 1, and the least doubles vanish when rounded.
    let double = withBytes(cell) { try? DecimalText.parseBytes($0) }
    if let double, double == 0 || (double > 1e-300 && double < 1) { return double }
    return try probability(cell, column)?.double ?? 0
  }

  func number(_ cell: Cell, _ column: Column) throws(Fault) -> DecimalText {
    do throws(NumberError) {
      return try DecimalText(parsing: string(cell))
    } catch {
      throw fault(cell, column, .number(error))
    }
  }

  func kind(_ cell: Cell) throws(Fault) -> QuestionKind? {
    if cell.isEmpty { return nil }
    if isWord(cell, "binary") { return .binary }
    if isWord(cell, "categorical") { return .categorical }
    if isWord(cell, "ordered") { return .ordered }
    if isWord(cell, "numeric") { return .numeric }
    if isWord(cell, "date") { return .date }
    throw unknown(cell, .kind, QuestionKind.allCases.map(\.rawValue))
  }

  func negated(_ cell: Cell) throws(Fault) -> Bool {
    if cell.isEmpty { return false }
    if isWord(cell, "yes") || isWord(cell, "true") || isWord(cell, "1") { return true }
    if isWord(cell, "no") || isWord(cell, "false") || isWord(cell, "0") { return false }
    throw unknown(cell, .negated, ["yes", "no"])
  }

  func wordingForm(_ cell: Cell) throws(Fault) -> WordingForm {
    if cell.isEmpty || isWord(cell, "verbatim") { return .verbatim }
    if isWord(cell, "translation") { return .translation }
    if isWord(cell, "paraphrase") { return .paraphrase }
    throw unknown(cell, .wording, WordingForm.allCases.map(\.rawValue))
  }

  func reading(_ cell: Cell) throws(Fault) -> Reading? {
    guard !cell.isEmpty else { return nil }
    do throws(EntryError) {
      return try Reading(json: string(cell))
    } catch {
      throw fault(cell, .reading, .reading(error))
    }
  }

  /// Returns the value at a quantile as a day, if it has the shape of one, else as a number.
  func isDayShaped(_ cell: Cell) -> Bool {
    withBytes(cell) { $0.count == 10 && $0[4] == 0x2D && $0[7] == 0x2D }
  }

  func unknown(_ cell: Cell, _ column: Column, _ words: [String]) -> Fault {
    fault(cell, column, .unknownWord(string(cell), words: words))
  }
}

extension AuguryCSVBytes {
  /// Returns the day written as `YYYY-MM-DD`, or nil if the bytes are anything else.
  @inline(__always)
  private static func plainDay(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard bytes.count == 10 else { return nil }
    return leadingDay(bytes)
  }

  private static func leadingDay(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard bytes[4] == 0x2D, bytes[7] == 0x2D, let century = pair(bytes, 0),
      let year = pair(bytes, 2), let month = pair(bytes, 5), let day = pair(bytes, 8),
      (1...12).contains(month)
    else { return nil }
    return try? CivilDate(year: 100 * century + year, month: month, day: day)
  }

  /// Returns whether the bytes are a day, or a day and a time to the second in UTC.
  private static func isPlainTime(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 10 || bytes.count == 20, bytes[4] == 0x2D, bytes[7] == 0x2D,
      let century = pair(bytes, 0), let year = pair(bytes, 2), let month = pair(bytes, 5),
      let day = pair(bytes, 8), century + year > 0, (1...12).contains(month), day > 0
    else { return false }
    guard day <= 28 || leadingDay(bytes) != nil else { return false }
    guard bytes.count == 20 else { return true }
    guard bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x5A,
      let hour = pair(bytes, 11), let minute = pair(bytes, 14), let second = pair(bytes, 17)
    else { return false }
    return hour < 24 && minute < 60 && second < 60
  }

  @inline(__always)
  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    let (tens, ones) = (bytes[index] &- 0x30, bytes[index + 1] &- 0x30)
    guard tens <= 9, ones <= 9 else { return nil }
    return 10 * Int(tens) + Int(ones)
  }
}
