extension Lexicon {
  /// The tables that are built in: what offices laid down, then what people heard.
  public static let builtIn = official + surveys

  /// The six official tables, oldest idea first.
  public static let official = [kent1964, icd203, ipcc, ukPHIA, nato, efsa]

  /// The three surveys, in the order in which a phrase is looked up in them.
  public static let surveys = [capphrase2026, mauboussin2018, readers46]

  /// Returns the built-in table of that name: its id, or the only one whose id begins so.
  ///
  /// Capital letters count as small ones, and an underscore or a space as a hyphen.
  public static func named(_ name: String) -> Lexicon? {
    let key = name.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "_"), UInt8(ascii: " "): UInt8(ascii: "-")
      default: byte
      }
    }
    guard !key.isEmpty else { return nil }
    if let exact = builtIn.first(where: { $0.id.utf8.elementsEqual(key) }) { return exact }
    let matches = builtIn.filter { $0.id.utf8.starts(with: key) }
    return matches.count == 1 ? matches[0] : nil
  }

  /// Returns the row that holds exactly this phrase, in lower case with single spaces.
  public func row(of phrase: String) -> LexiconRow? {
    rows.first { $0.phrases.contains(phrase) }
  }
}
