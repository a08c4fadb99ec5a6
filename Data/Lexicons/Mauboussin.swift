extension Lexicon {
  /// What about 1,860 people answered in the survey of the Mauboussins.
  public static let mauboussin2018 = Lexicon(
    id: "mauboussin-2018", title: "Mauboussin 2018 (about 1,860 people)", kind: .survey,
    citation: """
      A. Mauboussin and M. J. Mauboussin, If You Say Something Is “Likely,” How Likely Do People \
      Think It Is?, Harvard Business Review, 3 July 2018; figures worked out anew from the answers \
      in amauboussin/probability-survey at commit 6eaae615.
      """,
    version: "2018.1", licence: "none stated; figures only",
    rows: [
      .answers("always", 1864, 0.963412, 0.117604, 0.85, 0.9, 0.98, 1, 1, 1, 1),
      .answers("certainly", 1864, 0.925756, 0.125604, 0.7, 0.8, 0.9, 0.98, 1, 1, 1),
      .answers("slam dunk", 1836, 0.903312, 0.187025, 0.5, 0.8, 0.9, 0.95, 0.99, 1, 1),
      .answers("almost certainly", 1866, 0.899373, 0.113976, 0.75, 0.8, 0.9, 0.9, 0.95, 0.99, 0.99),
      .answers("almost always", 1860, 0.890817, 0.117676, 0.75, 0.8, 0.89, 0.9, 0.95, 0.98, 0.99),
      .answers(
        "with high probability", 1864, 0.814136, 0.107863, 0.7, 0.7, 0.75, 0.8, 0.9, 0.9, 0.95),
      .answers("usually", 1861, 0.718211, 0.121877, 0.51, 0.6, 0.65, 0.75, 0.8, 0.85, 0.9),
      .answers("likely", 1859, 0.690194, 0.122102, 0.51, 0.55, 0.6, 0.7, 0.75, 0.8, 0.85),
      .answers("frequently", 1856, 0.677053, 0.149182, 0.35, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85),
      .answers("probably", 1861, 0.665932, 0.132821, 0.5, 0.51, 0.6, 0.7, 0.75, 0.8, 0.85),
      .answers("often", 1859, 0.661114, 0.146476, 0.35, 0.5, 0.6, 0.7, 0.75, 0.8, 0.8),
      .answers(
        "serious possibility", 1853, 0.61878, 0.216363, 0.2, 0.3, 0.45, 0.66, 0.8, 0.858, 0.9),
      .answers(
        "more often than not", 1860, 0.591323, 0.103576, 0.51, 0.51, 0.55, 0.6, 0.65, 0.7, 0.75),
      .answers("real possibility", 1862, 0.538416, 0.225564, 0.101, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85),
      .answers(
        "with moderate probability", 1857, 0.49539, 0.149436, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7),
      .answers("maybe", 1863, 0.438647, 0.12203, 0.2, 0.25, 0.4, 0.5, 0.5, 0.5, 0.596),
      .answers("possibly", 1860, 0.4075, 0.176907, 0.1, 0.15, 0.25, 0.45, 0.5, 0.6, 0.7),
      .answers("might happen", 1858, 0.360054, 0.174475, 0.05, 0.1, 0.2, 0.4, 0.5, 0.55, 0.6),
      .answers("not often", 1862, 0.200687, 0.107916, 0.05, 0.1, 0.1, 0.2, 0.25, 0.3, 0.35),
      .answers("unlikely", 1861, 0.186706, 0.1242, 0.05, 0.05, 0.1, 0.2, 0.25, 0.3, 0.4),
      .answers(
        "with low probability", 1858, 0.157417, 0.097769, 0.05, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3),
      .answers("rarely", 1861, 0.11108, 0.096552, 0.02, 0.04, 0.05, 0.1, 0.15, 0.2, 0.25),
      .answers("never", 1862, 0.024544, 0.106942, 0, 0, 0, 0, 0.01, 0.05, 0.08),
    ])
}
