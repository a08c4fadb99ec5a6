import AuguryRendering
import Foundation
import Testing

struct MachineTextTests {
  private let document: JSONOutput = [
    "z": 1, "a": [nil, true, 0.1, "x\"\\\n\u{1B}\u{202E}\u{7F}\u{2028}é\u{E0041}"], "empty": [:],
    "none": [],
  ]

  @Test func `a document keeps the order of its members`() {
    #expect(
      document.compact == #"{"z":1,"a":[null,true,0.1,"x\"\\\n\u001b\u202e\u007f\u2028é"#
        + #"\udb40\udc41"],"empty":{},"none":[]}"#)
    let small: JSONOutput = ["a": [1, [:]], "b": []]
    #expect(small.pretty == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}")
  }

  @Test func `numbers are valid JSON and read back the same`() throws {
    #expect(JSONOutput.array([.double(.infinity), .double(.nan)]).compact == "[null,null]")
    #expect(JSONOutput.int(.min).compact == "-9223372036854775808")
    var random = SplitMix64(state: 5)
    for _ in 0..<1_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      let text = JSONOutput.array([.double(value)]).compact
      let parsed = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
      #expect(parsed == [value], "seed 5: \(text)")
      #expect(Double(text.dropFirst().dropLast()) == value, "seed 5: \(text)")
    }
  }

  @Test func `every text reads back scalar by scalar and is safe raw on a terminal`() throws {
    var random = SplitMix64(state: 8)
    let texts = HostileText.all + (0..<2_000).map { _ in random.text(upTo: 40) }
    for text in texts {
      for written in [
        JSONOutput.object([(text, .string(text))]).compact,
        JSONOutput.object([(text, .string(text))]).pretty,
      ] {
        let parsed = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
        let (key, value) = try #require(parsed?.first)
        #expect(
          value.unicodeScalars.elementsEqual(text.unicodeScalars), "seed 8: \(written.prefix(200))")
        #expect(key.unicodeScalars.elementsEqual(text.unicodeScalars), "seed 8")
        #expect(
          HostileText.danger(in: written, allowing: "\n\u{200D}") == nil,
          "seed 8: \(written.prefix(200))")
      }
    }
  }

  @Test func `HTML has no markup left`() {
    let text = "<a href=\"x\" title='y'>&amp;`\u{202E}\u{0}</a>\n"
    #expect(
      HTMLText.escape(text)
        == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&#96;\\u{202e}\\u{0}&lt;/a&gt;\n"
    )
    for hostile in HostileText.all {
      let safe = HTMLText.escape(hostile)
      #expect(!safe.contains { "<>\"'`".contains($0) })
      #expect(HostileText.danger(in: safe, allowing: "\n\t\u{200C}\u{200D}") == nil)
    }
  }

  @Test func `Markdown cells stay in their cell and start no markup`() {
    #expect(MarkdownText.escape("a|b\r\nc `d` *e* [f](g)") == #"a\|b c \`d\` \*e\* \[f\](g)"#)
    #expect(MarkdownText.escape("<b> & \\ #1") == "&lt;b\\> &amp; \\\\ \\#1")
    #expect(MarkdownText.escape("- item") == #"\- item"#)
    #expect(MarkdownText.escape("2026-01-02") == "2026-01-02")
    #expect(MarkdownText.escape("\u{202E}x\n") == #"\\u{202e}x"#)
    for hostile in HostileText.all {
      #expect(
        HostileText.danger(in: MarkdownText.escape(hostile), allowing: "\u{200C}\u{200D}") == nil)
    }
  }

  @Test func `bars have their width and are neither empty nor full by rounding`() {
    #expect(Bar.horizontal(value: 0.5, width: 4) == "██  ")
    #expect(Bar.horizontal(value: 0.5, width: 3) == "█▌ ")
    #expect(Bar.horizontal(value: 0, width: 2) == "  ")
    #expect(Bar.horizontal(value: 0.0001, width: 2) == "▏ ")
    #expect(Bar.horizontal(value: 0.9999, width: 2) == "█▉")
    #expect(Bar.horizontal(value: 1, width: 2) == "██")
    #expect(Bar.horizontal(value: .nan, width: 2) == "  ")
    #expect(Bar.horizontal(value: .infinity, width: 2) == "██")
    #expect(Bar.horizontal(value: 0.5, width: 4, isASCII: true) == "##..")
    for width in 0...30 {
      for step in 0...50 {
        let bar = Bar.horizontal(value: Double(step) / 50, width: width)
        #expect(TerminalText.width(bar) == width)
      }
    }
  }

  @Test func `styles wrap the text in codes and let no other code through`() {
    #expect(Styler.ansi.styled("x", .good) == "\u{1B}[32mx\u{1B}[0m")
    #expect(Styler.ansi.styled("x", nil) == "x")
    #expect(Styler.ansi.styled("", .good).isEmpty)
    #expect(Styler.plain.styled("x", .good) == "x")
    #expect(Styler.ansi.styled("a\u{1B}[0mb", .dim) == "\u{1B}[2ma\\u{1b}[0mb\u{1B}[0m")
    for style in TextStyle.allCases {
      #expect(Styler.ansi.styled("x", style).hasSuffix("mx\u{1B}[0m"))
    }
  }
}
