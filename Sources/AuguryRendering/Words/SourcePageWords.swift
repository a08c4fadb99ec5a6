package import Augury

/// Every sentence of a source's page, the same in every form of it.
///
/// It is plain text; who writes it somewhere escapes it for that place. All figures come from the
/// page.
package struct SourcePageWords: Sendable {
  let page: SourcePage

  /// Creates the words for a page.
  package init(_ page: SourcePage) {
    self.page = page
  }

  /// What was scored, and the most that it supports.
  package var opening: String { OpeningSentence(page).text }

  // MARK: Counts

  /// All that is recorded, and what it is made up of: the first count is the sum of the others.
  package var strip: [(count: Int, label: String)] {
    let funnel = page.line.funnel
    let early = page.forecasts.count(where: \.cameTrueEarly)
    let losses = funnel.losses.map { loss in
      let label = ReasonWords(loss.reason).label(loss.count)
      guard loss.reason == .notDue, early > 0 else { return (loss.count, label) }
      let part = early == loss.count ? "" : "\(NumberText.grouped(early)) of them "
      return (loss.count, "\(label) (\(part)already came true)")
    }
    return [(funnel.recorded, "recorded"), (funnel.scored, "scored")] + losses
  }

  /// The same as one line: "41 recorded = 23 scored + 9 not yet due + …".
  package var sum: String {
    let parts = strip.map { "\(NumberText.grouped($0.count)) \($0.label)" }
    return "\(parts[0]) = \(parts.dropFirst().joined(separator: " + "))"
  }

  // MARK: Edge

  private var figure: EdgeFigure? { page.line.figures?.edge }

  /// How much closer it was than the reference.
  package var edge: String {
    guard page.line.figures != nil else {
      return "Nothing was scored, so there is nothing to compare."
    }
    guard let figure else { return "No prediction could be compared with a reference forecast." }
    let events = Sentence.spelled(figure.events, "event")
    guard figure.isStated else {
      return "\(Sentence.capitalised(Sentence.spelled(figure.count, "prediction"))) on \(events) "
        + "could be compared with a reference forecast; that is too little for a figure."
    }
    let mean = SourcePageWords.difference(figure.mean, "per prediction than the reference")
    guard let interval = figure.interval else {
      return Sentence.capitalised(
        "\(mean); \(events) are too few for a range, so it may well be luck.")
    }
    let (low, high) = (SourcePageWords.side(interval.low), SourcePageWords.side(interval.high))
    let range = low == high ? low : "\(low) to \(high)"
    return Sentence.capitalised("\(mean) (90 % range: \(range)).")
  }

  private static func side(_ value: Double) -> String {
    let text = NumberText.fixed(abs(value), 2)
    if text == "0.00" { return "no difference" }
    return "\(text) \(value > 0 ? "better" : "worse")"
  }

  private static func difference(_ value: Double, _ rest: String) -> String {
    NumberText.fixed(abs(value), 2) == "0.00"
      ? "on average no better and no worse than the reference" : "\(side(value)) \(rest)"
  }

  /// What the edge is made of: the two means.
  package var edgeNote: String {
    let scale = "0 is perfect, 0.25 is always saying 50 %."
    guard let figure, figure.isStated else {
      return "The edge is the Brier score of the reference less that of the source; \(scale)"
    }
    return "Brier score \(NumberText.fixed(figure.brier, 2)), that of the reference "
      + "\(NumberText.fixed(figure.referenceBrier, 2)), over \(Sentence.count(figure.count, "prediction")) on "
      + "\(Sentence.count(figure.events, "event")); \(scale)"
  }

  /// What the mean score depends on, one sentence for each.
  package var dependences: [String] {
    guard let brier = page.line.brier else { return [] }
    return page.dependences.map { dependence in
      let bounds = dependence.bounds
      let count = NumberText.grouped(dependence.count)
      let isOne = dependence.count == 1
      let cause =
        switch dependence.cause {
        case .disputed:
          "how \(count) disputed or undecided \(isOne ? "prediction is" : "predictions are") decided"
        case .words: "what the words of \(isOne ? "1 prediction" : "\(count) predictions") mean"
        case .windows:
          "how much time the words of \(isOne ? "1 prediction" : "\(count) predictions") leave"
        }
      let score =
        "the Brier score of \(NumberText.fixed(brier, 2)) could be \(NumberText.fixed(bounds.best, 2)) to "
        + NumberText.fixed(bounds.worst, 2)
      let edge = edge(dependence).map { "\($0), and " } ?? ""
      return Sentence.capitalised("\(edge)\(score), depending on \(cause).")
    }
  }

  private func edge(_ dependence: Dependence) -> String? {
    guard let range = dependence.edge, figure?.isStated == true else { return nil }
    return
      "the edge could be \(SourcePageWords.side(range.low)) to \(SourcePageWords.side(range.high))"
  }

  // MARK: Calls

  /// How often what it called likely and unlikely came about, beside how often it was to.
  package var calls: [String] {
    let counted = [(page.likely, "likelier than not"), (page.unlikely, "less likely than not")]
    return counted.compactMap { call, name in call.map { SourcePageWords.call($0, name) } }
      + [even].compactMap(\.self)
  }

  private static func call(_ call: CallCount, _ name: String) -> String {
    let luck =
      call.range.map { range in
        range.count == 1 ? "" : "; \(range.lowerBound) to \(range.upperBound) allowing for luck"
      } ?? "; how far luck goes is not said, since several are on one event"
    return "Called \(name): \(NumberText.grouped(call.calls)); came about: "
      + "\(NumberText.grouped(call.happened)). By the chances given, "
      + "\(NumberText.fixed(call.expected, 1)) were to be expected\(luck)."
  }

  private var even: String? {
    let even = page.forecasts.filter {
      $0.standing == .scored && $0.happened != nil && $0.probability == 0.5
    }
    guard !even.isEmpty else { return nil }
    let happened = even.count { $0.happened == true }
    return "Called as likely as not: \(NumberText.grouped(even.count)); came about: "
      + "\(NumberText.grouped(happened))."
  }

  // MARK: Calibration

  /// Whether it is too sure of itself, as far as that can be told.
  package var confidence: String {
    let count = page.forecasts.count { $0.standing == .scored && $0.happened != nil }
    switch page.confidence {
    case .overconfident:
      return "Overconfident: its chances were closer to 0 and 100 % than the outcomes bear out."
    case .underconfident:
      return "Underconfident: its chances were closer to 50 % than they needed to be."
    case .tooHigh: return "Chances too high: what it spoke of came about less often than it said."
    case .tooLow: return "Chances too low: what it spoke of came about more often than it said."
    case .calibrated:
      return
        "No sign of over- or underconfidence in \(Sentence.count(count, "yes-or-no prediction"))."
    case .tooFew:
      return
        "Over- or underconfident? Can't tell yet: \(Sentence.count(count, "yes-or-no prediction")) "
        + (count == page.testedEvents ? "" : "on \(Sentence.count(page.testedEvents, "event")) ")
        + "\(count == 1 ? "is" : "are") scored, and it takes \(Confidence.least)"
        + (count == page.testedEvents ? "." : " events.")
    }
  }

  /// What the calibration curve shows; nothing where there is none.
  package var curve: String? {
    guard let curve = page.curve else { return nil }
    let total = "(\(NumberText.grouped(curve.count)) predictions)"
    if let only = curve.points.first, curve.points.count == 1 {
      return "It named the same chance each time, \(Sentence.percent(only.chance)); "
        + "\(NumberText.grouped(only.happened)) of \(NumberText.grouped(only.count)) came about, "
        + (curve.isInside
          ? "which luck explains." : "which luck alone would explain once in ten times at most.")
    }
    let chances = Sentence.spelled(curve.points.count)
    if curve.isInside {
      return
        "At each of the \(chances) chances that it named, what it spoke of came about as often as "
        + "it said, give or take luck \(total)."
    }
    let share =
      "The curve lies outside what luck explains at \(Sentence.spelled(curve.outside)) of the "
      + "\(chances) chances that it named \(total)"
    return curve.outside * 10 <= curve.points.count
      ? "\(share); luck alone would put as many there."
      : "\(share); luck alone would put about one in ten there."
  }

  // MARK: Examples

  private var isCompared: Bool { (page.best + page.worst).contains { $0.edge != nil } }

  /// The heading of the forecasts that were closest to the outcome.
  package var bestHeading: String {
    "Best calls" + (isCompared ? ": closer to the outcome than the reference" : "")
  }

  /// The heading of those that were furthest from it.
  package var worstHeading: String {
    "Biggest misses" + (isCompared ? ": further from the outcome than the reference" : "")
  }

  // MARK: Forecasts

  /// Whether a forecast is scored and with what, or why not.
  package func standing(_ forecast: AssessedForecast) -> String { ForecastWords(forecast).standing }

  /// The chance that it gave, with the range that its words are read as.
  package func chance(_ forecast: AssessedForecast, _ particulars: Particulars? = nil) -> String {
    ForecastWords(forecast).chance(particulars)
  }

  /// The chance that its reference gave the same claim, and where that comes from.
  package func reference(_ forecast: AssessedForecast) -> String {
    ForecastWords(forecast).reference
  }
}
