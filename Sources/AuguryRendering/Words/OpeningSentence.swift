internal import Augury

/// The first thing that a page says of a source: what was scored, and the most that this supports.
///
/// It is in plain words for someone who is no statistician. What luck can explain is called so.
struct OpeningSentence {
  private let page: SourcePage
  private let funnel: Funnel

  init(_ page: SourcePage) {
    self.page = page
    funnel = page.line.funnel
  }

  var text: String {
    page.finding == .nothingScored
      ? Sentence.closed("\(head): \(reasons)")
      : [Sentence.closed(head), body, dependence, foresight].compactMap(\.self)
        .joined(separator: " ")
  }

  // MARK: What was scored

  private var head: String {
    let (scored, recorded) = (funnel.scored, funnel.recorded)
    let number = Sentence.spelled(recorded)
    let share =
      switch (scored, recorded) {
      case (0, 1): "could not score the one prediction"
      case (0, 2): "could score neither of the two predictions"
      case (0, _): "could score none of the \(number) predictions"
      case (1, 1): "scored the one prediction"
      case (2, 2): "scored both predictions"
      case (recorded, _): "scored all \(number) predictions"
      default: "scored \(Sentence.spelled(scored)) of the \(number) predictions"
      }
    let isWhole = page.policy.filter.isOpen
    let origin =
      isWhole ? "we recorded from \(page.line.name)" : "from \(page.line.name) selected here"
    return "We \(share) \(origin)\(span)"
  }

  private var span: String {
    guard let span = page.span else { return "" }
    let (first, last) = (Sentence.month(span.lowerBound), Sentence.month(span.upperBound))
    let isOneYear = span.lowerBound.year == span.upperBound.year
    let start = isOneYear ? String(first.prefix(3)) : first
    let isWhole = isOneYear && span.lowerBound.month == 1 && span.upperBound.month == 12
    let time =
      isWhole
      ? "in \(span.lowerBound.year)"
      : first == last ? "in \(first)" : "between \(start) and \(last)"
    let isDated = page.forecasts.allSatisfy { $0.said != nil }
    return ", made \(time)" + (isDated ? "" : " where we know the date")
  }

  // MARK: Why nothing was

  private static let mostReasons = 3

  private var reasons: String {
    let losses = funnel.losses.enumerated().sorted { one, other in
      (other.element.count, one.offset) < (one.element.count, other.offset)
    }.map(\.element)
    if let only = losses.first, losses.count == 1 {
      return whole(only) + (early(only).map { ", though \($0)" } ?? "")
    }
    let isLong = losses.count > OpeningSentence.mostReasons
    let told = losses.prefix(isLong ? OpeningSentence.mostReasons - 1 : losses.count)
    var parts = told.map(clause)
    if isLong {
      let rest = losses.dropFirst(told.count).reduce(0) { $0 + $1.count }
      parts.append("\(Sentence.spelled(rest)) drop out for other reasons")
    }
    return Sentence.list(parts)
  }

  /// What holds of all of them.
  private func whole(_ loss: (reason: Scoreability, count: Int)) -> String {
    let words = ReasonWords(loss.reason)
    if loss.count > 1, let lack = words.lack {
      return "\(loss.count == 2 ? "neither" : "none") \(lack)"
    }
    let subject = loss.count == 1 ? "it" : loss.count == 2 ? "both" : "all"
    return "\(subject) \(words.predicate(loss.count))"
  }

  private func clause(_ loss: (reason: Scoreability, count: Int)) -> String {
    "\(Sentence.spelled(loss.count)) \(ReasonWords(loss.reason).predicate(loss.count))"
      + (early(loss).map { " (\($0))" } ?? "")
  }

  /// What came true already of those that are not due.
  private func early(_ loss: (reason: Scoreability, count: Int)) -> String? {
    let early = loss.reason == .notDue ? page.forecasts.count(where: \.cameTrueEarly) : 0
    guard early > 0 else { return nil }
    let subject =
      switch (early, loss.count) {
      case (1, 1): "it"
      case (loss.count, 2): "both"
      case (loss.count, _): "all of them"
      default: "\(Sentence.spelled(early)) of them"
      }
    return "\(subject) \(early == 1 ? "has" : "have") already come true"
  }

  // MARK: What that supports

  private var body: String {
    switch page.finding {
    case .nothingScored: ""
    case .fewCalls(let hits, let calls): fewCalls(hits, calls)
    case .noReference(let brier):
      "On a scale where 0 is perfect and always saying 50 % gives 0.25, their mean score is "
        + "\(NumberText.fixed(brier, 2)); with no reference forecasts beside it, that does not tell "
        + "skill from luck or from easy questions."
    case .tooFew(let edge, let compared, let events): tooFew(edge, compared, events)
    case .unclear(let edge, let compared, _):
      compares(edge, compared)
        + (isNear(edge)
          ? "; any difference is small enough to be luck."
          : ", but the evidence is too weak to rule out luck.")
    case .better(_, let compared, _):
      "\(subject(compared)) were more accurate than \(OpeningSentence.reference), by more than luck "
        + "would easily explain."
    case .worse(_, let compared, _):
      "\(subject(compared)) were less accurate than \(OpeningSentence.reference), by more than luck "
        + "would easily explain."
    }
  }

  private static let reference = "the reference forecasts for the same questions"

  private func fewCalls(_ hits: Int, _ calls: Int) -> String {
    let scored = funnel.scored
    let caveat = "\(Sentence.spelled(scored)) is too few to say anything about accuracy."
    guard calls > 0 else { return Sentence.capitalised(caveat) }
    // What was called unlikely and did not happen was right, but did not come true.
    let isPlain = page.unlikely == nil
    let verb = isPlain ? "came true" : "pointed the right way"
    let number = Sentence.spelled(calls)
    if calls == 1 {
      let subject =
        calls < scored ? "the one that took a side" : funnel.recorded > 1 ? "that one" : "it"
      let miss = isPlain ? "did not come true" : "pointed the wrong way"
      return Sentence.capitalised("\(subject) \(hits == 1 ? verb : miss); \(caveat)")
    }
    let share =
      switch (hits, calls) {
      case (2, 2): "both"
      case (0, 2): "neither"
      case (calls, _): "all \(number)"
      case (0, _): "none of the \(number)"
      default: "\(Sentence.spelled(hits)) of the \(number)"
      }
    return Sentence.capitalised(
      "\(share)\(calls < scored ? " that took a side" : "") \(verb); \(caveat)")
  }

  private func tooFew(_ edge: Double, _ compared: Int, _ events: Int) -> String {
    if compared < Finding.leastScored {
      return "Only \(Sentence.spelled(compared)) of them could be compared with a reference "
        + "forecast, too few to say anything about accuracy."
    }
    if events < Finding.leastScored {
      let extent =
        events == 1
        ? "all concern one event, which is too little"
        : "concern only \(Sentence.spelled(events)) events, too few"
      return "\(subject(compared)) \(extent) to tell skill from luck."
    }
    let number = Sentence.spelled(compared)
    let amount =
      events == compared
      ? "\(number) is" : "\(number) predictions on \(Sentence.spelled(events)) events are"
    return compares(edge, compared) + "; \(amount) too few to rule out luck"
      + (isNear(edge) ? " either way." : ".")
  }

  /// What decides on which side of the reference the source comes out, where that was said.
  private var dependence: String? {
    switch page.finding {
    case .better, .worse: break
    default: return nil
    }
    let causes = page.dependences.filter(\.isDecisive).map { dependence in
      switch dependence.cause {
      case .disputed: "how the disputed ones are decided"
      case .words: "what their words are taken to mean"
      case .windows: "how much time their words leave"
      }
    }
    return causes.isEmpty ? nil : "That could turn round, depending on \(Sentence.list(causes))."
  }

  /// What is said where forecasts count that were found when it was too late.
  private var foresight: String? {
    let (late, scored) = (page.scoredAfterwards, funnel.scored)
    guard late > 0 else { return nil }
    let subject =
      late < scored
      ? "\(Sentence.spelled(late)) of them \(late == 1 ? "was" : "were")"
      : scored == 1 ? "it was" : scored == 2 ? "both were" : "all of them were"
    return Sentence.capitalised(
      "\(subject) found only afterwards, which says nothing about foresight.")
  }

  private func compares(_ edge: Double, _ compared: Int) -> String {
    let relation =
      isNear(edge)
      ? "were about as accurate as"
      : edge > 0 ? "came closer to what happened than" : "were further from what happened than"
    return "\(subject(compared)) \(relation) \(OpeningSentence.reference)"
  }

  private func subject(_ compared: Int) -> String {
    compared == page.line.questions
      ? "They" : "The \(Sentence.spelled(compared)) that could be compared"
  }

  private func isNear(_ edge: Double) -> Bool { abs(edge) <= Finding.near }
}
