import Foundation
import Lexicons
import TestSupport
import Testing

/// The tables against what they were taken from.
@Suite struct LexiconDataTests {
  @Test func `tables are named once, and phrases stand once in each`() {
    #expect(Set(Lexicon.builtIn.map(\.id)).count == 9)
    for lexicon in Lexicon.builtIn {
      let phrases = lexicon.rows.flatMap(\.phrases)
      #expect(Set(phrases).count == phrases.count, "\(lexicon.id)")
      #expect(phrases.allSatisfy { $0 == $0.lowercased() && !$0.contains("  ") })
      #expect(!lexicon.citation.isEmpty && !lexicon.version.isEmpty && !lexicon.licence.isEmpty)
      #expect(Lexicon.named(lexicon.id.uppercased())?.id == lexicon.id)
    }
    #expect(Lexicon.named("capphrase")?.id == "capphrase-2026")
    #expect(Lexicon.named("uk")?.id == "uk-phia")
    #expect(Lexicon.named("ICD 203")?.id == "icd-203")
    #expect(Lexicon.named("") == nil && Lexicon.named("x") == nil)
  }

  @Test func `every table agrees with the reference`() throws {
    guard let url = ReferenceData.url("data/verbal-probability/verbal_lexicon.json") else {
      return ReferenceData.skip("every table agrees with the reference")
    }
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
    let official = try #require(json["official"] as? [String: [String: Any]])
    let names = [
      "kent_1964": "kent-1964", "icd_203_2015": "icd-203", "ipcc_ar5_ar6": "ipcc",
      "uk_phia": "uk-phia", "nato": "nato", "efsa_2018": "efsa",
    ]
    for (key, id) in names {
      let lexicon = try #require(Lexicon.named(id))
      let rows = try #require(official[key]?["rows"] as? [[Any]])
      #expect(rows.count == lexicon.rows.flatMap(\.phrases).count, "\(id)")
      for row in rows {
        let phrase = try #require(row[0] as? String)
        guard case .range(let range) = lexicon.row(of: phrase)?.meaning else {
          Issue.record("\(id) lacks \(phrase)")
          continue
        }
        #expect(abs(range.low * 100 - ((row[1] as? NSNumber)?.doubleValue ?? -1)) < 1e-9)
        #expect(abs(range.high * 100 - ((row[2] as? NSNumber)?.doubleValue ?? -1)) < 1e-9)
      }
    }
    let surveys = try #require(json["surveys"] as? [String: [String: Any]])
    for (key, lexicon) in [
      ("capphrase_2026", Lexicon.capphrase2026), ("mauboussin_2018", .mauboussin2018),
      ("zonination_2015", .readers46),
    ] {
      let phrases = try #require(surveys[key]?["phrases"] as? [String: [String: NSNumber]])
      #expect(phrases.count == lexicon.rows.count)
      for (phrase, figures) in phrases {
        guard case .answers(let answers) = lexicon.row(of: phrase)?.meaning else {
          Issue.record("\(key) lacks \(phrase)")
          continue
        }
        #expect(answers.count == figures["n"]?.intValue)
        let names = ["mean", "sd", "q05", "q10", "q25", "median", "q75", "q90", "q95"]
        for (name, value) in zip(names, [answers.mean, answers.deviation] + answers.quantiles) {
          #expect(abs(value * 100 - (figures[name]?.doubleValue ?? -1)) < 1e-9, "\(phrase) \(name)")
        }
      }
    }
  }

  @Test(arguments: [
    ("data/verbal-probability/zonination/probly.csv", Lexicon.readers46),
    ("data/verbal-probability/hbr/probability_survey_results.csv", .mauboussin2018),
  ])
  func `a survey's figures follow from its answers`(path: String, lexicon: Lexicon) throws {
    guard let url = ReferenceData.url(path) else {
      return ReferenceData.skip("a survey's figures follow from its answers (\(lexicon.id))")
    }
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    let cells = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    for (column, name) in cells[0].enumerated() {
      let phrase = name.lowercased().replacingOccurrences(of: "_", with: " ")
      guard case .answers(let stated) = lexicon.row(of: phrase)?.meaning else {
        Issue.record("\(lexicon.id) lacks \(phrase)")
        continue
      }
      let answers = cells.dropFirst().compactMap { Double($0[column]) }.sorted()
      #expect(answers.count == stated.count, "\(phrase)")
      let mean = answers.reduce(0, +) / Double(answers.count)
      let squares = answers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(answers.count - 1)).squareRoot()
      // The tables keep four decimals of a percentage.
      #expect(abs(mean / 100 - stated.mean) < 5.1e-7, "\(phrase)")
      #expect(abs(deviation / 100 - stated.deviation) < 5.1e-7, "\(phrase)")
      for (level, quantile) in zip(LexiconAnswers.levels, stated.quantiles) {
        #expect(abs(Self.quantile(level, of: answers) / 100 - quantile) < 5.1e-7, "\(phrase)")
      }
    }
  }

  /// The quantile by linear interpolation between order statistics.
  private static func quantile(_ level: Double, of sorted: [Double]) -> Double {
    let place = level * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[below] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
