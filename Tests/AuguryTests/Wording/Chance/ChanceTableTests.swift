import Augury
import Lexicons
import Testing

/// The promise that every row of every table is read with its own figures.
@Suite struct ChanceTableTests {
  @Test(arguments: Lexicon.official)
  func `every phrase of an official table has its range`(lexicon: Lexicon) throws {
    let reader = ChanceReader(scale: lexicon)
    for row in lexicon.rows {
      guard case .range(let range) = row.meaning else {
        Issue.record("\(lexicon.id) holds answers")
        continue
      }
      for phrase in row.phrases {
        let reading = try #require(reader.phrase(phrase), "\(lexicon.id): \(phrase)")
        #expect(reading.kind == .verbal)
        #expect(reading.low == range.low && reading.high == range.high, "\(phrase)")
        #expect(reading.meaning?.lowIsOpen == range.lowIsOpen)
        #expect(reading.meaning?.highIsOpen == range.highIsOpen)
        #expect(reading.mean == (range.low + range.high) / 2)
        let width = range.high - range.low
        #expect(reading.variance == width * width / 12)
        #expect(reading.table == LexiconReference(lexicon))
        #expect(reading.row == row.phrases.first)
        #expect(reading.rules == ["chance.lexicon"])
      }
    }
  }

  @Test(arguments: Lexicon.surveys)
  func `every phrase of a survey has its answers`(lexicon: Lexicon) throws {
    let reader = ChanceReader(scale: lexicon)
    for row in lexicon.rows {
      guard case .answers(let answers) = row.meaning else {
        Issue.record("\(lexicon.id) holds a range")
        continue
      }
      for phrase in row.phrases {
        let reading = try #require(reader.phrase(phrase), "\(lexicon.id): \(phrase)")
        #expect(reading.low == answers.quantiles[1] && reading.high == answers.quantiles[5])
        #expect(reading.mean == answers.mean)
        #expect(reading.variance == answers.deviation * answers.deviation)
        #expect(reading.table?.id == lexicon.id && reading.row == phrase)
      }
    }
  }

  @Test func `without a scale CAPphrase decides, then Mauboussin, then the 46 readers`() throws {
    let reader = ChanceReader.standard
    let expected: [(String, String, Double, Double)] = [
      ("likely", "capphrase-2026", 0.6, 0.85), ("highly likely", "capphrase-2026", 0.75, 0.95),
      ("unlikely", "capphrase-2026", 0.05, 0.3),
      ("almost certain", "capphrase-2026", 0.9, 0.99),
      ("serious possibility", "mauboussin-2018", 0.3, 0.858),
      ("probably", "mauboussin-2018", 0.51, 0.8), ("we believe", "readers-46", 0.5, 0.85),
    ]
    for (phrase, table, low, high) in expected {
      let reading = try #require(reader.phrase(phrase))
      #expect(reading.table?.id == table, "\(phrase)")
      #expect(reading.low == low && reading.high == high, "\(phrase)")
    }
  }

  @Test func `a scale for the call comes before the source's own, and that before the house's`()
    throws
  {
    let reader = ChanceReader(scale: .nato, own: .kent1964, house: .ukPHIA)
    #expect(reader.phrase("likely")?.table?.id == "nato")
    #expect(reader.phrase("almost certain")?.table?.id == "kent-1964")
    #expect(reader.phrase("realistic possibility")?.table?.id == "uk-phia")
    #expect(reader.phrase("very good chance")?.table?.id == "capphrase-2026")
    #expect(reader.phrase("very good chance")?.isFallback == true)
    #expect(reader.phrase("likely")?.isFallback == false)
  }

  private static let desk = Lexicon(
    id: "desk", title: "Desk", kind: .official, citation: "The desk.", version: "1.1",
    licence: "own",
    rows: [LexiconRow(phrases: ["could"], meaning: .range(LexiconRange(low: 0.2, high: 0.4)))])

  @Test(
    "A hedge with a row in a chosen table shows its figures and stays a hedge",
    arguments: ["could", "could happen", "snow could fall", "it could happen in May"])
  func hedges(text: String) {
    for reader in [ChanceReader(scale: Self.desk), ChanceReader(own: Self.desk)] {
      let reading = reader.reading(of: text)
      #expect(reading?.kind == .hedge && reading?.isForecast == false, "\(text)")
      #expect(reading?.low == 0.2 && reading?.high == 0.4 && reading?.table?.id == "desk")
      #expect(reading?.rules.first == "chance.hedge")
    }
    #expect(ChanceReader.standard.reading(of: text)?.meaning == nil)
  }

  @Test("The figures of a hedge are turned where its content is denied, and it stays a hedge")
  func deniedHedges() {
    let possible = Lexicon(
      id: "desk", title: "Desk", kind: .official, citation: "The desk.", version: "1.1",
      licence: "own",
      rows: [LexiconRow(phrases: ["possible"], meaning: .range(LexiconRange(low: 0.2, high: 0.4)))])
    let reading = ChanceReader(scale: possible).reading(of: "It is possible that he won't come")
    #expect(reading?.kind == .hedge && reading?.low == 0.6 && reading?.high == 0.8)
  }

  @Test func `a hedge in a chosen survey shows its answers and stays a hedge`() {
    let reading = ChanceReader(scale: .capphrase2026).phrase("could happen")
    #expect(reading?.kind == .hedge && reading?.mean == 0.396577)
    #expect(reading?.isForecast == false)
  }
}
