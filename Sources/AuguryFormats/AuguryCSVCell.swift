/// The content of a cell: a range of the file, or of what was unescaped from it.
struct AuguryCSVCell: Sendable {
  /// Offsets beyond the file's length count into the unescaped bytes.
  var start: Int
  var length: Int32
  /// The line on which the row of the cell starts.
  var line: Int32

  static let empty = AuguryCSVCell(start: 0, length: 0, line: 0)

  var count: Int { Int(length) }
  var isEmpty: Bool { length == 0 }
}

/// The bytes that cells point into.
struct AuguryCSVBytes: Sendable {
  let file: [UInt8]
  /// The contents of cells with doubled quotes.
  var unescaped: [UInt8] = []
  // Drawn anew in each process, so that no file can be made whose cells all collide.
  private let seed: UInt64

  init(file: [UInt8]) {
    self.file = file
    seed = UInt64(truncatingIfNeeded: Hasher().finalize()) | 1
  }

  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ cell: AuguryCSVCell, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if cell.start < file.count {
      return try file.withUnsafeBufferPointer { (all) throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: all[cell.start..<cell.start + cell.count]))
      }
    }
    let start = cell.start - file.count
    return try unescaped.withUnsafeBufferPointer { (all) throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[start..<start + cell.count]))
    }
  }

  func string(_ cell: AuguryCSVCell) -> String {
    withBytes(cell) { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the text, or nothing for an empty cell.
  func text(_ cell: AuguryCSVCell) -> String? { cell.isEmpty ? nil : string(cell) }

  @inline(__always)
  func areEqual(_ one: AuguryCSVCell, _ other: AuguryCSVCell) -> Bool {
    guard one.length == other.length else { return false }
    return withBytes(one) { one in
      withBytes(other) { other in Self.areEqual(UnsafeRawBufferPointer(one), .init(other)) }
    }
  }

  /// Returns whether a cell has exactly the bytes of an ASCII word, whatever their case.
  func isWord(_ cell: AuguryCSVCell, _ word: StaticString) -> Bool {
    guard cell.count == word.utf8CodeUnitCount else { return false }
    return withBytes(cell) { bytes in
      word.withUTF8Buffer { word in
        zip(bytes, word).allSatisfy { byte, letter in
          byte == letter || (byte | 0x20 == letter && (0x61...0x7A).contains(letter))
        }
      }
    }
  }

  // Both have the same length.
  @inline(__always)
  private static func areEqual(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer)
    -> Bool
  {
    let count = one.count
    var index = 0
    while index &+ 8 <= count {
      let left = one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard left == other.loadUnaligned(fromByteOffset: index, as: UInt64.self) else {
        return false
      }
      index &+= 8
    }
    while index < count {
      guard one[index] == other[index] else { return false }
      index &+= 1
    }
    return true
  }

  /// Returns the hash of nothing, for a table of its own.
  @inline(__always)
  func hash(_ number: UInt64) -> UInt64 { Self.mixed(seed ^ number, 0x9E37_79B9_7F4A_7C15) }

  /// Returns a hash with the bytes of a cell added.
  @inline(__always)
  func hash(_ cell: AuguryCSVCell, into hash: UInt64) -> UInt64 {
    withBytes(cell) { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var hash = Self.mixed(hash ^ seed, UInt64(raw.count) ^ 0xA24B_AED4_963E_E407)
      var index = 0
      while index &+ 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        hash = Self.mixed(hash ^ word, seed ^ 0x9FB2_1C65_1E98_DF25)
        index &+= 8
      }
      var last: UInt64 = 0
      while index < raw.count {
        last = last << 8 | UInt64(raw[index])
        index &+= 1
      }
      return Self.mixed(hash ^ last, seed ^ 0xC2B2_AE3D_27D4_EB4F)
    }
  }

  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low
  }
}
