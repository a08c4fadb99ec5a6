/// The order of member names that RFC 8785, section 3.2.3, asks for: by UTF-16 code units.
enum CanonicalOrder {
  /// Returns whether the first name, as UTF-8, comes strictly before the second.
  static func ascends(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
    var lefts = left.makeIterator()
    var rights = right.makeIterator()
    while true {
      guard let second = rights.next() else { return false }
      guard let first = lefts.next() else { return true }
      if first != second { return rank(first) < rank(second) }
    }
  }

  /// Returns what the byte counts for where two names differ first.
  ///
  /// Bytes order as code points do. UTF-16 differs only in that surrogates, which stand for what
  /// UTF-8 leads in with F0…F4, come before U+E000…U+FFFF, led in by EE and EF.
  private static func rank(_ byte: UInt8) -> UInt8 {
    byte == 0xEE || byte == 0xEF ? byte + 0x10 : byte
  }
}
