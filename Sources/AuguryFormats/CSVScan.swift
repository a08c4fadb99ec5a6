/// Tests of eight bytes at a time, for a reader that looks for few different bytes.
///
/// Each test sets the high bit of exactly the bytes that pass, so a mask can be walked bit by bit.
/// The additions cannot carry from byte to byte, because bit 7 is cleared first.
enum CSVScan {
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  private static let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Returns eight bytes, the first in the lowest place, with spaces after the end.
  @inline(__always)
  static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    guard offset &+ 8 <= bytes.byteCount else { return lastWord(bytes, at: offset) }
    return UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(never)
  private static func lastWord(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    var word: UInt64 = 0x2020_2020_2020_2020
    for index in offset..<max(offset, bytes.byteCount) {
      let shift = UInt64(8 * (index - offset))
      word = word & ~(0xFF << shift) | UInt64(byte(bytes, at: index)) << shift
    }
    return word
  }

  @inline(__always)
  static func byte(_ bytes: RawSpan, at offset: Int) -> UInt8 {
    bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// Marks commas, quotes and the control bytes below 16, with the line ends and NUL among them.
  @inline(__always)
  static func structure(_ word: UInt64) -> UInt64 {
    let notComma = ((word ^ (ones &* 0x2C)) & low) &+ low
    let notQuote = ((word ^ (ones &* 0x22)) & low) &+ low
    let notControl = (word & low) &+ (ones &* 0x70)
    return ~(notComma & notQuote & notControl) & ~word & high
  }

  /// Marks the control bytes below 16.
  @inline(__always)
  static func controls(_ word: UInt64) -> UInt64 {
    ~((word & low) &+ (ones &* 0x70)) & ~word & high
  }

  /// Marks quotes and NUL.
  @inline(__always)
  static func quotesAndNul(_ word: UInt64) -> UInt64 {
    let notQuote = ((word ^ (ones &* 0x22)) & low) &+ low
    let notNul = (word & low) &+ low
    return ~(notQuote & notNul) & ~word & high
  }

  /// Marks the bytes outside ASCII.
  @inline(__always)
  static func beyondASCII(_ word: UInt64) -> UInt64 { word & high }

  /// Returns where in its word the first marked byte is.
  @inline(__always)
  static func firstIndex(_ mask: UInt64) -> Int { mask.trailingZeroBitCount &>> 3 }

  /// Returns the place of an offset at or after the start of a line.
  static func place(_ bytes: RawSpan, of offset: Int, from start: CSVLineStart) -> CSVPlace {
    var (lineStart, line) = (start.offset, start.line)
    var index = start.offset
    while index < offset {
      if let next = lineEnd(bytes, at: index), next <= offset {
        (lineStart, line) = (next, line + 1)
      }
      index += 1
    }
    return CSVPlace(line: line, column: offset - lineStart + 1)
  }

  /// Returns the offset after the line end that ends at this byte, or nil if none does.
  ///
  /// The carriage return of a CRLF ends no line by itself.
  private static func lineEnd(_ bytes: RawSpan, at index: Int) -> Int? {
    switch byte(bytes, at: index) {
    case newline: index + 1
    case carriageReturn:
      index + 1 < bytes.byteCount && byte(bytes, at: index + 1) == newline ? nil : index + 1
    default: nil
    }
  }

  /// Returns the number of line ends in a range that does not cut a CRLF in two.
  static func lineEnds(_ bytes: RawSpan, in range: Range<Int>) -> Int {
    range.count { lineEnd(bytes, at: $0) != nil }
  }

  /// Returns the first byte of a range that is not UTF-8, or nil if the range is whole.
  static func firstInvalidUTF8(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }
}

/// Where a line starts in a file, and its number from 1.
struct CSVLineStart: Sendable {
  var offset: Int
  var line: Int
}

/// A pass over fields without quotes, up to the end of their row or something unusual.
struct CSVFieldScan: Sendable {
  private var base: Int
  private(set) var fieldStart: Int
  private(set) var count: Int
  /// The length of the longest field that ended in a comma.
  private(set) var longest = 0
  /// Not zero if there were bytes outside ASCII, be it shortly after the last field.
  private(set) var beyondASCII: UInt64 = 0
  /// Where the pass stopped: at a line end, a quote, a NUL, or the end of the file.
  private(set) var index = 0

  init(from start: Int, count: Int) {
    (base, fieldStart, self.count) = (start, start, count)
  }

  /// Writes fields that end in a comma; returns false when there is no room for more of them.
  @inline(__always)
  mutating func run(_ bytes: RawSpan, into storage: inout [CSVRow.Field]) -> Bool {
    var fields = storage.mutableSpan
    while base < bytes.byteCount {
      // One word holds at most eight commas.
      guard count &+ 8 <= fields.count else { return false }
      let word = CSVScan.word(bytes, at: base)
      beyondASCII |= CSVScan.beyondASCII(word)
      var mask = CSVScan.structure(word)
      while mask != 0 {
        index = base &+ CSVScan.firstIndex(mask)
        mask &= mask &- 1
        switch CSVScan.byte(bytes, at: index) {
        case CSVScan.comma:
          fields[count] = .init(
            offset: fieldStart, start: fieldStart, end: index, isUnescaped: false)
          count &+= 1
          longest = max(longest, index &- fieldStart)
          fieldStart = index &+ 1
        case CSVScan.newline, CSVScan.carriageReturn, CSVScan.quote, 0: return true
        default: break
        }
      }
      base &+= 8
    }
    index = bytes.byteCount
    return true
  }
}

/// A pass over a field in quotes.
struct CSVQuoteScan: Sendable {
  /// The number of doubled quotes.
  private(set) var doubled = 0
  private(set) var hasControls = false
  private(set) var beyondASCII: UInt64 = 0
  /// Where the pass stopped: at the closing quote, a NUL, or the end of the file.
  private(set) var index: Int

  init(from start: Int) { index = start }

  /// Returns whether there is a closing quote before any NUL.
  mutating func run(_ bytes: RawSpan) -> Bool {
    while index < bytes.byteCount {
      let word = CSVScan.word(bytes, at: index)
      beyondASCII |= CSVScan.beyondASCII(word)
      if CSVScan.controls(word) != 0 { hasControls = true }
      let mask = CSVScan.quotesAndNul(word)
      guard mask != 0 else {
        index &+= 8
        continue
      }
      index &+= CSVScan.firstIndex(mask)
      guard CSVScan.byte(bytes, at: index) == CSVScan.quote else { return false }
      let next = index &+ 1
      guard next < bytes.byteCount, CSVScan.byte(bytes, at: next) == CSVScan.quote else {
        return true
      }
      doubled &+= 1
      index &+= 2
    }
    index = bytes.byteCount
    return false
  }
}
