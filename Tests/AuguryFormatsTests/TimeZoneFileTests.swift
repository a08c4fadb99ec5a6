import Foundation
import Testing

@testable import Augury
@testable import AuguryFormats

@Suite struct TimeZoneFileTests {
  static let folder = "/usr/share/zoneinfo"
  static let zdump = ["/usr/bin/zdump", "/usr/sbin/zdump"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static let hasZones = FileManager.default.fileExists(atPath: "\(folder)/Europe/Berlin")
  static let years = 1950...2060

  static let zones = [
    "Africa/Cairo", "Africa/Casablanca", "America/Argentina/San_Luis", "America/Caracas",
    "America/Nuuk", "America/New_York", "America/Santiago", "America/Sao_Paulo",
    "America/St_Johns", "Antarctica/Troll", "Asia/Gaza", "Asia/Kathmandu", "Asia/Pyongyang",
    "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores", "Australia/Lord_Howe", "Europe/Berlin",
    "Europe/Dublin", "Europe/Istanbul", "Europe/London", "Europe/Moscow", "Pacific/Apia",
    "Pacific/Chatham", "Pacific/Kiritimati", "UTC",
  ]

  static func bytes(_ zone: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(zone)")))
  }

  @Test(
    .enabled(if: zdump != nil && hasZones, "zdump or /usr/share/zoneinfo is absent"),
    arguments: zones)
  func `every change of clocks is the one that zdump prints`(zone: String) throws {
    let rules = try TimeZoneFile.parse(try Self.bytes(zone), name: zone)
    var printed: [Int: Int] = [:]
    for line in try Self.dump(zone) {
      let (second, offset) = try #require(Self.fields(of: line), "\(line)")
      #expect(rules.offset(atSecond: second) == offset, "\(line)")
      printed[second] = offset
    }
    // zdump prints the second before a change and the second of it.
    let changes = Set(printed.keys.filter { printed[$0 - 1].map { _ in true } ?? false })
    let first = CivilDate(dayNumber: 0).adding(years: Self.years.lowerBound - 1970).dayNumber
    let last = CivilDate(dayNumber: 0).adding(years: Self.years.upperBound - 1970).dayNumber
    var second = first * 86_400
    while let change = rules.nextChange(afterSecond: second), change < last * 86_400 {
      if rules.offset(atSecond: change) != rules.offset(atSecond: change - 1) {
        #expect(changes.contains(change), "\(zone) \(change)")
      }
      second = change
    }
  }

  @Test(.enabled(if: hasZones, "/usr/share/zoneinfo is absent"), arguments: zones)
  func `a day begins where the date changes`(zone: String) throws {
    let rules = try TimeZoneFile.parse(try Self.bytes(zone), name: zone)
    var second = -7300 * 86_400
    while second < 32_800 * 86_400 {
      // The days around each change, and some between.
      second = min(rules.nextChange(afterSecond: second) ?? .max, second + 86_400 * 200)
      let day = rules.civilDate(at: Instant(seconds: second))
      for date in (-2...2).map({ day.adding(days: $0) }) {
        let start = rules.startOfDay(date)
        let before = start.advanced(byMicroseconds: -1)
        let here = rules.civilDate(at: start)
        let skipped = here == date.adding(days: 1)
        #expect(here == date || skipped, "\(zone) \(date)")
        #expect(rules.civilDate(at: before) < date, "\(zone) \(date)")
        #expect(rules.endOfDay(date.adding(days: -1)) == start, "\(zone) \(date)")
      }
    }
  }

  @Test(
    .enabled(if: hasZones, "/usr/share/zoneinfo is absent"),
    arguments: [
      ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
      ("Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00Z"),
      ("Europe/Berlin", "2060-07-01", "2060-06-30T22:00:00Z"),
      ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
      ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"),
      ("Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00Z"),
    ])
  func `the days of odd zones begin where they do`(
    zone: String, date: String, start: String
  ) throws {
    let rules = try TimeZoneFile.parse(try Self.bytes(zone), name: zone)
    #expect(rules.startOfDay(try CivilDate(iso: date)).rfc3339 == start)
  }

  @Test func `version 1 is read from its block of 32 bits`() throws {
    let rules = try TimeZoneFile.parse(Self.file(), name: "made up")
    #expect(rules.offset(at: Instant(microseconds: 99_000_000)) == -3600)
    #expect(rules.offset(at: Instant(microseconds: 100_000_000)) == 7200)
    #expect(rules.name == "made up")
  }

  @Test(arguments: [
    ("not a zone file", 0, UInt8(0x55)), ("unknown version", 4, 0x35),
    ("no types", 39, 0), ("more types than bytes", 36, 0xFF), ("leap seconds", 31, 1),
    ("a type that is not there", 48, 7), ("an offset of weeks", 49, 0x10),
    ("a flag that is none", 53, 2), ("a designation that is not there", 54, 9),
    ("flags without types", 23, 1),
  ])
  func `a damaged file is refused`(name: String, place: Int, byte: UInt8) {
    var bytes = Self.file()
    bytes[place] = byte
    let error = #expect(throws: TimeZoneFileError.self) {
      try TimeZoneFile.parse(bytes, name: name)
    }
    #expect(error?.what.contains(name) == true)
  }

  @Test func `transitions must follow each other, and both headers agree`() throws {
    for (first, second, ordered): (UInt8, UInt8, Bool) in [
      (99, 100, true), (100, 100, false), (101, 100, false),
    ] {
      var bytes = Self.file()
      bytes[35] = 2
      bytes.replaceSubrange(44..<49, with: [0, 0, 0, first, 0, 0, 0, second, 0, 1])
      #expect(((try? TimeZoneFile.parse(bytes, name: "order")) != nil) == ordered)
    }
    let mixed =
      Self.file(version: 0x32) + Self.file(version: 0x33, wide: true) + Array("\n\n".utf8)
    #expect(throws: TimeZoneFileError.self) { try TimeZoneFile.parse(mixed, name: "mixed") }
  }

  @Test func `a file cut short anywhere is refused`() throws {
    for files in [Self.file(), Self.secondVersion(footer: "UTC0")] {
      for count in 0..<files.count {
        #expect(throws: TimeZoneFileError.self, "cut at \(count)") {
          try TimeZoneFile.parse(Array(files[..<count]), name: "cut")
        }
      }
    }
  }

  @Test func `the footer is read, may be empty and must be a rule`() throws {
    let far = try Instant(rfc3339: "2026-07-01T00:00:00Z")
    let ruled = try TimeZoneFile.parse(Self.secondVersion(footer: "AAA-3"), name: "ruled")
    #expect(ruled.offset(at: far) == 10_800)
    let plain = try TimeZoneFile.parse(Self.secondVersion(footer: ""), name: "plain")
    #expect(plain.offset(at: far) == 7200)
    #expect(throws: TimeZoneFileError.self) {
      try TimeZoneFile.parse(Self.secondVersion(footer: "nonsense!"), name: "bad")
    }
  }

  @Test func `mutated files never break the reader`() throws {
    let seed: UInt64 = 0x7A1F
    var state = seed
    func random(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
    var originals = [Self.file(), Self.secondVersion(footer: "CET-1CEST,M3.5.0,M10.5.0/3")]
    for zone in ["Asia/Kathmandu", "Pacific/Apia", "Europe/Berlin"] where Self.hasZones {
      originals.append(try Self.bytes(zone))
    }
    var taken = 0
    for round in 0..<20_000 {
      var bytes = originals[round % originals.count]
      for _ in 0...random(4) {
        // Half of the changes hit the headers or the footer, where they hurt.
        let place =
          switch random(4) {
          case 0: random(50)
          case 1: bytes.count - 1 - random(40)
          default: random(bytes.count)
          }
        bytes[place] = UInt8(random(256))
      }
      if random(4) == 0 { bytes.removeLast(random(bytes.count)) }
      guard let rules = try? TimeZoneFile.parse(bytes, name: "mutated") else { continue }
      taken += 1
      let date = CivilDate(dayNumber: random(3_600_000) - 719_162)
      let start = rules.startOfDay(date)
      #expect(
        rules.civilDate(at: start) >= date || date == .latest, "seed \(seed), round \(round)")
    }
    #expect(taken > 100)
  }
}

extension TimeZoneFileTests {
  /// A file of version 1 with one transition, at the second 100 from −1 hour to +2 hours.
  static func file(version: UInt8 = 0, wide: Bool = false) -> [UInt8] {
    var bytes = Array("TZif".utf8) + [version] + Array(repeating: 0, count: 15)
    for count: UInt8 in [0, 0, 0, 1, 2, 8] { bytes += [0, 0, 0, count] }
    bytes += Array(repeating: 0, count: wide ? 7 : 3) + [100]
    bytes += [1]
    bytes += [0xFF, 0xFF, 0xF1, 0xF0, 0, 0]
    bytes += [0, 0, 0x1C, 0x20, 1, 4]
    return bytes + Array("AAA\0BBB\0".utf8)
  }

  static func secondVersion(footer: String) -> [UInt8] {
    file(version: 0x32) + file(version: 0x32, wide: true) + Array("\n\(footer)\n".utf8)
  }

  /// Returns the lines that zdump prints of a zone, without the ones for the ends of time.
  static func dump(_ zone: String) throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: zdump ?? "")
    process.arguments = ["-v", "-c", "\(years.lowerBound),\(years.upperBound)", zone]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.contains("gmtoff=") && !$0.contains("NULL") }
  }

  /// Returns the second and the offset of a line such as
  /// `Europe/Berlin  Sun Mar 30 01:00:00 2025 UT = … gmtoff=7200`.
  static func fields(of line: String) -> (second: Int, offset: Int)? {
    let fields = line.split(separator: " ")
    let months = "JanFebMarAprMayJunJulAugSepOctNovDec"
    guard
      fields.count > 6, let offset = fields.last.flatMap({ Int($0.dropFirst(7)) }),
      let name = months.range(of: fields[2]), let day = Int(fields[3]), let year = Int(fields[5]),
      let date = try? CivilDate(
        year: year, month: months.distance(from: months.startIndex, to: name.lowerBound) / 3 + 1,
        day: day)
    else { return nil }
    let clock = fields[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return (date.dayNumber * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2], offset)
  }
}
