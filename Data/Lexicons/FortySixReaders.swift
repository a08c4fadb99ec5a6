extension Lexicon {
  /// What 46 readers of a forum answered, on the 17 phrases of Barclay 1977.
  public static let readers46 = Lexicon(
    id: "readers-46", title: "46 readers, 2015", kind: .survey,
    citation: """
      zonination, Perceptions of Probability and Numbers, 2015, probly.csv at commit 51207062; \
      figures worked out anew from the answers. The phrases are those of Barclay et al. 1977, as in \
      Heuer, Psychology of Intelligence Analysis, 1999, figure 18.
      """,
    version: "2015.1", licence: "MIT",
    rows: [
      .answers(
        "almost certainly", 46, 0.926457, 0.071035, 0.8125, 0.85, 0.9, 0.95, 0.9775, 0.985, 0.99),
      .answers(
        "highly likely", 46, 0.862174, 0.128788, 0.7125, 0.8, 0.8425, 0.9, 0.95, 0.955, 0.9675),
      .answers("very good chance", 46, 0.797609, 0.064676, 0.7, 0.72, 0.75, 0.8, 0.85, 0.9, 0.9),
      .answers("likely", 46, 0.72, 0.098748, 0.6, 0.6, 0.65, 0.7, 0.75, 0.855, 0.9),
      .answers("probably", 46, 0.715217, 0.109742, 0.52, 0.575, 0.65, 0.75, 0.8, 0.85, 0.8875),
      .answers("probable", 46, 0.714565, 0.102431, 0.51, 0.6, 0.65, 0.7, 0.7875, 0.85, 0.8875),
      .answers("we believe", 46, 0.685217, 0.167342, 0.5, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9),
      .answers(
        "better than even", 46, 0.583935, 0.117882, 0.51, 0.51, 0.55, 0.6, 0.6, 0.66, 0.7725),
      .answers("about even", 46, 0.495652, 0.018577, 0.4575, 0.49, 0.5, 0.5, 0.5, 0.5, 0.5),
      .answers("probably not", 46, 0.294761, 0.148589, 0.1, 0.15, 0.2, 0.265, 0.3875, 0.4, 0.48),
      .answers("we doubt", 46, 0.278696, 0.201755, 0.05, 0.085, 0.15, 0.25, 0.33, 0.425, 0.6),
      .answers("unlikely", 46, 0.199348, 0.100474, 0.05, 0.09, 0.1, 0.2, 0.2875, 0.35, 0.35),
      .answers("improbable", 46, 0.180218, 0.143844, 0.01, 0.03, 0.07, 0.15, 0.28, 0.375, 0.49),
      .answers("little chance", 46, 0.159783, 0.143209, 0.05, 0.05, 0.1, 0.15, 0.2, 0.225, 0.25),
      .answers("chances are slight", 46, 0.14087, 0.089488, 0.05, 0.05, 0.1, 0.1, 0.15, 0.3, 0.3),
      .answers(
        "highly unlikely", 46, 0.101304, 0.13523, 0.03, 0.03, 0.05, 0.05, 0.1, 0.175, 0.2375),
      .answers(
        "almost no chance", 46, 0.056315, 0.138148, 0.01, 0.01, 0.01, 0.02, 0.05, 0.085, 0.1),
    ])
}
