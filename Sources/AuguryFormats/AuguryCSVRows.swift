/// Where the forecasts of a file are, as columns.
struct AuguryCSVRows: Sendable {
  // The offset of a plain row, or -1 minus the number of a list of parts.
  private var offsets: [Int] = []
  private var lines: [Int32] = []
  private var sources: [Int32] = []
  private var questions: [Int32] = []

  var count: Int { offsets.count }

  @inline(__always)
  mutating func append(_ offset: Int, line: Int, source: Int, question: Int) {
    offsets.append(offset)
    lines.append(Int32(clamping: line))
    sources.append(Int32(truncatingIfNeeded: source))
    questions.append(Int32(truncatingIfNeeded: question))
  }

  /// Makes room for as many forecasts as a file should have, if rows go on being as long.
  mutating func reserve(perRow bytes: Int, in size: Int) {
    let expected = size / max(bytes, 8)
    guard offsets.capacity < expected, expected < 4 * count || count > 8192 else { return }
    offsets.reserveCapacity(expected + expected / 32)
    lines.reserveCapacity(expected + expected / 32)
    sources.reserveCapacity(expected + expected / 32)
    questions.reserveCapacity(expected + expected / 32)
  }

  func line(_ index: Int) -> Int { Int(lines[index]) }

  @inline(__always)
  func places(_ index: Int) -> (source: Int, question: Int) {
    (Int(sources[index]), Int(questions[index]))
  }

  /// Returns where the row of a plain forecast starts.
  func start(_ index: Int) -> CSVLineStart {
    CSVLineStart(offset: offsets[index], line: Int(lines[index]))
  }

  /// Returns the list of the parts of a joined forecast, or nil for a plain one.
  func list(_ index: Int) -> Int? { offsets[index] < 0 ? -1 - offsets[index] : nil }
}
