import Augury
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Rules that look for words in a page or a feed")
struct WordRuleTests {
  private let bench: RuleBench

  init() throws { bench = try RuleBench() }

  private func look(_ bytes: [UInt8], _ phrases: [String]) throws -> RuleFinding {
    let path = try bench.write(bytes, to: "page.html")
    return try bench.runner.look(
      Rule(place: .file(path), test: .words(phrases)), try RuleTesting.question(),
      at: try RuleTesting.noon("2026-11-20")
    ).finding
  }

  private func isFound(_ page: String, _ phrases: String...) throws -> Bool {
    if case .evidence = try look(Array(page.utf8), phrases) { true } else { false }
  }

  @Test("Words are found whatever their case and accents, and only as whole words")
  func words() throws {
    #expect(try isFound("<p>The CONGRES&eacute;s of Niam&#233;y</p>", "congresés", "niaméy"))
    #expect(try isFound("<p>Coup d’état in Niamey", "coup d'etat"))
    #expect(try !isFound("<p>The coupon", "coup"))
    #expect(try !isFound("<p>resigned", "resign"))
  }

  @Test("All words have to be there, and a phrase word for word in one block")
  func phrases() throws {
    let page = "<h1>Minister steps</h1><p>down he went. The <b>prime</b>\n minister</p>"
    #expect(try isFound(page, "prime minister", "went"))
    #expect(try !isFound(page, "steps down"))
    #expect(try !isFound(page, "minister prime"))
    #expect(
      try look(Array(page.utf8), ["minister", "resigns", "today"])
        == .nothing(words: "The page does not hold “resigns”, “today”."))
  }

  @Test("Only what a reader sees counts: no scripts, styles, comments, attributes or templates")
  func visible() throws {
    let page = """
      <!doctype html><title>T</title><style>p.coup{}</style><!-- coup > --><script>"coup</p>"</script>
      <a href="coup" title='a > coup'>x</a><template><p>coup</p></template><noscript>coup</noscript>
      <?php coup ?><!coup><p data-x=">coup">seen</p>
      """
    #expect(try !isFound(page, "coup"))
    #expect(try isFound(page, "seen"))
    #expect(try !isFound("<p>seen<script>coup", "coup"))
    #expect(try !isFound("<p>seen<!-- coup", "coup"))
    #expect(try isFound("<p>a<!--> coup", "coup"))
    #expect(try isFound("<SCRIPT>x</Script >coup", "coup"))
    #expect(try isFound("<p>1 < 2 coup & 3 > 2", "2 coup 3"))
  }

  @Test("Tags within a line do not part words, others do, and soft hyphens vanish")
  func joins() throws {
    #expect(try isFound("<p>co<b>up</b>", "coup"))
    #expect(try isFound("<p>co&shy;up, co<wbr>up", "coup coup"))
    #expect(try !isFound("<p>co<div>up</div>", "coup"))
    #expect(try isFound("<p>military<br>coup", "military coup"))
    #expect(try isFound("<p>a&nbsp;b &#x201C;c&#148; &unknown; &amp;lt;", "a b c unknown lt"))
  }

  @Test("Encodings are taken from the mark, the server and the page")
  func encodings() throws {
    let text = "<p>Déjà vu €"
    let units = Array(text.utf16)
    let wide: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let western: [UInt8] = Array(
      "<meta charset=Latin1><p>D\u{e9}j\u{e0} vu".unicodeScalars.map { UInt8($0.value) })
    let declared: [UInt8] =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><p>D".utf8) + [0xE9]
      + Array("j".utf8) + [0xE0] + Array(" vu".utf8)
    let plain = Array(text.utf8)
    let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + plain
    for bytes in [plain, marked, wide, big, western, declared] {
      guard case .evidence = try look(bytes, ["déjà vu"]) else {
        Issue.record("\(bytes.prefix(12))")
        continue
      }
    }
    #expect(try look([0x3C, 0x70, 0x3E, 0xE9, 0x20, 0x61], ["a"]) != .nothing(words: ""))
    let fault = bench.fault {
      try bench.runner.look(
        Rule(
          place: .file(try bench.write("<meta charset=shift_jis><p>a", to: "j.html")),
          test: .words(["a"])), try RuleTesting.question(), at: try RuleTesting.noon("2026-11-20"))
    }
    #expect(fault?.what.contains("“shift_jis”") == true)
  }

  @Test("In a feed all words have to be in one item, which is named with its date and address")
  func feeds() throws {
    let rss = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x "coup">]><rss version="2.0"><channel>
      <title>Coup news in Niamey</title>
      <item><title>Coup talk</title><description>Nothing new</description></item>
      <item><title>Niamey</title><description><![CDATA[<p>A <b>co</b>up &amp; more</p>]]></description>
      <link>https://example.org/2</link><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item>
      </channel></rss>
      """
    let words = try look(Array(rss.utf8), ["coup more", "niamey"]).words
    #expect(
      words
        == "An item of the feed holds “coup more”, “niamey”: “Niamey”, "
        + "Fri, 20 Nov 2026 08:00:00 GMT, https://example.org/2")
    #expect(try !isFound(rss, "talk", "niamey"))
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry>
      <title type="html">A &lt;i&gt;coup&lt;/i&gt;</title>
      <link rel="self" href="https://example.org/self"/><link href="https://example.org/a?b&amp;c"/>
      <updated>2026-11-20T00:00:00Z</updated><published>2026-11-19T00:00:00Z</published>
      <source><title>not this</title></source>
      <content type="xhtml"><div>In <em>Nia</em>mey<script>hidden</script></div></content></entry></feed>
      """
    let found = try look(Array(atom.utf8), ["coup", "in niamey"]).words
    #expect(found.hasSuffix("“A coup”, 2026-11-19T00:00:00Z, https://example.org/a?b&c"))
    #expect(try !isFound(atom, "not this"))
    #expect(try !isFound(atom, "hidden"))
  }

  @Test("A rule without a word to look for is refused", arguments: [["a", "…"], []])
  func noWords(phrases: [String]) throws {
    let fault = bench.fault {
      RuleReport(finding: try look(Array("<p>a".utf8), phrases))
    }
    guard case .unfit = fault else {
      Issue.record("\(String(describing: fault))")
      return
    }
  }

  @Test("Ten thousand broken pages are read to their end")
  func broken() throws {
    let pieces: [String] = [
      "<p>coup</p>", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script", "<", ">", "</", "&",
      "&amp;", "&#x110000;", "&#;", "&#99999999999;", "<a b=\"", "'", "<rss>", "<item>", "</item>",
      "<entry>", "<title>", "</title>", "<content type=xhtml>", "<link href=", "<?xml", "?>",
      "\u{0}",
      "é", "\u{202e}", "<template>", "<br/>", "=", "<meta charset=", "<meta charset=latin1>",
    ]
    var random = SplitMix64(seed: 20_261_123)
    for round in 0..<10_000 {
      var page: [UInt8] = round.isMultiple(of: 3) ? Array("<rss><channel>".utf8) : []
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        page += Array((pieces.randomElement(using: &random) ?? "").utf8)
      }
      if !page.isEmpty, round.isMultiple(of: 2) {
        let place = Int.random(in: 0..<page.count, using: &random)
        page[place] = UInt8.random(in: 0...255, using: &random)
        page.removeLast(Int.random(in: 0...min(3, page.count), using: &random))
      }
      let found = PageReading.words(page, ["coup"])
      // Nothing can be found that is not there.
      if found { #expect(String(decoding: page, as: UTF8.self).lowercased().contains("c")) }
    }
  }

  @Test(
    "Reading takes time in proportion to the page, also where nothing is ever closed",
    arguments: [
      "<", "<!--", "<script>", "</script", "<a b=\"", "&", "&amp", "<div>", "</", "<p a=1 ", "]]>",
      "<![CDATA[", "<title>", "<meta charset=x ",
    ])
  func linear(piece: String) {
    for prefix in ["", "<rss><item>", "<rss><item><title>"] {
      #expect(
        Growth.isLinear(from: 2_000, times: 8) { size in
          let page = prefix + String(repeating: piece, count: size)
          _ = PageReading.words(Array(page.utf8), ["coup", "a b"])
        }, "\(prefix)\(piece)")
    }
  }
}

/// Words in a page, read without a file.
private enum PageReading {
  static func words(_ page: [UInt8], _ phrases: [String]) -> Bool {
    guard let finding = try? RuleRunner.words(phrases, in: page),
      case .evidence = finding
    else { return false }
    return true
  }
}
