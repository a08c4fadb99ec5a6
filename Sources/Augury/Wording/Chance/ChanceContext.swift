// Which figures of a running text are chances.
extension ChanceScan {
  /// Returns the end of what belongs to the figure, and the word for chance that stands before it;
  /// nil when nothing says that it is a chance.
  func context(of figure: ChanceFigure, from start: Int) -> (end: Int, noun: Int?)? {
    let end = figure.words.upperBound
    if figure.form == .chances { return (end, nil) }
    if let next = key(end) {
      if Self.after.contains(next) { return (end + 1, nil) }
      if next == "that", figure.form == .percent { return (end, nil) }
    }
    if figure.form == .level {
      if let next = key(end), Self.calls.contains(next) { return (end + 1, nil) }
      if let before = keyBefore(start), Self.copulas.contains(before) { return (end, nil) }
    }
    if isSaid(before: start, figureEnd: end) { return (end, nil) }
    return noun(before: start, figureEnd: end).map { (end, $0) }
  }

  /// Whether somebody gives the figure as theirs: "I'd put it at 35 %", "we'd say 35 %".
  private func isSaid(before start: Int, figureEnd end: Int) -> Bool {
    if let next = key(end), next == "of" || !Self.functions.contains(next) { return false }
    let last = keyBefore(start)
    let place = last == "at" || last == "a" || last == "an" ? start - 1 : start
    guard let word = keyBefore(place) else { return false }
    if Self.things.contains(word), let verb = keyBefore(place - 1) {
      return (last == "at" ? Self.putting : Self.giving).contains(verb)
    }
    guard last != "at", Self.saying.contains(word), var who = keyBefore(place - 1) else {
      return false
    }
    if who == "'d" || who == "would", let subject = keyBefore(place - 2) { who = subject }
    return who == "i" || who == "we"
  }

  /// Returns the word for chance that a figure is given for: "the chances stand at 70 %".
  private func noun(before start: Int, figureEnd end: Int) -> Int? {
    var place = start - 1
    guard place >= 0, words[start].gap != .paragraph else { return nil }
    let isBracket = ["(", "[", "=", ":"].contains(words[place].key)
    if isBracket { place -= 1 }
    guard place >= 0 else { return nil }
    if isBracket, ["likely", "unlikely", "p", "probable"].contains(words[place].key) {
      return place
    }
    let isLinked = Self.links.contains(words[place].key)
    guard isBracket || isLinked || Self.nouns.contains(words[place].key) else { return nil }
    // "A chance of 3 % growth" is no chance of 3 %.
    if words[place].key == "of" || words[place].key == "to", let next = key(end),
      !Self.functions.contains(next)
    {
      return nil
    }
    for distance in 0..<14 where place - distance >= 0 {
      let word = words[place - distance]
      if isEnd(place - distance) { return nil }
      if Self.nouns.contains(word.key) { return place - distance }
      if word.gap == .paragraph { return nil }
    }
    return nil
  }

  /// Reads odds, which count only beside a word for them, or whole with a colon.
  func odds(_ figure: ChanceFigure, from start: Int) -> Match? {
    var figure = figure
    var end = figure.words.upperBound
    var isTold = isWhole && figure.form == .colonOdds
    var isAgainst = false
    for distance in 1..<8 where start - distance >= 0 {
      let word = words[start - distance]
      if isEnd(start - distance) { break }
      if word.key == "against" { isAgainst = true }
      if word.key == "odds" { isTold = true }
      if isTold { break }
    }
    if !isTold { isAgainst = false }
    if let next = key(end), let side = Self.sides[next],
      isTold || next != "on" && (next != "against" || mayStandAgainst(end + 1))
    {
      isTold = true
      isAgainst = side
      end += 1
    }
    guard isTold else { return nil }
    if isAgainst {
      (figure.low, figure.high) = (1 - figure.low, 1 - figure.high)
      figure.rules = [ChanceRule.number, ChanceRule.oddsAgainst]
    }
    let reading = ChanceReading(
      span: words[start].start..<words[end - 1].end, kind: .number, meaning: figure.meaning,
      table: nil, row: nil, rules: figure.rules, isNegated: isAgainst)
    return Match(number: reading, words: start..<end, next: end, governs: true)
  }

  /// Whether "3-1 against" at the end of a clause is odds, where "3-1 against Chelsea" is none.
  private func mayStandAgainst(_ place: Int) -> Bool {
    guard let next = key(place) else { return true }
    return ["it", "that", "this", "happening", "any", "and", "but"].contains(next)
  }

  private static let things: Set<WordKey> = ["it", "this", "that"]
  private static let putting: Set<WordKey> = ["put", "puts", "peg", "pegs", "place", "rate"]
  private static let giving: Set<WordKey> = ["give", "gives", "call"]
  private static let saying: Set<WordKey> = ["say", "guess", "estimate"]
  private static let after: Set<WordKey> = chanceNouns.union([
    "likely", "certain", "sure", "confident", "confidence", "risk", "possibility", "probable",
    "shot", "certainty",
  ])
  private static let calls: Set<WordKey> = ["call", "bet", "proposition", "guess", "gamble"]
  private static let nouns: Set<WordKey> = chanceNouns.union(["risk", "confidence", "possibility"])
  private static let links: Set<WordKey> = [
    "at", "of", "is", "are", "as", "to", "be", "was", "were", "stands", "stand", "remains",
    "near", "now", "only", "just",
  ]
  private static let functions: Set<WordKey> = [
    "that", "of", "for", "in", "to", "by", "on", "and", "or", "if", "when", "this", "next", "a",
    "an", "the", "it", "he", "she", "they", "we", "there", "but", "at", "before", "after",
    "within", "until", "over", "with", "as",
  ]
  /// Words behind odds, and whether they turn them against the event.
  private static let sides: [WordKey: Bool] = [
    "against": true, "outsider": true, "outsiders": true, "underdog": true, "underdogs": true,
    "longshot": true, "on": false, "favorite": false, "favourite": false, "favorites": false,
    "favourites": false, "odds": false, "shot": true,
  ]
}
