import Augury
import AuguryRendering
import Foundation
import TestSupport
import Testing

/// The first thing that a page says of a source: true, plain, and no more than its record supports.
struct OpeningSentenceTests {
  private static let path = "Docs/OpeningSentences.md"

  @Test(arguments: SampleRecord.all.map(\.name))
  func `the sentence says what a plain count of the rows gives`(name: String) throws {
    let record = try #require(SampleRecord.all.first { $0.name == name })
    let sentence = SourcePageWords(try record.page).opening
    let plain = try PlainOpening(PlainRecord(record)).text
    #expect(sentence == plain)
    try holdsToTheLaws(sentence, record)
  }

  @Test func `the same holds for random records`() throws {
    for seed in UInt64(0)..<600 {
      var random = TestSupport.SplitMix64(seed: seed)
      let record = SampleRecord.random(using: &random)
      let sentence = SourcePageWords(try record.page).opening
      let plain = try PlainOpening(PlainRecord(record)).text
      #expect(sentence == plain, "seed \(seed): \(sentence) – \(plain)")
      try holdsToTheLaws(sentence, record)
    }
  }

  @Test func `the counts of the strip add up to what is recorded`() throws {
    for record in SampleRecord.all {
      let strip = SourcePageWords(try record.page).strip
      let total = try #require(strip.first)
      #expect(total.label == "recorded" && total.count == record.rows.count)
      #expect(total.count == strip.dropFirst().reduce(0) { $0 + $1.count }, "\(record.name)")
    }
  }

  @Test func `every sample record with its sentence is in Docs`() throws {
    var page = try PackageRoot.text(of: OpeningSentenceTests.path)
    let start = try #require(page.range(of: "| Record | Opening sentence |\n| --- | --- |\n"))
    let rows = try SampleRecord.all.map { record in
      "| \(record.name) | \(SourcePageWords(try record.page).opening) |\n"
    }
    let expected = page[..<start.upperBound] + rows.joined()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      page = String(expected)
      try page.write(
        to: PackageRoot.file(OpeningSentenceTests.path), atomically: true, encoding: .utf8)
    }
    #expect(page == expected, "record it anew with RECORD=1")
  }

  private func holdsToTheLaws(_ sentence: String, _ record: SampleRecord) throws {
    let plain = try PlainRecord(record)
    #expect(sentence.hasSuffix(".") && !sentence.hasSuffix(".."), "\(sentence)")
    #expect(sentence.split(separator: " ").count <= 60, "\(sentence)")
    for wrong in [" 1 predictions", "one predictions", "  ", "one are", "one have", "nan", "inf"] {
      #expect(!sentence.contains(wrong), "\(sentence)")
    }
    // Every number is a count or a figure of the rows, a year, or a mark of the scale.
    let counts = [record.rows.count, plain.compared.count, plain.events, plain.scored.count]
    let drawn = Set(plain.fates.map { plain.count($0) })
    let others = record.rows.count - (drawn.max() ?? 0)
    var allowed: Set<String> = ["0", "50", "0.25"]
    for count in counts + drawn { allowed.insert("\(count)") }
    for row in record.rows { allowed.insert(String((row.said ?? "2026").prefix(4))) }
    if !plain.scored.isEmpty { allowed.insert(String(format: "%.2f", plain.brier)) }
    for number in sentence.matches(of: /[0-9]+(\.[0-9]+)?/) {
      let isRest = plain.scored.isEmpty && (Int(number.output.0) ?? .max) <= others
      #expect(
        allowed.contains(String(number.output.0)) || isRest, "\(number.output.0) in: \(sentence)")
    }
    // A comparison has its evidence or its caveat, and a verdict nothing but evidence.
    let found = max(plain.evidence.better, plain.evidence.worse) >= 20
    let isEnough = plain.compared.count >= 20 && plain.events >= 10
    for word in ["more ", "less ", "better", "worse", "closer", "further"]
    where sentence.contains(word) {
      #expect(sentence.contains("luck"), "\(sentence)")
    }
    if sentence.contains("more accurate") || sentence.contains("less accurate") {
      #expect(found && isEnough, "\(sentence)")
    }
    if plain.compared.count < 5 || plain.events < 5 {
      #expect(!sentence.contains("than the reference"), "\(sentence)")
    }
  }
}

extension SampleRecord {
  /// A record of up to 60 rows of every sort.
  static func random(using random: inout TestSupport.SplitMix64) -> SampleRecord {
    let events = Int.random(in: 1...30, using: &random)
    let isPlain = Bool.random(using: &random)
    let skill = Double.random(in: -1...1, using: &random)
    let rows = (0..<Int.random(in: 1...60, using: &random)).map { place -> SampleRow in
      var row = SampleRow()
      let happens = Bool.random(using: &random)
      row.result = happens ? .happened("2026-05-01") : .not
      let lean = 0.5 + (happens ? 0.4 : -0.4) * skill
      row.chance = .number((lean * 20).rounded() / 20)
      if Int.random(in: 0..<4, using: &random) == 0 { row.chance = .words(0.55, 0.8) }
      row.baseline = Int.random(in: 0..<4, using: &random) == 0 ? nil : 0.5
      row.event = Bool.random(using: &random) ? "event \(place % events)" : nil
      row.isNegated = Int.random(in: 0..<5, using: &random) == 0
      row.said = ["2024-11-03", "2025-02-28", "2026-01-10"].randomElement(using: &random)
      guard !isPlain else { return row }
      switch Int.random(in: 0..<16, using: &random) {
      case 0: row.chance = .hedge
      case 1: row.chance = .none
      case 2: row.chance = .quantiles
      case 3: row.isUnfalsifiable = true
      case 4: (row.deadline, row.result) = (nil, .open)
      case 5: (row.deadline, row.result) = ("2027-05-01", .open)
      case 6: row.deadline = "2027-05-01"
      case 7: row.result = .open
      case 8: row.result = .ambiguous
      case 9: row.result = .annulled
      case 10: row.withdrawn = "2026-02-01"
      case 11: row.captured = "2026-08-01"
      case 12: row.said = "2026-08-01"
      case 13: (row.said, row.captured) = (nil, "2025-01-01")
      default: break
      }
      return row
    }
    return SampleRecord(name: "random", source: "Ada Bell", rows: rows)
  }
}
