import Lexicons
import TestSupport
import Testing

/// The promise that Docs/Wording.md has every table and every rule.
@Suite struct WordingPageTests {
  @Test func `the page has every table with its version and every row with its figures`() throws {
    let page = try PackageRoot.text(of: "Docs/Wording.md")
    for lexicon in Lexicon.builtIn {
      let marker = "`\(lexicon.id)`, version \(lexicon.version)."
      let section = try #require(page.section(after: marker), "\(marker)")
      for row in lexicon.rows {
        let line = "| \(row.phrases.joined(separator: ", ")) | \(Self.figures(row.meaning))"
        #expect(section.contains(line), "\(lexicon.id): \(line)")
      }
    }
  }

  @Test func `the page has every rule`() throws {
    let page = try PackageRoot.text(of: "Docs/Wording.md")
    let path = "Sources/Augury/Wording/Chance/ChanceReading.swift"
    let rules = try PackageRoot.text(of: path).matches(of: /"(chance\.[a-z-]+)"/)
    #expect(rules.count > 20)
    for rule in rules { #expect(page.contains("`\(rule.1)`"), "\(rule.1)") }
  }

  private static func figures(_ meaning: LexiconMeaning) -> String {
    switch meaning {
    case .range(let range) where range.low == range.high: "\(percent(range.low)) |"
    case .range(let range):
      (range.lowIsOpen ? ">" : "") + percent(range.low) + "–" + (range.highIsOpen ? "<" : "")
        + percent(range.high) + " |"
    case .answers(let answers): "\(answers.count) |"
    }
  }

  private static func percent(_ fraction: Double) -> String {
    String(Int((fraction * 100).rounded()))
  }
}

extension String {
  /// The text behind a marker, up to the next headline.
  fileprivate func section(after marker: String) -> Substring? {
    let parts = split(separator: marker, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count < 2 ? nil : parts[1].split(separator: "\n#", maxSplits: 1).first
  }
}
