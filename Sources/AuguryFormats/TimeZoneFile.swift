package import Augury

/// The reader of TZif, the binary form of the time zone database (RFC 9636, before it RFC 8536).
package enum TimeZoneFile {
  /// Returns the rules of a zone from the bytes of its file, versions 1 to 4.
  ///
  /// Of version 2 and later the block of 64-bit times and the footer are taken. A file that counts
  /// leap seconds is refused, since the instants here do not.
  package static func parse(
    _ bytes: [UInt8], name: String
  ) throws(TimeZoneFileError) -> ZoneRules {
    var reader = Reader(bytes: bytes, name: name)
    let old = try reader.header()
    guard old.version != 0 else {
      return try reader.block(old, timeSize: 4).rules(name: name, footer: nil)
    }
    try reader.skip(old.blockSize(timeSize: 4))
    let header = try reader.header()
    guard header.version == old.version else {
      throw .damaged(name, "its two headers name different versions")
    }
    let block = try reader.block(header, timeSize: 8)
    return block.rules(name: name, footer: try reader.footer())
  }

  /// The counts at the beginning of a block.
  struct Header {
    let version: UInt8
    let utcFlags: Int
    let standardFlags: Int
    let leapSeconds: Int
    let times: Int
    let types: Int
    let characters: Int

    /// Returns the bytes of the block that follows, with times of four bytes or of eight.
    func blockSize(timeSize: Int) -> Int {
      times * (timeSize + 1) + types * 6 + characters + leapSeconds * (timeSize + 4)
        + standardFlags + utcFlags
    }
  }

  /// What a block says of the zone.
  struct Block {
    let transitions: [(seconds: Int64, offset: Int32)]
    let initialOffset: Int32

    func rules(name: String, footer: PosixZone?) -> ZoneRules {
      ZoneRules(
        name: name, transitions: transitions, initialOffset: initialOffset, footer: footer)
    }
  }
}

extension TimeZoneFile {
  /// A place in the bytes of a file; it never reads past their end.
  struct Reader {
    let bytes: [UInt8]
    let name: String
    var position = 0

    init(bytes: [UInt8], name: String) {
      self.bytes = bytes
      self.name = name
    }

    mutating func skip(_ count: Int) throws(TimeZoneFileError) {
      guard count <= bytes.count - position else { throw .truncated(name) }
      position += count
    }

    /// Returns the value of so many bytes, the most significant first, with its sign.
    mutating func integer(size: Int) throws(TimeZoneFileError) -> Int64 {
      let start = position
      try skip(size)
      var value: Int64 = bytes[start] >= 0x80 ? -1 : 0
      for byte in bytes[start..<position] { value = value << 8 | Int64(byte) }
      return value
    }

    mutating func header() throws(TimeZoneFileError) -> Header {
      guard bytes[position...].starts(with: [0x54, 0x5A, 0x69, 0x66]) else {
        throw .notAZoneFile(name)
      }
      try skip(4)
      let version = UInt8(truncatingIfNeeded: try integer(size: 1))
      guard version == 0 || (0x32...0x34).contains(version) else {
        throw .unknownVersion(name, version)
      }
      try skip(15)
      var counts: [Int] = []
      for _ in 0..<6 {
        counts.append(Int(try integer(size: 4) & 0xFFFF_FFFF))
      }
      return Header(
        version: version, utcFlags: counts[0], standardFlags: counts[1], leapSeconds: counts[2],
        times: counts[3], types: counts[4], characters: counts[5])
    }

    mutating func block(
      _ header: Header, timeSize: Int
    ) throws(TimeZoneFileError) -> Block {
      let size = header.blockSize(timeSize: timeSize)
      guard size <= bytes.count - position else { throw .truncated(name) }
      try check(header)
      var times: [Int64] = []
      times.reserveCapacity(header.times)
      for _ in 0..<header.times {
        let time = try integer(size: timeSize)
        if let last = times.last, time <= last {
          throw .damaged(name, "its transitions are not in order")
        }
        times.append(time)
      }
      let indices = position
      try skip(header.times)
      let offsets = try offsets(header)
      try skip(header.characters + header.standardFlags + header.utcFlags)
      var transitions: [(seconds: Int64, offset: Int32)] = []
      transitions.reserveCapacity(times.count)
      for (index, time) in times.enumerated() {
        let type = Int(bytes[indices + index])
        guard type < offsets.count else {
          throw .damaged(name, "a transition names a local time type that is not there")
        }
        transitions.append((time, offsets[type]))
      }
      return Block(transitions: transitions, initialOffset: offsets[0])
    }

    private func check(_ header: Header) throws(TimeZoneFileError) {
      guard header.leapSeconds == 0 else { throw .countsLeapSeconds(name) }
      guard (1...256).contains(header.types), header.characters >= 1 else {
        throw .damaged(name, "it has no local time type")
      }
      guard
        header.utcFlags == 0 || header.utcFlags == header.types,
        header.standardFlags == 0 || header.standardFlags == header.types
      else { throw .damaged(name, "its counts do not agree") }
    }

    /// Returns the offset of each local time type, in seconds east of UTC.
    private mutating func offsets(_ header: Header) throws(TimeZoneFileError) -> [Int32] {
      var offsets: [Int32] = []
      for _ in 0..<header.types {
        let offset = try integer(size: 4)
        let isDaylight = try integer(size: 1)
        let designation = try integer(size: 1) & 0xFF
        // The range of RFC 9636, 3.2: −25 to 26 hours, both excluded.
        guard offset > -90_000, offset < 93_600 else {
          throw .damaged(name, "an offset is beyond a day and an hour")
        }
        guard isDaylight == 0 || isDaylight == 1, designation < header.characters else {
          throw .damaged(name, "a local time type is not well formed")
        }
        offsets.append(Int32(truncatingIfNeeded: offset))
      }
      return offsets
    }

    /// Returns the rule between the two line ends that close the file, if there is one.
    mutating func footer() throws(TimeZoneFileError) -> PosixZone? {
      guard position < bytes.count else { throw .truncated(name) }
      guard bytes[position] == 0x0A else { throw .damaged(name, "its footer is not in place") }
      try skip(1)
      guard let end = bytes[position...].firstIndex(of: 0x0A) else { throw .truncated(name) }
      guard end > position else { return nil }
      do {
        return try PosixZone(String(decoding: bytes[position..<end], as: UTF8.self))
      } catch {
        throw .damaged(name, "its last line is not a POSIX time zone rule")
      }
    }
  }
}

/// The reasons why a file is not taken as a time zone; each carries the name of the zone.
package enum TimeZoneFileError: Explained, Equatable {
  /// It does not begin as a TZif file does.
  case notAZoneFile(String)
  /// It is of a version that is not known here.
  case unknownVersion(String, UInt8)
  /// It ends too early.
  case truncated(String)
  /// It breaks a rule of the format, in the words given.
  case damaged(String, String)
  /// Its times count leap seconds.
  case countsLeapSeconds(String)

  /// Always `invalid`: the file cannot be taken as it is.
  package var kind: FailureKind { .invalid }

  /// One sentence that names the zone.
  package var what: String {
    switch self {
    case .notAZoneFile(let name): "The file of the time zone \"\(name)\" is not a TZif file."
    case .unknownVersion(let name, let version):
      "The file of the time zone \"\(name)\" has the unknown version byte \(version)."
    case .truncated(let name): "The file of the time zone \"\(name)\" ends too early."
    case .damaged(let name, let reason):
      "The file of the time zone \"\(name)\" is damaged: \(reason)."
    case .countsLeapSeconds(let name):
      "The file of the time zone \"\(name)\" counts leap seconds."
    }
  }

  /// One imperative sentence: which files are taken.
  package var remedy: String {
    switch self {
    case .countsLeapSeconds: "Name the zone without \"right/\" in front."
    default: "Install the time zone database again, or name another zone."
    }
  }
}
