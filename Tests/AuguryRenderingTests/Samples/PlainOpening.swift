import Augury
import Foundation

/// The opening sentence that a record's rows support, put together from a plain count of them.
struct PlainOpening {
  private let plain: PlainRecord
  private let scored: Int
  private let all: Int

  init(_ plain: PlainRecord) {
    self.plain = plain
    scored = plain.scored.count
    all = plain.record.rows.count
  }

  static func word(_ number: Int) -> String {
    let words = "zero one two three four five six seven eight nine".split(separator: " ")
    if number < 10 { return String(words[number]) }
    return number < 1000 ? "\(number)" : "\(number / 1000),\(String(format: "%03d", number % 1000))"
  }

  var text: String {
    get throws {
      if scored == 0 { return start + ": " + why + "." }
      let late = try plain.late
      var text = start + (start.hasSuffix(".") ? " " : ". ") + rest
      if text.contains("more accurate") || text.contains("less accurate") { text += dependence }
      guard late > 0 else { return text }
      var who = "\(PlainOpening.word(late)) of them \(late == 1 ? "was" : "were")"
      if late == scored {
        who = late == 1 ? "it was" : late == 2 ? "both were" : "all of them were"
      }
      return text
        + " \(who.prefix(1).capitalized + who.dropFirst()) found only afterwards, which says nothing about foresight."
    }
  }

  private var dependence: String {
    let causes = [
      plain.decisive.disputed ? "how the disputed ones are decided" : nil,
      plain.decisive.words ? "what their words are taken to mean" : nil,
    ].compactMap(\.self)
    return causes.isEmpty
      ? "" : " That could turn round, depending on \(causes.joined(separator: " and "))."
  }

  private var start: String {
    let many = PlainOpening.word(all)
    var what = "We scored \(PlainOpening.word(scored)) of the \(many) predictions"
    if scored == all { what = "We scored all \(many) predictions" }
    if scored == 0 { what = "We could score none of the \(many) predictions" }
    if all == 2, scored == 2 { what = "We scored both predictions" }
    if all == 2, scored == 0 { what = "We could score neither of the two predictions" }
    if all == 1, scored == 1 { what = "We scored the one prediction" }
    if all == 1, scored == 0 { what = "We could not score the one prediction" }
    return what + " we recorded from \(plain.record.source)" + time
  }

  private var time: String {
    guard let (first, last) = plain.months else { return "" }
    let isSameYear = first.suffix(4) == last.suffix(4)
    let undated = plain.record.rows.contains { $0.said == nil } ? " where we know the date" : ""
    if isSameYear, first.hasPrefix("Jan"), last.hasPrefix("Dec") {
      return ", made in \(first.suffix(4))\(undated)"
    }
    if first == last { return ", made in \(first)\(undated)" }
    return ", made between \(isSameYear ? String(first.prefix(3)) : first) and \(last)\(undated)"
  }

  // MARK: Nothing scored

  /// What is said of one, of two or more, and of all of them.
  private static let phrases: [(Scoreability, one: String, many: String, whole: String?)] = [
    (.notDue, "is not due yet", "are not due yet", "is due yet"),
    (
      .undecided, "is past its deadline, but nobody has recorded what happened",
      "are past their deadlines, but nobody has recorded what happened", nil
    ),
    (.ambiguous, "has a disputed outcome", "have disputed outcomes", nil),
    (.annulled, "is on a question that was annulled", "are on questions that were annulled", nil),
    (
      .withdrawn, "was withdrawn before the outcome was known",
      "were withdrawn before the outcomes were known", nil
    ),
    (
      .hedge, "is only a hedge such as “could” or “may”",
      "are only hedges such as “could” or “may”", nil
    ),
    (.noProbability, "gives no probability", "give no probability", "gives a probability"),
    (
      .notBinary, "gives a number or a date, which is not scored yet",
      "give numbers or dates, which are not scored yet", nil
    ),
    (
      .unfalsifiable, "is worded so that no date can prove it wrong",
      "are worded so that no date can prove them wrong", nil
    ),
    (.noDeadline, "has no deadline", "have no deadline", "has a deadline"),
    (
      .hindsight, "was made when the outcome was already known",
      "were made when the outcomes were already known", nil
    ),
    (
      .afterwards, "was found only once its outcome could be known",
      "were found only once their outcomes could be known", nil
    ),
    (
      .repeated, "is another statement on the same question",
      "are other statements on the same questions", nil
    ),
  ]

  private var why: String {
    let present = PlainOpening.phrases.map { ($0, plain.count($0.0)) }.filter { $0.1 > 0 }
    if let (phrase, count) = present.first, present.count == 1 {
      let early = early(phrase.0, count).map { ", though \($0)" } ?? ""
      if count == 1 { return "it \(phrase.one)\(early)" }
      if let whole = phrase.whole { return (count == 2 ? "neither " : "none ") + whole + early }
      return (count == 2 ? "both " : "all ") + phrase.many + early
    }
    var ordered: [(phrase: (Scoreability, one: String, many: String, whole: String?), count: Int)] =
      []
    for count in stride(from: all, through: 1, by: -1) {
      ordered += present.filter { $0.1 == count }.map { ($0.0, $0.1) }
    }
    var parts = ordered.map { phrase, count in
      PlainOpening.word(count) + " " + (count == 1 ? phrase.one : phrase.many)
        + (early(phrase.0, count).map { " (\($0))" } ?? "")
    }
    if parts.count > 3 {
      let told = ordered[0].count + ordered[1].count
      parts = parts.prefix(2) + ["\(PlainOpening.word(all - told)) drop out for other reasons"]
    }
    return parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }

  private func early(_ fate: Scoreability, _ count: Int) -> String? {
    let rows = zip(plain.record.rows, plain.fates).filter { $0.1 == .notDue }.map(\.0)
    let early = rows.filter { row in
      if case .open = row.result { return false }
      // What was held for unlikely does not come true by happening.
      switch row.chance {
      case .number(let chance) where chance <= 0.5: return false
      case .words(let low, let high) where low + high <= 1: return false
      default: return PlainRecord.cameAbout(row) == true
      }
    }.count
    guard fate == .notDue, early > 0 else { return nil }
    var who = "\(PlainOpening.word(early)) of them"
    if early == count { who = count == 1 ? "it" : count == 2 ? "both" : "all of them" }
    return "\(who) \(early == 1 ? "has" : "have") already come true"
  }

  // MARK: Something scored

  private var rest: String {
    if scored < 5 { return few }
    let compared = plain.compared.count
    if compared == 0 {
      return "On a scale where 0 is perfect and always saying 50 % gives 0.25, their mean score is "
        + String(format: "%.2f", plain.brier)
        + "; with no reference forecasts beside it, that does not tell skill from luck or from easy questions."
    }
    let number = PlainOpening.word(compared)
    if compared < 5 {
      return
        "Only \(number) of them could be compared with a reference forecast, too few to say anything "
        + "about accuracy."
    }
    let who = compared == scored ? "They" : "The \(number) that could be compared"
    let events = plain.events
    if events == 1 {
      return "\(who) all concern one event, which is too little to tell skill from luck."
    }
    if events < 5 {
      return
        "\(who) concern only \(PlainOpening.word(events)) events, too few to tell skill from luck."
    }
    let reference = "the reference forecasts for the same questions"
    let isEnough = compared >= 20 && events >= 10
    if isEnough, isDiscovery(plain.evidence.better), plain.edge > 0 {
      return "\(who) were more accurate than \(reference), by more than luck would easily explain."
    }
    if isEnough, isDiscovery(plain.evidence.worse), plain.edge < 0 {
      return "\(who) were less accurate than \(reference), by more than luck would easily explain."
    }
    let isNear = abs(plain.edge) <= 0.02
    var text = "\(who) came closer to what happened than \(reference)"
    if plain.edge < 0 { text = "\(who) were further from what happened than \(reference)" }
    if isNear { text = "\(who) were about as accurate as \(reference)" }
    if isEnough {
      return text
        + (isNear
          ? "; any difference is small enough to be luck."
          : ", but the evidence is too weak to rule out luck.")
    }
    let amount =
      events == compared
      ? "\(number) is" : "\(number) predictions on \(PlainOpening.word(events)) events are"
    return "\(text); \(amount) too few to rule out luck\(isNear ? " either way" : "")."
  }

  /// Of two hypotheses, better and worse, one is found at 10 % where its evidence is 2 / 0.1.
  private func isDiscovery(_ evidence: Double) -> Bool { evidence >= 20 }

  private var few: String {
    let calls = plain.scored.compactMap { row -> (isLikely: Bool, isRight: Bool)? in
      guard let chance = PlainRecord.chance(row)?.mean, chance != 0.5,
        let happened = PlainRecord.cameAbout(row)
      else { return nil }
      return (chance > 0.5, (chance > 0.5) == happened)
    }
    let caveat = "\(PlainOpening.word(scored)) is too few to say anything about accuracy."
    func capital(_ text: String) -> String { text.prefix(1).capitalized + text.dropFirst() }
    guard !calls.isEmpty else { return capital(caveat) }
    let hits = calls.filter(\.isRight).count
    let isPlain = calls.allSatisfy(\.isLikely)
    let right = isPlain ? "came true" : "pointed the right way"
    if calls.count == 1 {
      var who = all == 1 ? "It" : "That one"
      if scored > 1 { who = "The one that took a side" }
      let wrong = isPlain ? "did not come true" : "pointed the wrong way"
      return "\(who) \(hits == 1 ? right : wrong); \(caveat)"
    }
    let number = PlainOpening.word(calls.count)
    var who = "\(PlainOpening.word(hits)) of the \(number)"
    if hits == 0 { who = calls.count == 2 ? "neither" : "none of the \(number)" }
    if hits == calls.count { who = calls.count == 2 ? "both" : "all \(number)" }
    return capital(who) + (calls.count < scored ? " that took a side" : "") + " \(right); \(caveat)"
  }
}
