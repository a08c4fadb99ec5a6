import Augury
import TestSupport

extension SampleRecord {
  /// The sample records: what a page may come upon, from one call to hundreds.
  static let all: [SampleRecord] = few + nothingScored + larger + odd

  private static func hit(_ chance: Double = 0.8, _ change: (inout SampleRow) -> Void = { _ in })
    -> SampleRow
  {
    var row = SampleRow(chance: .number(chance), result: .happened("2026-05-01"))
    change(&row)
    return row
  }

  private static func miss(_ chance: Double = 0.8, _ change: (inout SampleRow) -> Void = { _ in })
    -> SampleRow
  {
    var row = SampleRow(chance: .number(chance))
    change(&row)
    return row
  }

  private static func rows(
    _ count: Int, _ row: SampleRow = miss(), _ change: (inout SampleRow, Int) -> Void = { _, _ in }
  ) -> [SampleRow] {
    (0..<count).map { place in
      var row = row
      change(&row, place)
      return row
    }
  }

  // MARK: So few that their outcomes are all there is to tell

  private static let few = [
    SampleRecord(name: "one call", rows: [hit()]),
    SampleRecord(name: "one miss", rows: [miss()]),
    SampleRecord(
      name: "one of many",
      rows: [hit()] + rows(11) { row, _ in (row.deadline, row.result) = ("2027-06-30", .open) }),
    SampleRecord(name: "two of two", rows: [hit(), hit(0.6)]),
    SampleRecord(name: "three of three", rows: [hit(), hit(0.7), hit(0.9)]),
    SampleRecord(name: "none of three", rows: rows(3)),
    SampleRecord(
      name: "two of four, both ways and one at 50 %", rows: [hit(), miss(0.1), miss(0.7), hit(0.5)]),
    SampleRecord(
      name: "an election with three candidates",
      rows: [
        SampleRow(
          chance: .options(["Ames": 0.5, "Bond": 0.3, "Cole": 0.2]), result: .option("Ames"))
      ]),
  ]

  // MARK: Nothing that could be scored

  private static let nothingScored = [
    SampleRecord(name: "hedges only", rows: rows(4) { row, _ in row.chance = .hedge }),
    SampleRecord(name: "all disputed", rows: rows(12) { row, _ in row.result = .ambiguous }),
    SampleRecord(
      name: "no deadlines",
      rows: rows(7) { row, _ in (row.deadline, row.result) = (nil, .open) }),
    SampleRecord(
      name: "sooner or later",
      rows: rows(2) { row, _ in
        (row.chance, row.isUnfalsifiable, row.result) = (.words(0.9, 1), true, .open)
      }),
    SampleRecord(
      name: "all found afterwards",
      rows: rows(30, hit()) { row, _ in row.captured = "2026-09-01" }),
    SampleRecord(
      name: "said when it was known",
      rows: rows(15, hit(0.99)) { row, _ in row.said = "2026-05-20" }),
    SampleRecord(
      name: "nothing due yet",
      rows: rows(9) { row, _ in (row.deadline, row.result) = ("2027-03-31", .open) }),
    SampleRecord(
      name: "came true early",
      rows: rows(5) { row, place in
        row.deadline = "2027-03-31"
        row.result = place < 2 ? .happened("2026-05-01") : .open
      }),
    SampleRecord(
      name: "one that came true early", rows: [hit { $0.deadline = "2027-03-31" }]),
    SampleRecord(
      name: "all withdrawn", rows: rows(6) { row, _ in row.withdrawn = "2026-02-01" }),
    SampleRecord(
      name: "numbers only", rows: rows(8) { row, _ in row.chance = .quantiles }),
    SampleRecord(
      name: "due, and nobody has looked", rows: rows(2) { row, _ in row.result = .open }),
    SampleRecord(
      name: "every reason",
      rows: [
        miss { $0.withdrawn = "2026-02-01" }, miss { $0.chance = .hedge },
        miss { $0.chance = .none },
        miss { $0.chance = .quantiles }, miss { $0.isUnfalsifiable = true },
        miss { ($0.deadline, $0.result) = (nil, .open) }, hit { $0.said = "2026-05-20" },
        hit { $0.captured = "2026-05-20" },
        miss { ($0.deadline, $0.result) = ("2027-01-01", .open) },
        miss { $0.result = .open }, miss { $0.result = .ambiguous }, miss { $0.result = .annulled },
        miss { $0.result = .annulled },
      ]),
  ]

  // MARK: Records of some size

  /// Questions of their own events, said over two years, beside a baseline.
  private static func long(
    _ count: Int, baseline: Double? = 0.5, _ chance: (Int) -> (chance: Double, happens: Bool)
  ) -> [SampleRow] {
    rows(count) { row, place in
      let (value, happens) = chance(place)
      row.chance = .number(value)
      row.result = happens ? .happened("2026-05-01") : .not
      row.baseline = baseline
      row.said = "202\(4 + place % 2)-\(place % 3 == 0 ? "02" : "11")-15"
    }
  }

  private static func drawn(
    _ count: Int, seed: UInt64, baseline: Double? = 0.5, says: (Double) -> Double
  ) -> [SampleRow] {
    var random = TestSupport.SplitMix64(seed: seed)
    let truths = (0..<count).map { _ in
      (Double.random(in: 0.05...0.95, using: &random), Double.random(in: 0..<1, using: &random))
    }
    return long(count, baseline: baseline) { place in
      let (chance, draw) = truths[place]
      let said = (says(chance) * 20).rounded() / 20
      return (min(max(said, 0.02), 0.98), draw < chance)
    }
  }

  private static let larger = [
    SampleRecord(
      name: "200 at 50 %, by a coin",
      rows: long(200) { (0.5, $0 % 2 == 0) }),
    SampleRecord(
      name: "200 at 80 % on what a coin decides",
      rows: {
        var random = TestSupport.SplitMix64(seed: 7)
        let coins = (0..<200).map { _ in Bool.random(using: &random) }
        return long(200) { (0.8, coins[$0]) }
      }()),
    SampleRecord(name: "a calibrated source", rows: drawn(120, seed: 3) { $0 }),
    SampleRecord(
      name: "an overconfident source",
      rows: drawn(120, seed: 5) { 0.5 + ($0 - 0.5) * 2.2 }),
    SampleRecord(
      name: "better, with strong evidence",
      rows: long(60) { ($0 % 10 < 9 ? 0.85 : 0.8, $0 % 10 < 9) }),
    SampleRecord(name: "worse", rows: long(60) { (0.85, $0 % 10 < 3) }),
    SampleRecord(
      name: "as good as its reference", rows: long(23, baseline: 0.72) { (0.7, $0 % 10 < 7) }),
    SampleRecord(
      name: "somewhat closer, twelve times", rows: long(12, baseline: 0.6) { (0.8, $0 % 4 < 3) }),
    SampleRecord(
      name: "somewhat further off, twelve times",
      rows: long(12, baseline: 0.6) { (0.4, $0 % 4 < 3) }),
    SampleRecord(name: "no reference", rows: long(14, baseline: nil) { (0.75, $0 % 4 < 3) }),
  ]

  // MARK: Odd ones

  private static let odd = [
    SampleRecord(
      name: "one war, forty columns",
      rows: long(40) { (0.9, $0 % 8 < 7) }.map { row in
        var row = row
        row.event = "the war"
        return row
      }),
    SampleRecord(
      name: "forty columns on six events",
      rows: long(40) { (0.9, $0 % 8 < 7) }.enumerated().map { place, row in
        var row = row
        row.event = "event \(place % 6)"
        return row
      }),
    SampleRecord(
      name: "words only",
      rows: long(10) { (0.7, $0 % 5 < 3) }.enumerated().map { place, row in
        var row = row
        row.chance = place % 2 == 0 ? .words(0.6, 0.9) : .words(0.75, 0.95)
        return row
      }),
    SampleRecord(
      name: "0 and 1, and one wrong",
      rows: long(11) { ($0 % 2 == 0 ? 1 : 0, $0 % 2 == 0 || $0 == 5) }),
    SampleRecord(
      name: "only some compared",
      rows: long(9, baseline: 0.4) { (0.7, $0 % 3 > 0) }
        + long(6, baseline: nil) { (0.7, $0 % 2 == 0) }),
    SampleRecord(
      name: "hardly any compared",
      rows: long(2, baseline: 0.4) { _ in (0.7, true) }
        + long(6, baseline: nil) { (0.7, $0 % 2 == 0) }),
    SampleRecord(
      name: "one claim repeated, and some without a date", source: "N.",
      rows: rows(5, hit()) { row, place in
        row.said = "2026-0\(place % 3 + 1)-10"
        row.question = "one"
      }
        + rows(2, hit(0.7)) { row, place in (row.said, row.captured) = (nil, "2026-01-03") }),
    SampleRecord(
      name: "a late-comer who says what all say by then",
      rows: long(30, baseline: 0.97) { _ in (0.98, true) }),
    SampleRecord(
      name: "better by words whose meaning decides it",
      rows: long(60) { (0.7, $0 % 10 < 9) }.map { row in
        var row = row
        row.chance = .words(0.4, 1)
        return row
      }),
    SampleRecord(
      name: "found afterwards, and counted all the same",
      rows: rows(4, hit()) { row, place in row.captured = place > 0 ? "2026-09-01" : nil },
      grade: .afterwards),
    SampleRecord(
      name: "two from one year",
      rows: [
        hit { $0.said = "2025-01-20" },
        miss { ($0.said, $0.chance) = ("2025-12-02", .number(0.2)) },
      ]),
    SampleRecord(
      name: "a disputed third",
      rows: long(40) { (0.8, $0 % 8 < 7) }
        + rows(20) { row, _ in (row.result, row.baseline) = (.ambiguous, 0.5) }),
  ]
}
