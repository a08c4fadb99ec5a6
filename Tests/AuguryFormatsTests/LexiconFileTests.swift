import Augury
import Lexicons
import TestSupport
import Testing

@testable import AuguryFormats

/// Lexicons as files.
@Suite struct LexiconFileTests {
  private static let head = """
    "format": "augury-lexicon/1", "id": "desk", "title": "Desk", "kind": "official",
    "citation": "The desk's style book.", "version": "2026.1", "licence": "own"
    """

  private static func read(_ rows: String, head: String = head) throws(LexiconFileError) -> Lexicon
  {
    try LexiconFile.read(Array("{\(head), \"rows\": [\(rows)]}".utf8))
  }

  @Test(arguments: Lexicon.builtIn)
  func `a built-in table survives being written and read`(lexicon: Lexicon) throws {
    #expect(try LexiconFile.read(Array(LexiconFile.text(of: lexicon).utf8)) == lexicon)
  }

  @Test func `a table of one's own is read by`() throws {
    let lexicon = try Self.read(
      """
      {"phrases": ["on the cards", "could"], "low": 0.4, "high": 0.5, "high_open": true},
      {"phrases": ["likely"], "low": 0.7, "high": 0.9}
      """)
    let reader = ChanceReader(own: lexicon)
    let reading = try #require(reader.reading(of: "Rain is on the cards."))
    #expect(reading.low == 0.4 && reading.high == 0.5 && reading.meaning?.highIsOpen == true)
    #expect(reading.table == LexiconReference(id: "desk", version: "2026.1"))
    #expect(reader.phrase("very likely")?.low == 0.85)
    let hedge = try #require(reader.phrase("could"))
    #expect(hedge.kind == .hedge && hedge.meaning != nil && !hedge.isForecast)
  }

  @Test(arguments: [
    (#"{"phrases": ["likely"], "low": 55, "high": 80}"#, "“low”, which is no fraction of 1"),
    (#"{"phrases": ["likely"], "low": 0.8, "high": 0.5}"#, "do not ascend"),
    (#"{"phrases": ["x"], "low": 0.5, "low_open": true, "high": 0.5}"#, "do not ascend"),
    (#"{"phrases": ["likely"], "low": 0.5}"#, "“high”"),
    (#"{"phrases": ["likely"], "low": "0.5", "high": 0.8}"#, "“low”"),
    (#"{"phrases": [], "low": 0.5, "high": 0.8}"#, "“phrases”"),
    (#"{"phrases": ["Very  likely"], "low": 0.5, "high": 0.8}"#, "“Very  likely”"),
    (#"{"phrases": ["50 %"], "low": 0.5, "high": 0.5}"#, "“50 %”"),
    (#"{"phrases": ["a", "a"], "low": 0.5, "high": 0.8}"#, "stands twice"),
    (#"{"phrases": ["a"], "low": 0.5, "high": 0.8, "mid": 1}"#, "unknown member “mid”"),
    (#"{"phrases": ["a"], "count": 3, "mean": 0.5, "sd": 0.1}"#, "“low”"),
    (#"7"#, "Row 1"), ("", "“rows”"), ("{", "not JSON"),
  ])
  func `a fault in a row is named`(row: String, words: String) throws {
    let error = #expect(throws: LexiconFileError.self) { try Self.read(row) }
    let fault = try #require(error)
    #expect(fault.what.contains(words), "\(fault.what)")
    #expect(fault.kind == .invalid && !fault.remedy.isEmpty)
  }

  @Test(arguments: [
    (#""augury-lexicon/1""#, #""augury-lexicon/9""#, "“augury-lexicon/9”"),
    (#""desk""#, #""My Desk""#, "“My Desk”"), (#""official""#, #""vague""#, "“kind”"),
    (#""title": "Desk""#, #""title": """#, "“title”"),
    (#""version""#, #""edition""#, "“version”"),
  ])
  func `a fault in the head is named`(part: String, other: String, words: String) throws {
    let pieces = Self.head.split(separator: part, maxSplits: 1)
    let head = pieces.joined(separator: other)
    let row = #"{"phrases": ["likely"], "low": 0.5, "high": 0.8}"#
    let error = #expect(throws: LexiconFileError.self) { try Self.read(row, head: head) }
    #expect(error?.what.contains(words) == true, "\(error?.what ?? "")")
  }

  @Test func `answers must rise and be counted`() throws {
    let head = #"""
      "format": "augury-lexicon/1", "id": "s", "title": "S", "kind": "survey",
      "citation": "c", "version": "1.1", "licence": "own"
      """#
    let row = #"""
      {"phrases": ["likely"], "count": 3, "mean": 0.7, "sd": 0.1, "q05": 0.5, "q10": 0.5,
       "q25": 0.6, "q50": 0.7, "q75": 0.8, "q90": 0.9, "q95": 0.9}
      """#
    #expect(try Self.read(row, head: head).rows.count == 1)
    for (part, other) in [("\"q75\": 0.8", "\"q75\": 0.2"), ("\"count\": 3", "\"count\": 0")] {
      let wrong = row.split(separator: part, maxSplits: 1).joined(separator: other)
      #expect(throws: LexiconFileError.self) { try Self.read(wrong, head: head) }
    }
  }

  @Test func `random bytes and cut files are refused, never a crash`() {
    let whole = Array(LexiconFile.text(of: .icd203).utf8)
    for end in stride(from: 0, to: whole.count - 2, by: 7) {
      #expect(throws: LexiconFileError.self) { try LexiconFile.read(Array(whole[..<end])) }
    }
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      var bytes = whole
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      _ = try? LexiconFile.read(bytes)
    }
  }
}
