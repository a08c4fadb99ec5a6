/// What we read into words that no table defines; conventions of this project, no measurements.
public enum ChanceConventions: Sendable {
  /// The version of these lists.
  public static let version = "1"

  /// Flat assertions: said without any hedge, and read as 90–100 %.
  public static let assertions = [
    "bound to", "sure to", "certain to happen", "guaranteed", "guaranteed to", "inevitable",
    "inevitably", "unavoidable", "inescapable", "definite", "definitely", "undoubtedly",
    "doubtless", "surely", "no doubt", "without doubt", "without a doubt", "beyond doubt",
    "destined to", "doomed to", "fated to", "only a matter of time", "just a matter of time",
    "a matter of time", "only a question of time", "not if but when", "days are numbered",
    "mark my words", "sure thing", "foregone conclusion", "a given", "is going to happen",
  ]

  /// Flat denials: read as 0–10 %.
  public static let denials = [
    "impossible", "no chance", "zero chance", "not a chance", "no way", "no possibility",
    "no likelihood", "no probability", "no prospect", "no chance whatsoever", "not a hope",
    "out of the question", "inconceivable", "unthinkable", "never going to happen",
    "doesn't stand a chance", "snowball's chance",
    "not a snowball's chance",
  ]

  /// Hedges: they say that something is open, and give no probability.
  public static let hedges = [
    "could", "may", "might", "could happen", "may happen", "might happen", "may well",
    "might well", "could well", "may or may not", "might or might not", "possible", "possibly",
    "perhaps", "maybe", "conceivable", "conceivably", "plausible", "plausibly", "a possibility",
    "possibility", "distinct possibility", "strong possibility", "good possibility",
    "some possibility", "a chance", "some chance", "fair chance", "decent chance",
    "reasonable chance", "any chance", "fighting chance", "cannot rule out", "can not rule out",
    "can't rule out", "cannot be ruled out", "can not be ruled out", "can't be ruled out",
    "could not be ruled out", "not ruled out", "not rule out", "cannot be excluded",
    "can not be excluded", "can't be excluded", "cannot exclude", "can not exclude", "uncertain",
    "unsure", "too early to say", "too close to call", "anyone's guess", "anybody's guess",
    "not necessarily",
  ]

  /// Words whose plain denial is a flat denial: what is not possible will not be.
  public static let deniable = [
    "possible", "conceivable", "plausible", "possibility", "a possibility",
  ]

  /// Words of how often rather than how likely; in running text they are no forecast.
  public static let frequencies = [
    "always", "almost always", "usually", "often", "frequently", "rarely", "never", "not often",
    "almost never",
  ]

  /// Words that deny each other by a prefix, so that "not likely" is "unlikely".
  public static let pairs = [
    ("likely", "unlikely"), ("probable", "improbable"), ("better than even", "worse than even"),
    ("more likely than not", "less likely than not"),
  ]

  /// The same word in another form, as (form, forms to look up instead, closest first).
  public static let inflections: [(String, [String])] = [
    ("almost certainly", ["almost certain"]), ("almost certain", ["almost certainly"]),
    ("nearly certainly", ["nearly certain"]), ("virtually certainly", ["virtually certain"]),
    ("probably", ["probable"]), ("probable", ["probably"]), ("improbably", ["improbable"]),
    ("highly probably", ["highly probable"]), ("very probably", ["very probable"]),
    ("certain", ["certainly"]), ("certainly", ["certain"]),
    ("certain to", ["certainly"]), ("remote", ["remote chance"]), ("remote chance", ["remote"]),
    ("possible", ["possibly"]), ("could", ["could happen"]), ("may", ["may happen"]),
    ("might", ["might happen"]), ("could happen", ["could"]), ("may happen", ["may"]),
    ("might happen", ["might"]),
    ("high probability", ["with high probability"]),
    ("low probability", ["with low probability"]),
    ("moderate probability", ["with moderate probability"]),
    ("i believe", ["we believe"]), ("i doubt", ["we doubt"]),
    ("real possibilities", ["real possibility"]),
    ("slight chance", ["chances are slight"]), ("chances are slight", ["slight chance"]),
    ("better than even chance", ["better than even"]),
    ("better than even odds", ["better than even"]),
  ]

  /// Our stand-ins: a phrase and the phrases of tables that it is read as, first found first.
  public static let standIns: [(String, [String])] =
    [
      ("about even", levels), ("even chance", levels), ("even chances", levels),
      ("even odds", levels), ("roughly even", levels), ("roughly even chance", levels),
      ("roughly even odds", levels), ("chances about even", levels),
      ("about as likely as not", levels), ("as likely as not", levels),
      ("just as likely as not", levels), ("toss up", levels), ("coin toss", levels),
      ("coin flip", levels), ("flip of a coin", levels),
      ("better than even", ["more likely than not"]),
      ("more likely than not", ["better than even"]), ("odds are", ["better than even"]),
      ("better than fifty fifty", ["better than even", "more likely than not"]),
      ("chances are", ["likely"]), ("odds on", ["likely"]), ("in all likelihood", high),
      ("in all probability", high), ("doubtful", ["we doubt"]),
      ("real chance", ["real possibility"]), ("realistic chance", ["realistic possibility"]),
      ("realistic probability", ["realistic possibility"]),
      ("serious chance", ["serious possibility"]),
      ("long shot", ["chances are slight"]), ("little prospect", ["little chance"]),
      ("not much chance", ["little chance"]), ("not much of a chance", ["little chance"]),
      ("dead cert", ["slam dunk"]), ("shoo in", ["slam dunk"]), ("done deal", ["slam dunk"]),
      ("i very much doubt", ["we doubt"]), ("i seriously doubt", ["we doubt"]),
      ("i really doubt", ["we doubt"]), ("do not think", ["we doubt"]),
      ("does not think", ["we doubt"]),
      ("do not believe", ["we doubt"]), ("does not believe", ["we doubt"]),
      ("do not expect", ["we doubt"]), ("does not expect", ["we doubt"]),
    ] + nearlySure + hardlyPossible

  /// Phrases read as one minus another.
  public static let mirrors = [
    ("worse than even", "better than even"), ("less than even", "better than even"),
    ("less likely than not", "better than even"), ("more unlikely than not", "better than even"),
    ("almost never", "almost always"),
  ]

  /// Adjectives that make a phrase with a word for chance, and what the phrase is read as.
  public static let adjectives: [(String, [String])] = [
    ("very good", ["very good chance"]), ("excellent", ["very good chance"]),
    ("good", ["likely"]), ("strong", ["likely"]), ("solid", ["likely"]), ("high", high),
    ("low", ["with low probability"]), ("moderate", ["with moderate probability"]),
    ("slight", small), ("slim", small), ("small", small), ("poor", small), ("faint", small),
    ("outside", small), ("little", ["little chance"]), ("remote", ["remote chance", "remote"]),
    ("tiny", ["remote chance", "remote"]), ("minuscule", ["remote chance", "remote"]),
    ("negligible", none), ("almost no", none), ("virtually no", none), ("practically no", none),
    ("next to no", none), ("hardly any", none), ("little or no", none), ("little to no", none),
    ("nearly no", none),
    ("better than even", ["better than even", "more likely than not"]), ("even", levels),
    ("about even", levels), ("roughly even", levels),
  ]

  /// The words for chance that those adjectives go with.
  public static let nouns = [
    "chance", "chances", "odds", "likelihood", "probability", "prospect", "prospects",
    "possibility",
  ]

  private static let levels = [
    "about even", "roughly even chance", "even chance", "chances about even",
    "about as likely as not",
  ]
  private static let high = ["with high probability"]
  private static let small = ["chances are slight", "slight chance"]
  private static let none = ["almost no chance", "almost impossible"]

  private static let nearlySure: [(String, [String])] = [
    "almost certain", "nearly certain", "virtually certain", "practically certain",
    "all but certain", "as good as certain", "almost sure", "all but sure", "all but guaranteed",
    "virtually guaranteed", "almost guaranteed", "all but inevitable", "almost inevitable",
    "virtually inevitable", "all but assured", "almost surely", "nearly certainly",
    "virtually certainly", "practically certainly", "all but certainly",
  ].map { ($0, ["almost certain", "nearly certain", "virtually certain"]) }

  private static let hardlyPossible: [(String, [String])] = [
    "almost impossible", "virtually impossible", "nearly impossible", "practically impossible",
    "all but impossible", "next to impossible", "well nigh impossible",
  ].map { ($0, none) }
}
