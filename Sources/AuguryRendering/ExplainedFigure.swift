package import Augury

/// The figures of a source that can be explained.
package enum ExplainedFigure: String, CaseIterable, Sendable {
  case brier, best, worst, log, edge, low, high, shrunken, rank, verdict, expected, observed
  case pValue = "p-value"
  case spiegelhalter, mcb, dsc, unc

  /// What it is, in a few words.
  package var title: String {
    switch self {
    case .brier: "mean Brier score"
    case .best: "mean Brier score at its best"
    case .worst: "mean Brier score at its worst"
    case .log: "mean logarithmic score"
    case .edge: "mean edge over the reference"
    case .low: "lower end of the edge's 90 % range"
    case .high: "upper end of the edge's 90 % range"
    case .shrunken: "edge, drawn towards the common mean"
    case .rank: "range of ranks"
    case .verdict: "verdict"
    case .expected: "how many were to come about"
    case .observed: "how many came about"
    case .pValue: "p-value of the exact count test"
    case .spiegelhalter: "Spiegelhalter's z"
    case .mcb: "what miscalibration costs (MCB)"
    case .dsc: "what telling cases apart gains (DSC)"
    case .unc: "how hard the questions were (UNC)"
    }
  }

  /// How it is made from the rows.
  package var formula: String {
    switch self {
    case .brier:
      "The mean of the column Brier: (p − y)², of words (m − y)² + s², over options half of Σ (p − o)²."
    case .best:
      "The mean of the column best where it has one, else of Brier; disputed and undecided claims at "
        + "their best too, and never above the mean."
    case .worst:
      "The mean of the column worst where it has one, else of Brier; disputed and undecided claims at "
        + "their worst too, and never below the mean."
    case .log:
      "The mean of −ln of the chance given to what came about, chances held to 1…99 %; only chances "
        + "that were given as numbers."
    case .edge: "The mean of the column edge: Brier of the reference less Brier of the source."
    case .low, .high:
      "Mean edge ± t · max(jackknife error by event, its floor), with Satterthwaite's degrees of "
        + "freedom; none below \(EdgeFigure.leastEvents) events."
    case .shrunken:
      "The edges of all sources with their standard errors, by Paule and Mandel: w · edge + (1 − w) · "
        + "common mean, w = τ² / (τ² + error²)."
    case .rank:
      "From 1 + the number of sources that are surely better to the number of all less those that are "
        + "surely worse, by Holm's tests of all pairs at 5 %."
    case .verdict:
      "A discovery by e-BH at 10 % among the e-values of all ranked sources in both directions; in an "
        + "edition that was announced beforehand, after Benjamini and Yekutieli among their t-tests."
    case .expected: "The sum of the column chance, of yes-or-no claims."
    case .observed: "How often the column came about says yes."
    case .pValue:
      "Twice the tail of the Poisson binomial distribution of the column chance, half of the count's "
        + "own chance included."
    case .spiegelhalter: "Σ (y − p)(1 − 2p) / √Σ (1 − 2p)² p (1 − p)."
    case .mcb: "Mean Brier less the mean Brier of the chances recalibrated by isotonic regression."
    case .dsc: "UNC less the mean Brier of the chances recalibrated by isotonic regression."
    case .unc: "ȳ (1 − ȳ), ȳ being how often the claims came about."
    }
  }

  /// Whether it is made from the lines of all sources rather than from the source's own forecasts.
  package var isOfAllSources: Bool {
    switch self {
    case .shrunken, .rank, .verdict: true
    default: false
    }
  }

  /// Returns its value in a source's line; nothing where the source has none.
  package func value(in line: TrackRecord.Line) -> JSONOutput {
    let (figures, edge) = (line.figures, line.figures?.edge)
    let calibration = figures?.calibration
    return switch self {
    case .brier: .number(figures?.brier)
    case .best: .number(figures?.bounds.best)
    case .worst: .number(figures?.bounds.worst)
    case .log: .number(figures?.log?.mean)
    case .edge: .number(edge?.mean)
    case .low: .number(edge?.interval?.low)
    case .high: .number(edge?.interval?.high)
    case .shrunken: .number(edge?.shrunken)
    case .rank:
      edge?.rank.map { ["low": .int($0.lowerBound), "high": .int($0.upperBound)] } ?? .null
    case .verdict: edge.map { .string($0.verdict.rawValue) } ?? .null
    case .expected: .number(calibration?.expected)
    case .observed: calibration.map { .int($0.observed) } ?? .null
    case .pValue: .number(calibration?.pValue)
    case .spiegelhalter: .number(calibration?.spiegelhalterZ)
    case .mcb: .number(calibration?.miscalibration)
    case .dsc: .number(calibration?.discrimination)
    case .unc: .number(calibration?.uncertainty)
    }
  }
}
