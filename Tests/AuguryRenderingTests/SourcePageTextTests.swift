import Augury
import AuguryRendering
import TestSupport
import Testing

/// The page of a source on a terminal.
struct SourcePageTextTests {
  private func sample(_ name: String) throws -> SampleRecord {
    try #require(SampleRecord.all.first { $0.name == name })
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [40, 60, 80, 132])
  func `no line is wider than the terminal or ends with spaces, whatever the record`(width: Int)
    throws
  {
    for record in SampleRecord.all {
      for style in [Styler.plain, Styler(usesColour: false, isASCII: true)] {
        for line in lines(SourcePageText(try record.page).render(width: width, style: style)) {
          #expect(TerminalText.width(line) <= width, "\(record.name): \(line)")
          #expect(!line.hasSuffix(" "), "\(record.name): \(line)")
        }
      }
    }
  }

  @Test func `the parts come in the order in which a reader needs them`() throws {
    let text = SourcePageText(try sample("an overconfident source").page).render(
      width: nil, style: .plain)
    let headings = [
      "Ada Bell (person)", "We scored all 120", "120 recorded = 120 scored", "Edge", "Calls",
      "Calibration", "Biggest misses", "Best calls", "Forecasts and outcomes", "Every prediction",
      "How to read this, and what was not counted",
    ]
    let places = headings.map { heading in lines(text).firstIndex { $0.hasPrefix(heading) } }
    #expect(
      !places.contains(nil) && places.compactMap(\.self) == places.compactMap(\.self).sorted())
  }

  @Test func `names and texts from outside cannot steer the terminal or break a line`() throws {
    var record = try sample("two of two")
    record.source = "Eve\u{1B}[2J\nroot\u{202E}"
    let page = try record.page
    let hostile = "a\u{1B}]0;x\u{7}\nb"
    let particulars = Particulars(
      forecast: "f-1", question: "q-1", text: hostile, said: hostile, quote: hostile,
      passages: [
        .init(venue: hostile, title: hostile, url: hostile, published: hostile, archived: hostile)
      ],
      outcome: hostile, evidence: [hostile])
    let texts = Dictionary(uniqueKeysWithValues: page.forecasts.map { ($0.number, particulars) })
    let text = SourcePageText(page, texts).render(width: 60, style: .plain)
    let isSafe = text.unicodeScalars.allSatisfy {
      $0 == "\n" || $0.value >= 0x20 && $0.value != 0x7F && $0 != "\u{202E}"
    }
    #expect(isSafe)
    #expect(!lines(text).contains { $0.hasPrefix("root") || $0.hasPrefix("b") })
  }

  @Test func `a page for ASCII draws its charts with ASCII`() throws {
    let page = try sample("an overconfident source").page
    let text = SourcePageText(page).render(
      width: 80, style: Styler(usesColour: false, isASCII: true))
    #expect(!text.contains { "─━┼╋●│└░·▁▂▃▄▅▆▇█✓✗○◐•".contains($0) })
    #expect(text.contains("=o=") && text.contains("o--"))
  }

  @Test func `a figure stands in its range on an axis with zero in the middle`() {
    let bar = RangeBar(holding: [-0.05, 0.02, 0.09], width: 41)
    #expect(bar.limit == 0.1 && bar.width == 41)
    let row = Array(bar.row(0.02, (-0.05, 0.09), isASCII: true))
    #expect(row.count == 41 && row[20] == "+" && row[24] == "o" && row[10] == "=" && row[9] == "-")
    #expect(row[38] == "=" && row[39] == "-")
    #expect(bar.scale == "−0.10               0               +0.10")
    #expect(bar.row(0, nil, isASCII: false).filter { $0 == "●" }.count == 1)
  }

  @Test func `the calibration plot has a point at each chance, and n under it`() throws {
    let curve = try #require(try sample("better, with strong evidence").page.curve)
    let lines = CalibrationChart(curve, isASCII: true).lines
    // 80 % never came about, 85 % always did.
    #expect(lines[0].hasPrefix("100 % |") && Array(lines[0])[7 + 34] == "o")
    #expect(Array(lines[10])[7 + 32] == "o")
    #expect(lines.last == "    n " + String(repeating: " ", count: 33) + "1 8")
    #expect(curve.outside == 2 && !curve.isInside)
  }

  @Test func `the timeline marks what came about, what did not and what is open`() throws {
    let early = try sample("came true early").page
    let timeline = try #require(Timeline(early.forecasts))
    let lines = timeline.lines(width: 40, isASCII: true) { "#\($0.number)" }
    #expect(lines[0].hasSuffix("Mar 2027") && lines.count == 6)
    #expect(lines[1].hasSuffix("*") && lines[5].hasSuffix(">"))
    #expect(
      timeline.sentence(isASCII: true)
        == "Each line runs from the day it was said to its deadline: * came about already, not due yet "
        + "and > not due yet.")
    let long = try #require(Timeline(try sample("a calibrated source").page.forecasts))
    #expect(long.lines(width: 80, isASCII: true) { "#\($0.number)" }.count == 21)
    #expect(
      long.sentence(isASCII: true).hasPrefix(
        "The last 20 predictions with a date and a deadline, of 120."))
    #expect(Timeline(try sample("no deadlines").page.forecasts) == nil)
  }

  @Test func `outlets that relayed claims are never said to forecast`() throws {
    let record = try sample("no reference")
    let policy = Policy(at: try Instant(rfc3339: "2026-11-01T00:00:00Z"))
    let assessment = Assessment(try record.statements, policy, Zones())
    let outlets = Dictionary(
      uniqueKeysWithValues: try record.page.forecasts.map {
        ($0.number, ["The Daily \($0.number % 2)"])
      })
    let groups = assessment.groups(by: .relay, relays: outlets)
    let text = GroupTable(groups, by: .relay, policy).render(width: nil, style: .plain)
    #expect(
      text.hasPrefix(
        "How the claims that each outlet passed on turned out. An outlet that relays a claim does not "
          + "forecast it.\n"))
    #expect(lines(text).contains { $0.hasPrefix("passed on by  scored of recorded  events") })
    #expect(text.contains("The Daily 0               7 of 7       7"))
    #expect(
      GroupTable([], by: .relay, policy).render(width: nil, style: .plain).contains(
        "No forecast names an outlet"))
    let hostile = GroupTable([], by: .tag, of: "Eve\nroot", policy)
    #expect(!lines(hostile.render(width: nil, style: .plain)).contains { $0.hasPrefix("root") })
  }

  @Test func `words stand beside the range that they are read as`() throws {
    let page = try sample("words only").page
    let words = SourcePageWords(page)
    let texts = Particulars(
      forecast: "f", question: "q", text: "?", said: "2026", words: "likely",
      reading: "likely → read as 60–90 %")
    let chances = page.forecasts.map { words.chance($0, texts) }
    #expect(Set(chances) == ["likely (read as 60–90 %)", "likely (read as 75–95 %)"])
    #expect(words.chance(page.forecasts[0]).hasPrefix("in words, read as "))
    let hedge = try #require(try sample("hedges only").page.forecasts.first)
    #expect(words.chance(hedge, texts) == "likely (a hedge)")
  }

  @Test func `what the mean depends on is said of the edge too, each with its range`() throws {
    let words = SourcePageWords(try sample("better by words whose meaning decides it").page)
    #expect(
      words.dependences == [
        "The edge could be 0.17 worse to 0.23 better, and the Brier score of 0.16 could be 0.02 to 0.42, "
          + "depending on what the words of 60 predictions mean."
      ])
  }
}
