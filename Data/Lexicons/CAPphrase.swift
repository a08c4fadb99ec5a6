extension Lexicon {
  /// What 5,174 people answered who took the CAPphrase quiz, the default for words without a scale.
  public static let capphrase2026 = Lexicon(
    id: "capphrase-2026", title: "CAPphrase 2026 (5,174 people)", kind: .survey,
    citation: """
      A. Kucharski, CAPphrase, 2026, data/absolute_judgements.csv at commit f12d3554, \
      doi:10.5281/zenodo.18750055; figures worked out anew from the answers.
      """,
    version: "2026.1", licence: "CC BY 4.0",
    rows: [
      .answers("will happen", 5174, 0.975709, 0.069396, 0.9, 0.913, 0.99, 1, 1, 1, 1),
      .answers("almost certain", 5174, 0.93966, 0.057881, 0.85, 0.9, 0.9, 0.95, 0.98, 0.99, 0.99),
      .answers("highly likely", 5174, 0.853319, 0.10894, 0.75, 0.75, 0.8, 0.9, 0.9, 0.95, 0.95),
      .answers(
        "very good chance", 5174, 0.792422, 0.099399, 0.6395, 0.7, 0.75, 0.8, 0.85, 0.9, 0.9),
      .answers("likely", 5174, 0.725887, 0.103434, 0.6, 0.6, 0.67, 0.75, 0.8, 0.85, 0.9),
      .answers("probable", 5174, 0.714412, 0.12029, 0.51, 0.6, 0.65, 0.75, 0.8, 0.85, 0.9),
      .answers("better than even", 5174, 0.581227, 0.068474, 0.51, 0.51, 0.55, 0.6, 0.6, 0.65, 0.7),
      .answers(
        "realistic possibility", 5174, 0.569662, 0.205489, 0.2, 0.25, 0.4, 0.6, 0.75, 0.8, 0.85),
      .answers("about even", 5174, 0.499575, 0.036559, 0.49, 0.5, 0.5, 0.5, 0.5, 0.5, 0.51),
      .answers("may happen", 5174, 0.41878, 0.170167, 0.1, 0.2, 0.3, 0.4, 0.51, 0.6, 0.7),
      .answers("might happen", 5174, 0.399567, 0.176587, 0.1, 0.15, 0.25, 0.4, 0.5, 0.6, 0.66),
      .answers("could happen", 5174, 0.396577, 0.182287, 0.1, 0.15, 0.25, 0.4, 0.5, 0.6, 0.7),
      .answers("unlikely", 5174, 0.190099, 0.113022, 0.05, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4),
      .answers("improbable", 5174, 0.134368, 0.116005, 0.01, 0.01, 0.05, 0.1, 0.2, 0.3, 0.3335),
      .answers(
        "chances are slight", 5174, 0.129994, 0.102145, 0.03, 0.05, 0.05, 0.1, 0.15, 0.25, 0.3),
      .answers("little chance", 5174, 0.116828, 0.080769, 0.02, 0.05, 0.05, 0.1, 0.15, 0.2, 0.25),
      .answers("highly unlikely", 5174, 0.092145, 0.124109, 0.01, 0.01, 0.05, 0.05, 0.1, 0.2, 0.2),
      .answers("remote chance", 5174, 0.08717, 0.099348, 0.01, 0.01, 0.03, 0.05, 0.1, 0.2, 0.25),
      .answers(
        "almost no chance", 5174, 0.039092, 0.060371, 0.01, 0.01, 0.01, 0.02, 0.05, 0.1, 0.1),
    ])
}
