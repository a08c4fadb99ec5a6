import AuguryRendering
import Foundation
import Testing

struct TextTableTests {
  private typealias Cell = TextTable.Cell

  private let table = TextTable(
    columns: [
      .init("Source", fit: .shortened), .init("n", alignment: .trailing),
      .init("Edge", alignment: .decimal), .init("Quote", minimumWidth: 12, fit: .wrapped),
    ],
    rows: [
      ["Abbas Gallyamov", "3", "+0.125", "a military coup is likely imminent"],
      ["日本経済新聞", "1,204", Cell("−12.5", style: .bad), "見通し"],
      ["e\u{301}cole 👩‍👩‍👧‍👦", "7", Cell("—", footnote: "Fewer than 8 events."), "سلام"],
    ])

  @Test func `columns are aligned by cells and by decimal point`() {
    let expected = """
      Source               n     Edge  Quote
      ───────────────  ─────  ───────  ──────────────────────────────────
      Abbas Gallyamov      3   +0.125  a military coup is likely imminent
      日本経済新聞     1,204  −12.5    見通し
      e\u{301}cole 👩‍👩‍👧‍👦             7    — [1]  سلام
      [1] Fewer than 8 events.

      """
    #expect(table.render(width: nil, style: .plain) == expected)
  }

  @Test func `a narrow table shortens and wraps the flexible columns`() {
    let expected = """
      Source          n     Edge  Quote
      ----------  -----  -------  ------------
      Abbas G...      3   +0.125  a military
                                  coup is
                                  likely
                                  imminent
      日本経...   1,204  −12.5    見通し
      e\u{301}cole 👩‍👩‍👧‍👦        7    — [1]  سلام
      [1] Fewer than 8 events.

      """
    let ascii = Styler(usesColour: false, isASCII: true)
    #expect(table.render(width: 40, style: ascii) == expected)
  }

  @Test func `colour changes nothing but the escape codes`() {
    let coloured = table.render(width: 60, style: .ansi)
    #expect(coloured.hasPrefix("\u{1B}[1mSource\u{1B}[0m"))
    #expect(coloured.contains("\u{1B}[31m−12.5\u{1B}[0m"))
    #expect(withoutCodes(coloured) == table.render(width: 60, style: .plain))
  }

  @Test func `columns are left out in their order and named`() {
    var wide = TextTable(columns: [
      .init("Source"), .init("Relay", dropOrder: 1), .init("Lexicon", dropOrder: 2), .init("Edge"),
    ])
    wide.append(["The Daily Beast", "UPROXX retells", "icd-203 version 2", "+0.1"])
    let narrow = wide.render(width: 45, style: .plain)
    #expect(narrow.contains("UPROXX"))
    #expect(narrow.hasSuffix("Not shown at this width: Lexicon.\n"))
    let narrowest = wide.render(width: 40, style: .plain)
    #expect(!narrowest.contains("icd-203"))
    #expect(wide.render(width: nil, style: .plain).contains("icd-203 version 2"))
  }

  @Test func `a footnote used twice has one number`() {
    var notes = TextTable(columns: [.init("A"), .init("B")])
    notes.append([Cell("1", footnote: "First."), Cell("", footnote: "Second.")])
    notes.append([Cell("2", footnote: "First.")])
    let expected = "A      B\n─────  ───\n1 [1]  [2]\n2 [1]\n[1] First.\n[2] Second.\n"
    #expect(notes.render(width: 80, style: .plain) == expected)
  }

  @Test func `a table without rows still has its header, one without columns is empty`() {
    #expect(TextTable(columns: [.init("A")]).render(width: 80, style: .plain) == "A\n─\n")
    #expect(TextTable(columns: [], rows: [["x"]]).render(width: 80, style: .plain).isEmpty)
  }

  @Test func `no hostile text reaches the terminal through a table or a block`() {
    for text in HostileText.all where text.utf8.count < 5000 {
      for width in [nil, 40, 80] {
        var table = TextTable(columns: [
          .init(text, fit: .wrapped), .init("n", alignment: .decimal, fit: .shortened),
        ])
        table.append([Cell(text, style: .quote, footnote: text), Cell(text)])
        var block = KeyValueBlock(text, items: [.bullets(text, [text]), .paragraph(text)])
        block.add(text, text, style: .bad)
        for style in [Styler.plain, .ansi] {
          let shown =
            table.render(width: width, style: style) + block.render(width: width, style: style)
          let danger = HostileText.danger(in: withoutCodes(shown), allowing: "\n")
          #expect(danger == nil, "\(text.debugDescription)")
        }
      }
    }
  }

  @Test func `no line exceeds the width or ends in a space, whatever the cells hold`() {
    var random = SplitMix64(state: 40_200)
    for round in 0..<400 {
      let table = randomTable(&random)
      let width = Int.random(in: 40...200, using: &random)
      let style = Styler(usesColour: round.isMultiple(of: 2), isASCII: round.isMultiple(of: 3))
      for line in withoutCodes(table.render(width: width, style: style)).split(separator: "\n") {
        #expect(
          TerminalText.width(String(line)) <= width,
          "seed 40200, round \(round), width \(width): \(line.debugDescription)")
        #expect(line.last != " ", "seed 40200, round \(round)")
      }
    }
  }

  @Test func `a piped table loses no text`() {
    var random = SplitMix64(state: 11)
    for round in 0..<200 {
      let table = randomTable(&random)
      let shown = table.render(width: nil, style: .plain)
      for cell in table.rows.flatMap({ $0 }) {
        var text = TerminalText.escape(cell.text)
        while text.last == " " { text.removeLast() }
        #expect(text.isEmpty || shown.contains(text), "seed 11, round \(round)")
      }
    }
  }

  private func randomTable(_ random: inout SplitMix64) -> TextTable {
    let fits: [TextTable.Fit] = [.fixed, .shortened, .wrapped]
    let alignments: [TextTable.Alignment] = [.leading, .trailing, .decimal]
    var columns: [TextTable.Column] = []
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      columns.append(
        .init(
          random.text(upTo: 12), alignment: alignments.randomElement(using: &random) ?? .leading,
          minimumWidth: Int.random(in: 0...20, using: &random),
          maximumWidth: Bool.random(using: &random) ? Int.random(in: 0...50, using: &random) : nil,
          fit: fits.randomElement(using: &random) ?? .fixed,
          dropOrder: Bool.random(using: &random) ? Int.random(in: 0...3, using: &random) : nil))
    }
    var table = TextTable(columns: columns)
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      table.append(
        (0..<Int.random(in: 0...columns.count, using: &random)).map { _ in
          let number = Double.random(in: -1000...1000, using: &random)
          let isNumber = Bool.random(using: &random)
          return Cell(
            isNumber ? NumberText.signed(number, 2) : random.text(upTo: 40), style: .dim,
            footnote: Int.random(in: 0...9, using: &random) == 0 ? random.text(upTo: 90) : nil)
        })
    }
    return table
  }
}

/// Removes our own colour codes, and nothing else.
func withoutCodes(_ text: String) -> String {
  var text = text
  for code in ["0", "1", "2", "3", "31", "32", "33", "36"] {
    // By scalars: a mark after the code would make another Character of its last letter.
    text = text.replacingOccurrences(of: "\u{1B}[\(code)m", with: "", options: .literal)
  }
  return text
}
