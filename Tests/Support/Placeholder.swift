/// A name in angle brackets that stands, in expected output, for what differs from run to run.
package enum Placeholder: Equatable, Sendable {
  /// An id such as `<q1>`: the letter of its kind, then 5 to 16 characters of 0–9 and a–z.
  case id(name: String)
  /// A SHA-256 in hexadecimal: `<hash>`, or `<hash1>` to have the same value again.
  case hash(name: String?)
  /// An RFC 3339 instant in UTC: `<time>`.
  case time
  /// Today's date in UTC: `<date>`.
  case date
  /// A number: `<n>`.
  case number
  /// Whatever is left of the line: `<any>` or `<…>`.
  case any

  /// The letters that begin the ids: question, forecast, source, resolution, entry, batch, event.
  package static let kinds = Set("qfsrnbe".utf8)

  /// Creates the placeholder written `<name>`, or nil when there is none of that name.
  package init?(name: String) {
    let bytes = Array(name.utf8)
    switch name {
    case "hash": self = .hash(name: nil)
    case "time": self = .time
    case "date": self = .date
    case "n": self = .number
    case "any", "…": self = .any
    default:
      let isHash = name.hasPrefix("hash")
      let digits = bytes.dropFirst(isHash ? 4 : 1)
      guard let first = bytes.first, isHash || Placeholder.kinds.contains(first) else { return nil }
      guard !digits.isEmpty, digits.allSatisfy(Characters.isDigit) else { return nil }
      self = isHash ? .hash(name: name) : .id(name: name)
    }
  }

  /// The name under which the value is kept, or nil when each place stands for itself.
  package var binding: String? {
    switch self {
    case .id(let name): name
    case .hash(let name): name
    case .time, .date, .number, .any: nil
    }
  }
}

/// The classes of bytes that placeholders are made of.
package enum Characters {
  /// Returns whether `byte` is one of 0–9.
  package static func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte)
  }

  /// Returns whether `byte` is one of 0–9 and a–z.
  package static func isToken(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...122).contains(byte)
  }

  /// Returns whether `byte` is one of 0–9, a–z and A–Z.
  package static func isWord(_ byte: UInt8) -> Bool {
    isToken(byte) || (65...90).contains(byte)
  }

  /// Returns whether `byte` is one of 0–9 and a–f.
  package static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (97...102).contains(byte)
  }
}
