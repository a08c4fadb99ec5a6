import AuguryFormats
import Foundation
import TestSupport
import Testing

struct CSVReaderTests {
  private func rows(_ bytes: [UInt8]) throws -> [[String]] {
    var reader = try CSVReader(bytes)
    var row = CSVRow()
    var rows: [[String]] = []
    while try reader.nextRow(into: &row) { rows.append((0..<row.count).map(row.string)) }
    return rows
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  @Test(
    arguments: [
      ("", []), ("\n\r\n\r", []), ("a", [["a"]]), ("a\n", [["a"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a\rb\nc\r\n\nd", [["a"], ["b"], ["c"], ["d"]]), (",", [["", ""]]),
      (",\n,", [["", ""], ["", ""]]),
      ("\"\"", [[""]]), ("\"\"\n\"\"", [[""], [""]]), ("a,\"b\r\nc\",d", [["a", "b\r\nc", "d"]]),
      ("\"a\"\"b\",\"\"\"\"", [["a\"b", "\""]]), ("a,\"b\"", [["a", "b"]]),
      ("\"a\",", [["a", ""]]),
      ("\u{FEFF}a,b", [["a", "b"]]), ("\u{FEFF}\"a,b\"", [["a,b"]]),
      (" a ,\tb\u{B}", [[" a ", "\tb\u{B}"]]),
      ("'a', b\u{85}\u{2028}", [["'a'", " b\u{85}\u{2028}"]]),
    ] as [(String, [[String]])])
  func `rows and fields are told apart as RFC 4180 says`(text: String, expected: [[String]]) throws
  {
    #expect(try rows(text) == expected)
  }

  @Test func `fields of every length are read at every offset`() throws {
    for length in 0...40 {
      for filler in ["x", "é", "\t", "日"] {
        let field = String(repeating: filler, count: length)
        let text = "a,\(field),\"\(field)\",\"\"\"\(field)\",\(field)\r\nb,\(field)"
        let first = ["a", field, field, "\"" + field, field]
        #expect(try rows(text) == [first, ["b", field]])
      }
    }
  }

  @Test(arguments: ["empty", "escaped_quotes", "quotes_and_newlines", "simple"])
  func `the csv-spectrum files are read as their JSON says`(name: String) throws {
    guard let csv = ReferenceData.url("vectors/integrity/csv/\(name).csv"),
      let json = ReferenceData.url("vectors/integrity/csv/\(name).json")
    else { return ReferenceData.skip("the csv-spectrum file \(name) is read as its JSON says") }
    let expected = try JSONDecoder().decode([[String: String]].self, from: Data(contentsOf: json))
    let records = try rows(Array(Data(contentsOf: csv)))
    let header = try #require(records.first)
    let read = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    #expect(read == expected)
  }

  // The file has 36'37.8" without quotes around the field, which RFC 4180 does not allow, and its
  // JSON has another telephone number than the file.
  @Test func `the csv-spectrum file with bare quotes is refused where the first one stands`() throws
  {
    guard let csv = ReferenceData.url("vectors/integrity/csv/location_coordinates.csv") else {
      return ReferenceData.skip("the csv-spectrum file with bare quotes is refused")
    }
    let place = CSVPlace(line: 2, column: 24)
    #expect(throws: CSVError.bareQuote(place)) { try rows(Array(Data(contentsOf: csv))) }
  }

  @Test func `a row knows where it and its fields start`() throws {
    var reader = try CSVReader(Array("\u{FEFF}h\n\n\"a\r\nb\",\"c\rd\"\"\",é,f\ng,h".utf8))
    var row = CSVRow()
    #expect(try reader.nextRow(into: &row) && row.line == 1 && row.column(0) == 1)
    #expect(try reader.nextRow(into: &row) && row.line == 3)
    let places = (0..<row.count).map(row.place)
    #expect(places.map(\.line) == [3, 4, 5, 5])
    #expect(places.map(\.column) == [1, 4, 6, 9])
    #expect(row.line(1) == 4 && row.bytes(1).elementsEqual("c\rd\"".utf8))
    #expect(row.withBytes(3) { $0.count } == 1 && !row.isEmpty(3))
    #expect(try reader.nextRow(into: &row) && row.line == 6 && row.column(1) == 3)
    #expect(try !reader.nextRow(into: &row) && row.count == 0)
    #expect(try !reader.nextRow(into: &row))
  }

  @Test func `a header gives its columns by trimmed names in lower case`() throws {
    var reader = try CSVReader(Array(" Text ,\"PROBABILITY\",Ärger\u{A0}\na,b,c\n".utf8))
    let header = try CSVHeader(reading: &reader)
    #expect(header.names == ["text", "probability", "ärger"])
    #expect(header["probability"] == 1 && header["Text"] == nil && header["other"] == nil)
    var row = CSVRow()
    #expect(try reader.nextRow(into: &row) && row.count == 3)
  }

  @Test func `a row of many fields after short ones and before them is read whole`() throws {
    let long = (0..<9_999).map(String.init)
    let text = "a,b\n" + long.joined(separator: ",") + "\nc\n"
    #expect(try rows(text) == [["a", "b"], long, ["c"]])
  }

  @Test func `random bytes are read or refused, and never more than they are`() throws {
    let seed: UInt64 = 0x5EED
    var random = SplitMix64(seed: seed)
    let nasty =
      Array("\"\"\",,\n\r\r\n\0ab é\u{FEFF}\u{1F600}=\u{80}".utf8) + [0xFF, 0xC3, 0xED, 0xA0]
    for round in 0..<50_000 {
      let isWild = round % 4 == 0
      let bytes = (0..<Int(random.next() % 48)).map { _ in
        isWild
          ? UInt8(truncatingIfNeeded: random.next())
          : nasty[Int(random.next() % UInt64(nasty.count))]
      }
      guard let read = try? rows(bytes) else { continue }
      let size = read.joined().reduce(0) { $0 + $1.utf8.count }
      let isText = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
      if size > bytes.count || !isText {
        Issue.record("seed \(seed), round \(round): \(bytes)")
      }
    }
  }
}
