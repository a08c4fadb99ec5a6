import Augury
import AuguryFormats
import Testing

struct CSVErrorTests {
  private func error(in bytes: [UInt8], limits: CSVLimits = .standard) -> CSVError? {
    do throws(CSVError) {
      var reader = try CSVReader(bytes, limits: limits)
      _ = try CSVHeader(reading: &reader)
      var row = CSVRow()
      while try reader.nextRow(into: &row) {}
      return nil
    } catch {
      return error
    }
  }

  private static func at(_ line: Int, _ column: Int) -> CSVPlace {
    CSVPlace(line: line, column: column)
  }

  @Test(arguments: [
    ("a,b\n1,\"x\n2,3\n", CSVError.unclosedQuote(at(2, 3))), ("\"", .unclosedQuote(at(1, 1))),
    ("a\n\"\"\"", .unclosedQuote(at(2, 1))),
    ("a,b\r\n\"1\r\n2\"x,3", .textAfterQuote(at(3, 3), opened: at(2, 1))),
    ("a\r\"1\" ", .textAfterQuote(at(2, 4), opened: at(2, 1))),
    ("a,b\n1,x\"y", .bareQuote(at(2, 4))), ("a,b\n1, \"y\"", .bareQuote(at(2, 4))),
    ("a,b\né,x\"", .bareQuote(at(2, 5))), ("a,b\n1,x\0", .nulByte(at(2, 4))),
    ("a,b\n\"\n\0\",x", .nulByte(at(3, 1))), ("\0", .nulByte(at(1, 1))),
    ("a,b\n1\n", .raggedRow(at(2, 2), found: 1, expected: 2)),
    ("a,b\n\n1,2,3,4\n", .raggedRow(at(3, 5), found: 4, expected: 2)),
    ("a,b\n\"1\n1\",\"2\r\r\",3", .raggedRow(at(5, 3), found: 3, expected: 2)),
    ("a,b\n\"1\n1\"", .raggedRow(at(3, 3), found: 1, expected: 2)),
    ("", .noHeader(at(1, 1))), ("\u{FEFF}", .noHeader(at(1, 1))), ("\n\r\n\r", .noHeader(at(4, 1))),
    ("a, ,b\n", .emptyName(at(1, 3), field: 2)), ("a,b,", .emptyName(at(1, 5), field: 3)),
    ("text,\"p\n\", Text\n", .duplicateName(at(2, 3), name: "text", first: 1)),
  ])
  func `an error names its line and column`(text: String, expected: CSVError) throws {
    let found = try #require(error(in: Array(text.utf8)))
    #expect(found == expected)
    let place = found.place
    #expect(found.what.hasPrefix("Line \(place.line), column \(place.column): "))
    #expect(found.what.hasSuffix(".") && found.remedy.hasSuffix(".") && found.kind == .invalid)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x63, 0xC3], at(2, 2), 0xC3), ([0x61, 0x0A, 0xC0, 0xAF], at(2, 1), 0xC0),
      ([0xED, 0xA0, 0x80], at(1, 1), 0xED), ([0x63, 0x61, 0x66, 0xE9, 0x2C], at(1, 4), 0xE9),
      ([0x22, 0x0A, 0xFF, 0x22], at(2, 1), 0xFF), ([0xC3, 0xA9, 0xF5], at(1, 3), 0xF5),
      ([0x22, 0xE2, 0x82], at(1, 2), 0xE2), ([0x61, 0x80, 0x00], at(1, 2), 0x80),
    ] as [([UInt8], CSVPlace, UInt8)])
  func `the first byte that is not UTF-8 is named`(bytes: [UInt8], place: CSVPlace, byte: UInt8) {
    #expect(error(in: bytes) == .invalidUTF8(place, byte: byte))
  }

  @Test(
    arguments: [
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16 (little-endian)"),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16 (big-endian)"),
      ([0xFF, 0xFE, 0x00, 0x00], "UTF-32 (little-endian)"),
      ([0x00, 0x00, 0xFE, 0xFF], "UTF-32 (big-endian)"),
    ] as [([UInt8], String)])
  func `another encoding is refused by its name`(mark: [UInt8], name: String) {
    #expect(error(in: mark + [0x61, 0x00]) == .otherEncoding(name))
    #expect(error(in: mark)?.what == "Line 1, column 1: the file is \(name), not UTF-8.")
  }

  @Test func `a field and a row have limits`() {
    let limits = CSVLimits(fieldBytes: 4, fields: 3)
    let long = CSVError.fieldTooLong(Self.at(2, 3), bytes: 5, limit: 4)
    for field in ["12345", "\"12345\"", "\"1\"\"345\""] {
      for next in ["", "\n", ",x"] {
        #expect(error(in: Array("a,b,c\n1,\(field)\(next)".utf8), limits: limits) == long)
      }
    }
    #expect(error(in: Array("a,b\n1234,\"1\"\"34\"".utf8), limits: limits) == nil)
    let many = CSVError.tooManyFields(Self.at(1, 7), limit: 3)
    for row in ["1,2,3,4", "1,2,3,\"4\"", "1,2,3,4,5,6,7,8", "1,2,3,"] {
      #expect(error(in: Array(row.utf8), limits: limits) == many)
    }
    #expect(
      error(in: Array(repeating: 0x2C, count: 1 << 20))
        == .tooManyFields(
          Self.at(1, 10_001), limit: 10_000))
    let line = [UInt8](repeating: 0x61, count: 1 << 21)
    #expect(error(in: line) == .fieldTooLong(Self.at(1, 1), bytes: 1 << 21, limit: 1 << 20))
  }

  @Test func `ten million quotes are refused as one field that is never closed`() {
    let quotes = [UInt8](repeating: 0x22, count: 10_000_001)
    #expect(error(in: quotes) == .unclosedQuote(Self.at(1, 1)))
  }

  @Test func `a reader reports its error again`() throws {
    var reader = try CSVReader(Array("a\nb\"".utf8))
    var row = CSVRow()
    #expect(try reader.nextRow(into: &row))
    for _ in 0..<2 {
      #expect(throws: CSVError.bareQuote(Self.at(2, 2))) { try reader.nextRow(into: &row) }
    }
  }
}
