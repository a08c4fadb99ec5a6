/// A word, number or mark as the reader of chances sees it: contractions are taken apart.
///
/// "won't" is "will" and "not", both with the place of the whole word; a hyphen between two words,
/// or between a number and a word, is left out.
struct ChanceWord {
  let key: WordKey
  let kind: TextToken.Kind
  let value: Int?
  let digits: Int
  let start: Int
  let end: Int
  let gap: TextToken.Gap
  let isCapitalized: Bool

  init(_ token: TextToken, as key: WordKey, isContinued: Bool = false) {
    self.key = key
    kind = token.kind
    value = token.value
    digits = token.kind == .number ? token.length : 0
    start = token.start
    end = token.end
    gap = isContinued ? .none : token.gap
    isCapitalized = token.isCapitalized
  }

  var isMark: Bool { kind == .mark }
  /// Whether it is a word or number that directly continues a phrase.
  var continues: Bool { kind != .mark && gap != .paragraph }

  /// Returns the words of a text.
  static func words(of text: String) -> [ChanceWord] {
    let tokens = TextScanner.tokens(of: text)
    var words: [ChanceWord] = []
    words.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .mark where joins(tokens, at: index): continue
      case .word where token.length > 3 || token.key == "'ll":
        append(token, to: &words)
      default: words.append(ChanceWord(token, as: token.key))
      }
    }
    return words
  }

  private static func append(_ token: TextToken, to words: inout [ChanceWord]) {
    guard let parts = contractions[token.key] else {
      return words.append(ChanceWord(token, as: token.key))
    }
    for (index, part) in parts.enumerated() {
      words.append(ChanceWord(token, as: part, isContinued: index > 0))
    }
  }

  /// Whether the mark is a hyphen inside a compound such as "better-than-even" or "70-percent".
  private static func joins(_ tokens: [TextToken], at index: Int) -> Bool {
    guard tokens[index].key == "-", tokens[index].gap == .none, index > 0,
      index + 1 < tokens.count, tokens[index + 1].gap == .none
    else { return false }
    let kinds = (tokens[index - 1].kind, tokens[index + 1].kind)
    return kinds == (.word, .word) || kinds == (.number, .word) || kinds == (.word, .number)
  }

  private static let contractions: [WordKey: [WordKey]] = {
    var table: [WordKey: [WordKey]] = [
      "won't": ["will", "not"], "wont": ["will", "not"], "shan't": ["will", "not"],
      "cannot": ["can", "not"], "can't": ["can", "not"], "ain't": ["is", "not"],
      "'ll": ["will"], "gonna": ["going", "to"], "shall": ["will"],
    ]
    for verb in [
      "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "could", "would",
      "should", "might", "must",
    ] {
      table[WordKey(verb + "n't")] = [WordKey(verb), "not"]
    }
    return table
  }()
}
