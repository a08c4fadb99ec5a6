import AuguryRendering
import Foundation
import Testing

struct TerminalTextTests {
  @Test func `no hostile text reaches the terminal raw`() {
    for text in HostileText.all {
      let safe = TerminalText.escape(text)
      let danger = HostileText.danger(in: safe)
      #expect(danger == nil, "\(text.debugDescription.prefix(80))")
      #expect(TerminalText.escape(safe) == safe, "\(text.debugDescription.prefix(80))")
      let lines = TerminalText.escapeLines(text)
      #expect(HostileText.danger(in: lines, allowing: "\n") == nil)
    }
  }

  @Test(.enabled(if: HostileText.shared != nil, "needs the shared reference data"))
  func `the shared list of naughty strings is read in full`() {
    #expect((HostileText.shared ?? []).count > 300)
  }

  @Test func `random text is safe after escaping and escaping twice changes nothing`() {
    var random = SplitMix64(state: 20_260_101)
    for round in 0..<3_000 {
      let text = random.text(upTo: 30)
      let safe = TerminalText.escape(text)
      #expect(HostileText.danger(in: safe) == nil, "seed 20260101, round \(round)")
      #expect(
        TerminalText.escape(safe) == safe, "seed 20260101, round \(round): \(text.debugDescription)"
      )
    }
  }

  @Test(arguments: [
    ("plain text", "plain text"), ("a\tb\r\nc\n", "a\\tb\\r\\nc\\n"),
    ("\u{1B}[2J", "\\u{1b}[2J"), ("\u{202E}gnp", "\\u{202e}gnp"), ("\u{9B}31m", "\\u{9b}31m"),
    ("a\u{200D}b", "a\\u{200d}b"), ("👩‍🚀", "👩‍🚀"), ("👩\u{200D}", "👩\\u{200d}"), ("❤️", "❤️"),
    ("a\u{FE0F}", "a\\u{fe0f}"), ("1️⃣", "1️⃣"), ("\u{301}a", "\\u{301}a"), ("é", "é"),
    ("e\u{301}", "e\u{301}"), ("葛\u{E0100}", "葛\u{E0100}"), ("\u{E0041}", "\\u{e0041}"),
    ("C:\\x", "C:\\x"), ("한글", "한글"), ("سلام", "سلام"), ("10\u{A0}%", "10\u{A0}%"),
  ])
  func `each kind of scalar is shown or kept as told`(text: String, expected: String) {
    let safe = TerminalText.escape(text)
    #expect(Array(safe.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a tower of marks is summed up after eight`() {
    let tower = TerminalText.escape("Z" + String(repeating: "\u{301}", count: 2000) + "a")
    let expected = "Z" + String(repeating: "\u{301}", count: 8) + "\\u{301}×1992a"
    #expect(Array(tower.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `only line feeds survive in text of several lines`() {
    #expect(TerminalText.escapeLines("a\r\nb\rc\n\td") == "a\nb\\rc\n\\td")
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本語", 6), ("ｆｕｌｌ", 8), ("한국어", 6),
    ("👩‍👩‍👧‍👦", 2), ("🇩🇪🇫🇷", 4), ("👍🏽", 2), ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("🏴‍☠️", 2),
    ("सत्य", 3), ("मुंबई", 3), ("สวัสดี", 4), ("مرحبا", 5), ("…", 1), ("─", 1), ("█", 1), ("½", 1),
    ("\u{1B}", 0),
  ])
  func `widths are those of a terminal`(text: String, cells: Int) {
    #expect(TerminalText.width(text) == cells)
  }

  @Test func `cutting keeps graphemes whole and never exceeds the limit`() {
    #expect(TerminalText.truncated("forecast", to: 8) == "forecast")
    #expect(TerminalText.truncated("forecasts", to: 8) == "forecas…")
    #expect(TerminalText.truncated("日本語", to: 5) == "日本…")
    #expect(TerminalText.truncated("日本語", to: 4) == "日…")
    #expect(TerminalText.truncated("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", to: 3) == "👩‍👩‍👧‍👦…")
    #expect(TerminalText.truncated("a bc", to: 3) == "a…")
    #expect(TerminalText.truncated("abc", to: 0) == "")
    #expect(TerminalText.truncated("abcdef", to: 5, ellipsis: "...") == "ab...")
  }

  @Test func `padding counts cells`() {
    #expect(TerminalText.padded("日本", to: 6) == "日本  ")
    #expect(TerminalText.padded("e\u{301}", to: 3, alignment: .trailing) == "  e\u{301}")
    #expect(TerminalText.padded("long", to: 2) == "long")
  }

  @Test func `wrapping breaks at spaces and beside wide characters and cuts what is too long`() {
    #expect(
      TerminalText.wrapped("a military coup is likely", to: 10) == [
        "a military", "coup is", "likely",
      ])
    #expect(TerminalText.wrapped("", to: 10) == [""])
    #expect(TerminalText.wrapped("a\n\nb", to: 10) == ["a", "", "b"])
    #expect(TerminalText.wrapped("日本語、です", to: 6) == ["日本", "語、で", "す"])
    #expect(TerminalText.wrapped("about 70 % of", to: 8) == ["about", "70 % of"])
    #expect(TerminalText.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(TerminalText.wrapped("one  two", to: 20) == ["one  two"])
  }

  @Test func `wrapped and cut text never exceeds its limit and wrapping loses only spaces`() {
    var random = SplitMix64(state: 7)
    for round in 0..<2_000 {
      let text = TerminalText.escape(random.text(upTo: 60))
      let limit = Int.random(in: 4...40, using: &random)
      let lines = TerminalText.wrapped(text, to: limit)
      #expect(
        lines.allSatisfy { TerminalText.width($0) <= limit },
        "seed 7, round \(round): \(text.debugDescription)")
      let kept = lines.joined().unicodeScalars.filter { $0 != " " }
      #expect(
        kept.elementsEqual(text.unicodeScalars.filter { $0 != " " }), "seed 7, round \(round)")
      #expect(TerminalText.width(TerminalText.truncated(text, to: limit)) <= limit)
    }
  }

  @Test func `a long text is escaped and measured to its end`() {
    let text = String(repeating: "日本語\u{1B}", count: 5_000)
    #expect(TerminalText.width(TerminalText.escape(text)) == 5_000 * 12)
  }
}
