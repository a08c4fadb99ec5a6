// Negations of what a chance is of: "90 % sure it won't", "a 70 % chance of no deal".
extension ChanceScan {
  /// Whether the text denies what the match is a chance of, so that its opposite is the chance.
  ///
  /// Only what is plain counts: a negation where the content begins, or behind the first verb of
  /// its clause. What cannot be told is left as it is.
  func isDenied(_ match: Match) -> Bool {
    if let draft = match.draft {
      guard draft.core.phrase != "will happen" else { return false }
    } else if match.number == nil {
      return false
    }
    let first = match.noun ?? match.words.lowerBound
    if Self.chanceNouns.contains(words[first].key),
      deniesContent(at: first + 1, before: match.words.upperBound, isBare: false)
    {
      return true
    }
    let isBare = match.number != nil || match.governs
    return deniesContent(at: content(behind: match), before: words.count, isBare: isBare)
      || closesDenial(match)
  }

  /// Where the content of a match begins: behind the comma of "Almost certainly, he won't".
  private func content(behind match: Match) -> Int {
    let start = match.words.lowerBound
    let opens = start == 0 || words[start].gap == .paragraph || isEnd(start - 1)
    guard opens, match.next < words.count, words[match.next].key == "," else { return match.next }
    return match.next + 1
  }

  /// Whether the figure ends a clause that is a flat denial: "he won't win, with 90 % probability".
  private func closesDenial(_ match: Match) -> Bool {
    guard match.number != nil, key(match.next) == nil, let last = lastInSentence,
      last.kind == .assertion, last.rules == [ChanceRule.denial]
    else { return false }
    let start = match.words.lowerBound
    let isArticle = keyBefore(start) == "a"
    return keyBefore(isArticle ? start - 1 : start) == "with"
  }

  /// Whether a clause or a noun with a negation begins here.
  ///
  /// Where it is bare, "no" or "not" may begin it without "that" or "of" before.
  private func deniesContent(at start: Int, before end: Int, isBare: Bool) -> Bool {
    var place = start
    if let word = key(place), Self.timeLeads.contains(word),
      let that = (place..<place + 6).first(where: { key($0) == "that" })
    {
      place = that
    }
    let lead = key(place)
    let isLed = lead == "that" || lead == "of" || lead == "for"
    if isLed { place += 1 }
    guard place < end else { return false }
    if isLed || isBare, denies(at: place) { return true }
    if lead == "of" || lead == "for" { return place + 1 < end && key(place + 1) == "not" }
    return deniesClause(at: place, before: end, isLed: isLed)
  }

  /// Whether the first verb of a clause is denied: "they will not", "the deal does not".
  private func deniesClause(at start: Int, before end: Int, isLed: Bool) -> Bool {
    guard let first = key(start), words[start].kind == .word else { return false }
    let isPronoun = Self.pronouns.contains(first)
    guard
      isLed || isPronoun || Self.determiners.contains(first) || Self.articles.contains(first)
        || words[start].isCapitalized
    else { return false }
    for place in start + 1..<min(start + 8, end) {
      guard let word = key(place), !Self.joints.contains(word) else { return false }
      if Self.fullVerbs.contains(word) {
        let behind = key(place + 1) == "be" || key(place + 1) == "have" ? place + 2 : place + 1
        return behind < end && denies(at: behind)
      }
      if Self.forms.contains(word) {
        // "The chance that the bill passes is not high" denies the chance, not the bill.
        guard place + 1 < end, isPronoun || key(place + 2) == "going" else { return false }
        return denies(at: place + 1)
      }
      if isPronoun, !Self.asides.contains(word) { return false }
    }
    return false
  }

  /// Whether a word stands here that denies all behind it.
  private func denies(at place: Int) -> Bool {
    guard let word = key(place), Self.denials.contains(word) else { return false }
    return key(place + 1).map { !Self.partial.contains($0) } ?? true
  }

  private static let denials: Set<WordKey> = [
    "not", "no", "never", "nobody", "nothing", "none", "neither",
  ]
  /// What makes a negation another thing: "not only", "no later than".
  private static let partial: Set<WordKey> = [
    "only", "just", "merely", "simply", "necessarily", "least", "later", "more", "less", "fewer",
    "earlier", "sooner", "doubt", "matter", "other", "likely", "unlikely", "impossible",
  ]
  private static let fullVerbs: Set<WordKey> = [
    "will", "'ll", "would", "do", "does", "did", "can", "has", "have", "had", "should",
  ]
  private static let forms: Set<WordKey> = ["is", "are", "'s", "'re", "was", "were", "am", "'m"]
  private static let asides: Set<WordKey> = ["also", "still", "now", "really", "all", "both"]
  private static let articles: Set<WordKey> = ["a", "an", "this", "these", "those"]
  private static let pronouns: Set<WordKey> = [
    "it", "he", "she", "they", "we", "you", "i", "there", "that", "this",
  ]
  private static let timeLeads: Set<WordKey> = ["by", "before", "in", "within", "until", "this"]
  /// Words that begin another clause.
  private static let joints: Set<WordKey> = [
    "that", "who", "which", "what", "if", "when", "unless", "because", "and", "but", "or", "while",
    "than", "although", "though", "where", "whether", "since", "so",
  ]
}
