import Augury
import TestSupport
import Testing

@Suite struct TextScannerTests {
  private func pieces(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return TextScanner.tokens(of: text).map {
      String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test("Words, numbers and marks are cut at their borders")
  func cutsAtBorders() {
    #expect(pieces("In Q3 2027, 60%?") == ["In", "Q", "3", "2027", ",", "60", "%", "?"])
    #expect(pieces("mid-May (3.5)") == ["mid", "-", "May", "(", "3", ".", "5", ")"])
    #expect(pieces("15th") == ["15", "th"])
    #expect(pieces("") == [])
  }

  @Test("Clitics are words of their own, contractions with not are one word")
  func readsApostrophes() {
    #expect(pieces("It’ll be Friday's") == ["It", "’ll", "be", "Friday", "'s"])
    #expect(pieces("won't O'Brien's") == ["won't", "O'Brien", "'s"])
    #expect(pieces("'tis the '90s") == ["'", "tis", "the", "'", "90", "s"])
  }

  @Test("Case, quotation marks and dashes are folded in keys")
  func foldsKeys() {
    let tokens = TextScanner.tokens(of: "WON’T “x” a–b—c")
    #expect(tokens.map(\.key) == ["won't", "\"", "x", "\"", "a", "-", "b", "—", "c"])
    #expect(tokens[0].isCapitalized)
    #expect(WordKey("WON'T") == "won't")
  }

  @Test("Spaces of all kinds separate, and an empty line begins a paragraph")
  func knowsGaps() {
    let tokens = TextScanner.tokens(of: "a\u{A0}b\u{202F}c\n\n d\ne")
    #expect(tokens.map(\.gap) == [.paragraph, .space, .space, .paragraph, .space])
  }

  @Test("A number of more than 18 digits has no value")
  func boundsNumbers() {
    #expect(TextScanner.tokens(of: "999999999999999999").first?.value == 999_999_999_999_999_999)
    #expect(TextScanner.tokens(of: "1000000000000000000").first?.value == nil)
  }

  @Test("Long words that begin alike have keys of their own")
  func tellsLongWordsApart() {
    #expect(WordKey("internationalization") != WordKey("internationalisation"))
    #expect(WordKey("internationalization") == "internationalization")
  }

  @Test("Any text is cut into tokens that follow each other and hold all that is no space")
  func coversAnyText() {
    var random = SplitMix64(seed: 3)
    let alphabet = Array("aZ09 '’“—–-.,\n\té漢🙂\u{A0}\u{200B}%$/sld".unicodeScalars)
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text.unicodeScalars.append(alphabet.randomElement(using: &random) ?? "a")
      }
      var last = 0
      for token in TextScanner.tokens(of: text) {
        #expect(token.start >= last && token.end > token.start, "\(text.debugDescription)")
        last = token.end
      }
      #expect(last <= text.utf8.count)
    }
  }
}
