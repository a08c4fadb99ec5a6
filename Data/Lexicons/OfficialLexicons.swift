extension Lexicon {
  /// Sherman Kent's table of 1964, each phrase a figure "give or take" another.
  public static let kent1964 = Lexicon(
    id: "kent-1964", title: "Kent 1964", kind: .official,
    citation: "S. Kent, Words of Estimative Probability, Studies in Intelligence, Fall 1964.",
    version: "1964.1", licence: "work of the US government",
    rows: [
      .range("certain", 1, 1),
      .range("almost certain", 0.87, 0.99),
      .range("probable", 0.63, 0.87),
      .range("chances about even", 0.4, 0.6),
      .range("probably not", 0.2, 0.4),
      .range("almost certainly not", 0.02, 0.12),
      .range("impossible", 0, 0),
    ])

  /// The scale of the US Intelligence Community's analytic standards.
  ///
  /// The directive forbids mixing its two rows of terms, and joining confidence and likelihood in
  /// one sentence.
  public static let icd203 = Lexicon(
    id: "icd-203", title: "ICD 203 (2015)", kind: .official,
    citation: """
      Office of the Director of National Intelligence, Intelligence Community Directive 203, \
      Analytic Standards, 2 January 2015, D.6.e(2)(a).
      """,
    version: "2015.1", licence: "work of the US government",
    rows: [
      .range("almost no chance", "remote", 0.01, 0.05),
      .range("very unlikely", "highly improbable", 0.05, 0.2),
      .range("unlikely", "improbable", 0.2, 0.45),
      .range("roughly even chance", "roughly even odds", 0.45, 0.55),
      .range("likely", "probable", 0.55, 0.8),
      .range("very likely", "highly probable", 0.8, 0.95),
      .range("almost certain", "nearly certain", 0.95, 0.99),
    ])

  /// The likelihood scale of the IPCC's fifth and sixth assessment reports.
  ///
  /// It is nested, no partition: what is very likely is likely too.
  public static let ipcc = Lexicon(
    id: "ipcc", title: "IPCC AR5 and AR6", kind: .official,
    citation: """
      M. D. Mastrandrea et al., Guidance Note for Lead Authors of the IPCC Fifth Assessment Report \
      on Consistent Treatment of Uncertainties, 2010, table 1; unchanged in AR6.
      """,
    version: "2010.1", licence: "figures quoted as facts",
    rows: [
      .range("virtually certain", 0.99, 1),
      .range("extremely likely", 0.95, 1),
      .range("very likely", 0.9, 1),
      .range("likely", 0.66, 1),
      .range("more likely than not", above: 0.5, 1),
      .range("about as likely as not", 0.33, 0.66),
      .range("unlikely", 0, 0.33),
      .range("very unlikely", 0, 0.1),
      .range("extremely unlikely", 0, 0.05),
      .range("exceptionally unlikely", 0, 0.01),
    ])

  /// The probability yardstick of the UK's Professional Head of Intelligence Assessment.
  ///
  /// The gaps between its ranges are meant: an estimate is to be put clearly on one side.
  public static let ukPHIA = Lexicon(
    id: "uk-phia", title: "UK PHIA yardstick", kind: .official,
    citation: """
      Professional Head of Intelligence Assessment, Explaining Uncertainty in UK Intelligence \
      Assessment, gov.uk, 24 March 2025; figures as tabulated in CAPphrase, data/yardstick_uk.csv.
      """,
    version: "2025.1", licence: "figures quoted as facts",
    rows: [
      .range("remote chance", 0, 0.05),
      .range("highly unlikely", 0.1, 0.2),
      .range("unlikely", 0.25, 0.35),
      .range("realistic possibility", 0.4, below: 0.5),
      .range("likely", "probable", 0.55, 0.75),
      .range("highly likely", 0.8, 0.9),
      .range("almost certain", 0.95, 1),
    ])

  /// NATO's scale of likelihood in its joint doctrine for intelligence procedures.
  public static let nato = Lexicon(
    id: "nato", title: "NATO AJP-2.1", kind: .official,
    citation: """
      NATO, AJP-2.1, Allied Joint Doctrine for Intelligence Procedures, edition B, 2016; figures \
      as tabulated in CAPphrase, data/yardstick_nato.csv.
      """,
    version: "2016.1", licence: "figures quoted as facts",
    rows: [
      .range("highly likely", above: 0.9, 1),
      .range("likely", 0.6, 0.9),
      .range("even chance", 0.4, 0.6),
      .range("unlikely", 0.1, 0.4),
      .range("highly unlikely", 0, below: 0.1),
    ])

  /// The approximate probability scale of the European Food Safety Authority.
  public static let efsa = Lexicon(
    id: "efsa", title: "EFSA", kind: .official,
    citation: """
      EFSA Scientific Committee, Guidance on Uncertainty Analysis in Scientific Assessments, EFSA \
      Journal 16(1):5123, 2018; figures as tabulated in CAPphrase, data/yardstick_efsa.csv.
      """,
    version: "2018.1", licence: "figures quoted as facts",
    rows: [
      .range("almost certain", 0.99, 1),
      .range("extremely likely", 0.95, 0.99),
      .range("very likely", 0.9, 0.95),
      .range("likely", 0.66, 0.9),
      .range("about as likely as not", 0.33, 0.66),
      .range("unlikely", 0.1, 0.33),
      .range("very unlikely", 0.05, 0.1),
      .range("extremely unlikely", 0.01, 0.05),
      .range("almost impossible", 0, 0.01),
    ])
}
