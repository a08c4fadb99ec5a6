internal import Augury

/// The apostrophe that keeps a spreadsheet from taking a cell for a formula.
///
/// In Augury CSV it can be taken off again: text that itself begins with apostrophes before what
/// looks like a formula gets one more, guarded or not, so that taking off one always gives the text.
enum CSVGuard {
  static let mark = UInt8(ascii: "'")

  /// Returns whether a text would lose an apostrophe when it is read.
  static func looksGuarded(_ text: String) -> Bool {
    guard text.utf8.first == mark else { return false }
    return looksLikeFormula(Substring(text.unicodeScalars.drop { $0 == "'" }))
  }

  /// Returns whether the bytes of a cell begin with a guard.
  @inline(__always)
  static func looksGuarded(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, bytes[range.lowerBound] == mark else { return false }
    return looksGuarded(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Returns whether a spreadsheet could take a cell for a formula.
  ///
  /// What is invisible at the start is passed over, but a tab or carriage return there counts by
  /// itself. A plain number is harmless, although it may start with a sign.
  static func looksLikeFormula(_ cell: some StringProtocol) -> Bool {
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t", "\r": return true
      case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{FE66}",
        "\u{FE62}", "\u{FE63}", "\u{FE6B}":
        return !isPlainNumber(cell)
      default:
        guard isInvisible(scalar) else { return false }
      }
    }
    return false
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isWhitespace || properties.isDefaultIgnorableCodePoint { return true }
    return switch properties.generalCategory {
    case .control, .format: true
    default: false
    }
  }

  private static func isPlainNumber(_ cell: some StringProtocol) -> Bool {
    let bytes = Array(cell.utf8)
    return bytes.withUnsafeBufferPointer { (try? DecimalText.parseBytes($0)) != nil }
  }
}
