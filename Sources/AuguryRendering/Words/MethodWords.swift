internal import Augury

extension SourcePageWords {
  /// How to read the page, and what was not counted: one sentence or more in each.
  package var method: [String] {
    let policy = PolicyWords(page.policy)
    return [policy.counts, policy.window, policy.filter, policy.instant].compactMap(\.self)
      + [Self.brier] + [words, references, ranges, rank, curveMethod].compactMap(\.self) + uncounted
  }

  private static let brier =
    "Brier score: (p − y)², where p is the chance given and y is 1 if it came about, else 0; from 0, "
    + "which is perfect, to 1. Several predictions have the mean of theirs."

  private var words: String? {
    guard page.forecasts.contains(where: { $0.meaning != nil }) else { return nil }
    return
      "Words such as “likely” count with the score expected over all that readers take them for; "
      + "the range beside the word is what most readers take it for."
  }

  private var references: String? {
    guard let references = page.line.figures?.edge?.references else { return nil }
    let parts = ReferenceKind.allCases.compactMap { kind in
      references[kind].map { "\(NumberText.grouped($0)) \(kind.words)" }
    }
    return
      "Reference forecasts, for the same claim at the same time: \(Sentence.list(parts)). The first "
      + "of these that there is counts: one stated at logging; the consensus of at least three other sources; a "
      + "base rate on record; 50 % where the question is declared symmetric."
  }

  private var ranges: String? {
    guard page.line.figures?.edge != nil else { return nil }
    return
      "The 90 % range takes all predictions on one event as one piece of evidence; there is none "
      + "below \(EdgeFigure.leastEvents) events."
  }

  private var rank: String? {
    guard let edge = page.line.figures?.edge else { return nil }
    let bar = "\(EvidenceBar.units) compared predictions on \(EvidenceBar.events) events"
    guard let rank = edge.rank else { return "Not ranked: that takes \(bar)." }
    guard page.ranked > 1 else { return "Not ranked: no other source has \(bar)." }
    let range =
      rank.count == 1
      ? "\(rank.lowerBound)" : "anything from \(rank.lowerBound) to \(rank.upperBound)"
    return "Among the \(NumberText.grouped(page.ranked)) sources with \(bar) its rank is \(range). "
      + "“More accurate” and “less accurate” are said so sparingly that at most one in ten of the "
      + "sources so called is expected to owe it to luck."
  }

  private var curveMethod: String? {
    guard let curve = page.curve else { return nil }
    return
      "The curve is fitted by isotonic regression; the band is where it lies, at each chance, in "
      + "nine of ten records of a source whose chances are right (drawn with seed \(curve.seed))."
  }

  private var uncounted: [String] {
    let undated = page.forecasts.count { $0.said == nil }
    let date =
      undated == 0
      ? []
      : ["\(Sentence.count(undated, "prediction")) \(undated == 1 ? "has" : "have") no known date."]
    return page.line.funnel.losses.map { loss in
      let text =
        "Not counted: \(NumberText.grouped(loss.count)) \(ReasonWords(loss.reason).label(loss.count))."
      return ReasonWords(loss.reason).explanation.map { "\(text) \($0)" } ?? text
    } + date
  }
}
