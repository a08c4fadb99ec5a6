/// A phrase without its modifiers, and what is known of it.
struct ChanceCore: Sendable {
  /// How we read words that no table defines.
  enum Convention: Sendable {
    case assertion, denial, hedge
  }

  /// A row of a table, with the rules that led to it.
  struct Row: Sendable {
    var meaning: ChanceMeaning
    var table: LexiconReference
    var phrase: String
    var rules: [String]
    /// Whether it comes from a table that was chosen, not from the default ones.
    var isChosen: Bool
  }

  /// The phrase itself.
  var phrase: String
  /// How it is read when no chosen table has it.
  var convention: Convention?
  /// The row it is read by, if any.
  var row: Row?
  /// Whether it is a word of how often, which in running text is no forecast.
  var isFrequency = false
}
