internal import Augury

/// A writer of comma-separated values with LF line ends, quoting only where it has to.
///
/// With the guard, a spreadsheet takes no cell for a formula: a cell that a spreadsheet could
/// run gets an apostrophe in front. Without it, `CSVReader` gives back every cell exactly, except
/// those with a NUL byte or beyond its limits, which it refuses.
package struct CSVWriter: Sendable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private let guardFormulas: Bool

  /// Creates a writer; without the guard it changes no cell.
  package init(guardFormulas: Bool = true) {
    self.guardFormulas = guardFormulas
  }

  /// What has been written so far, as a string.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands over what has been written so far, and goes on with nothing.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Writes one row; a row without fields writes nothing.
  package mutating func row(_ fields: [String]) {
    guard !fields.isEmpty else { return }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(CSVScan.comma) }
      let isGuarded = guardFormulas && CSVGuard.looksLikeFormula(field)
      let cell = isGuarded ? "'" + field : field
      // A lone empty field without quotes would be a blank line.
      if Self.needsQuotes(cell) || fields == [""] { quote(cell) } else { bytes += cell.utf8 }
    }
    bytes.append(CSVScan.newline)
  }

  private mutating func quote(_ cell: String) {
    bytes.append(CSVScan.quote)
    for byte in cell.utf8 {
      if byte == CSVScan.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVScan.quote)
  }

  // Outer spaces are quoted because other readers drop them, and a byte order mark because at
  // the start of a file it would be none of the text.
  private static func needsQuotes(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    if first == 0x20 || cell.utf8.last == 0x20 || cell.unicodeScalars.first == "\u{FEFF}" {
      return true
    }
    return cell.utf8.contains {
      switch $0 {
      case CSVScan.comma, CSVScan.quote, CSVScan.newline, CSVScan.carriageReturn: true
      default: false
      }
    }
  }
}
