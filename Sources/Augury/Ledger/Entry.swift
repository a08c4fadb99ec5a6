/// What the clock did between two entries, where it did not simply run on.
public enum ClockMark: String, Sendable {
  /// The clock stood earlier than at an entry before.
  case back
  /// The clock stood more than 24 hours later than at the entry before.
  case ahead
}

/// One record of the ledger.
public struct Entry: Sendable {
  /// The newest version of the record form that this program writes and reads.
  public static let version: Int64 = 1

  /// Its place in the order, from 0.
  public var seq: Int64
  /// The ledger it belongs to: 32 hexadecimal digits.
  public var ledger: String
  /// What the machine's clock said when it was captured.
  public var recordedAt: Instant
  /// Who wrote it.
  public var author: String
  /// 128 random bits, so that the leaf hash of a deleted record confirms no guess.
  public var salt: Salt
  /// What the clock did, where that needs saying.
  public var clock: ClockMark?
  /// What it says.
  public var body: EntryBody

  /// Creates an entry.
  public init(
    seq: Int64, ledger: String, recordedAt: Instant, author: String, salt: Salt,
    clock: ClockMark? = nil, body: EntryBody
  ) {
    self.seq = seq
    self.ledger = ledger
    self.recordedAt = recordedAt
    self.author = author
    self.salt = salt
    self.clock = clock
    self.body = body
  }
}

/// 128 random bits.
public struct Salt: Sendable, Hashable {
  /// The first 64 bits.
  public var high: UInt64
  /// The last 64 bits.
  public var low: UInt64

  /// How many hexadecimal digits a salt has.
  static let length = 32

  /// Creates a salt from its bits.
  public init(_ high: UInt64, _ low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Creates a salt from 32 hexadecimal digits in lower case.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == Salt.length, let high = Salt.value(digits[..<16]),
      let low = Salt.value(digits[16...])
    else { return nil }
    self.init(high, low)
  }

  /// The 32 hexadecimal digits, in lower case.
  public var hex: String {
    String(unsafeUninitializedCapacity: 32) { buffer in
      write(into: buffer)
      return 32
    }
  }

  /// Writes the 32 hexadecimal digits at the start of a buffer that holds at least as many bytes.
  func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    for position in 0..<32 {
      let word = position < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64((15 - position % 16) * 4)) & 15
      buffer[position] = digit < 10 ? digit + 48 : digit + 87
    }
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> UInt64? {
    var value: UInt64 = 0
    for digit in digits {
      switch digit {
      case 48...57: value = value << 4 | UInt64(digit - 48)
      case 97...102: value = value << 4 | UInt64(digit - 87)
      default: return nil
      }
    }
    return value
  }
}

/// The clock of a ledger: decides what mark an entry gets.
///
/// An entry is unmarked when it follows the entry before it, or the last unmarked entry, by 0 to
/// 24 hours; it is marked ``ClockMark/back`` when it lies before both, else ``ClockMark/ahead``.
/// An entry with the very time of the one before, as in one command, shares its mark. Nothing is
/// ever put right: the time is stored as the machine gave it.
public struct LedgerClock: Sendable, Equatable {
  /// The time of the last entry.
  public var last: Instant?
  /// The time of the last entry without a mark.
  public var lastSteady: Instant?
  /// The mark of the last entry.
  public var lastMark: ClockMark?

  /// Creates the clock of an empty ledger, or one that stands where a ledger ended.
  public init(last: Instant? = nil, lastSteady: Instant? = nil, lastMark: ClockMark? = nil) {
    self.last = last
    self.lastSteady = lastSteady
    self.lastMark = lastMark
  }

  /// Returns the mark for an entry captured at an instant, and moves on to it.
  public mutating func mark(_ now: Instant) -> ClockMark? {
    guard now != last else { return lastMark }
    let steady = last == nil || [last, lastSteady].contains { follows(now, $0) }
    let isBack = [last, lastSteady].allSatisfy { before in before.map { now < $0 } ?? true }
    lastMark = steady ? nil : isBack ? .back : .ahead
    if steady { lastSteady = now }
    last = now
    return lastMark
  }

  private func follows(_ now: Instant, _ before: Instant?) -> Bool {
    guard let before else { return false }
    let gap = now.microseconds.subtractingReportingOverflow(before.microseconds)
    return !gap.overflow && gap.partialValue >= 0 && gap.partialValue <= 86_400_000_000
  }
}
