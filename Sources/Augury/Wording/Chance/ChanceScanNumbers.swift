// What stands around a figure: bounds, and words that say that it is a chance.
extension ChanceScan {
  /// Reads a figure that is a chance by what stands around it.
  func number(at index: Int) -> Match? {
    guard begins(at: index), var figure = figure(at: index) else { return nil }
    let start = bound(&figure)
    if figure.form == .level, figure.low < figure.high { return level(figure, from: start) }
    if figure.form == .odds || figure.form == .colonOdds {
      return odds(figure, from: start)
    }
    trail(&figure)
    let context = context(of: figure, from: start)
    guard isWhole || context != nil else { return nil }
    return match(figure, from: start, to: context?.end ?? figure.words.upperBound, context?.noun)
  }

  /// Passes over a chance that stood before: "up from 50 %".
  func earlier(at index: Int) -> Match? {
    guard key(index + 1) == "from" else { return nil }
    let isArticle = key(index + 2) == "a" || key(index + 2) == "an"
    let start = isArticle ? index + 3 : index + 2
    guard start < words.count, let figure = figure(at: start) else { return nil }
    let end = figure.words.upperBound
    return Match(words: index..<end, next: end)
  }

  /// Reads "better than 50-50" as the tables read "better than even".
  private func level(_ figure: ChanceFigure, from start: Int) -> Match? {
    guard let core = book.phrases[figure.high == 1 ? "better than even" : "less than even"] else {
      return nil
    }
    let end = figure.words.upperBound
    let isNoun = key(end).map(Self.chanceNouns.contains) ?? false
    let last = isNoun ? end + 1 : end
    return Match(
      draft: ChanceDraft(core, book: book), words: start..<last, next: last, governs: isNoun)
  }

  private func match(_ figure: ChanceFigure, from start: Int, to end: Int, _ noun: Int?) -> Match? {
    let reading = ChanceReading(
      span: 0..<0, kind: .number, meaning: figure.meaning, table: nil, row: nil,
      rules: figure.rules, isNegated: figure.rules.contains(ChanceRule.oddsAgainst))
    let span = words[start].start..<words[end - 1].end
    var placed = reading
    placed.span = span
    return Match(number: placed, words: start..<end, next: end, governs: true, noun: noun)
  }

  /// Whether a figure may begin here: not inside another number, amount or name.
  private func begins(at index: Int) -> Bool {
    let word = words[index]
    guard index > 0, word.gap == .none else { return true }
    let before = words[index - 1]
    if before.end > word.start { return true }
    return before.isMark && Self.openers.contains(before.key)
  }

  /// Reads what bounds or softens the figure before it, and returns where all of it begins.
  private func bound(_ figure: inout ChanceFigure) -> Int {
    let start = figure.words.lowerBound
    var place = start
    if let article = keyBefore(place), article == "a" || article == "an" { place -= 1 }
    guard place > 0, words[place].gap != .paragraph else { return start }
    let last = words[place - 1].key
    let previous = keyBefore(place - 1)
    let isPoint = figure.low == figure.high
    if figure.low < figure.high, last == "between" || last == "from" { return place - 1 }
    if isPoint, let sort = Self.bounds[last] {
      set(sort, on: &figure)
      return place - 1
    }
    guard isPoint, let previous else { return start }
    if last == "than", let sort = Self.comparisons[previous] {
      let isDenied = keyBefore(place - 2).map { $0 == "no" || $0 == "not" } ?? false
      set(isDenied ? sort.opposite : sort, on: &figure)
      return isDenied ? place - 3 : place - 2
    }
    let pairs: [(WordKey, WordKey, Bound)] = [
      ("at", "least", .atLeast), ("at", "most", .atMost), ("up", "to", .atMost),
      ("upwards", "of", .above),
    ]
    for (first, second, sort) in pairs where previous == first && last == second {
      set(sort, on: &figure)
      return place - 2
    }
    return start
  }

  /// How a word before a figure bounds it.
  enum Bound {
    case atLeast, above, atMost, below, about

    /// What is left when it is denied: "no more than".
    var opposite: Bound {
      switch self {
      case .above: .atMost
      case .below: .atLeast
      case .atLeast: .below
      case .atMost: .above
      case .about: .about
      }
    }
  }

  private func set(_ bound: Bound, on figure: inout ChanceFigure) {
    figure.rules.append(bound == .about ? ChanceRule.approximate : ChanceRule.bound)
    switch bound {
    case .atLeast, .above:
      figure.high = 1
      figure.lowIsOpen = bound == .above
    case .atMost, .below:
      figure.low = 0
      figure.highIsOpen = bound == .below
    case .about: break
    }
  }

  /// Reads "or more", "or less" behind the figure.
  private func trail(_ figure: inout ChanceFigure) {
    let end = figure.words.upperBound
    guard figure.low == figure.high, key(end) == "or", let word = key(end + 1) else { return }
    if ["more", "higher", "better", "greater", "above"].contains(word) {
      set(.atLeast, on: &figure)
    } else if ["less", "lower", "fewer", "below"].contains(word) {
      set(.atMost, on: &figure)
    } else {
      return
    }
    figure.words = figure.words.lowerBound..<end + 2
  }

  /// Words with which "from" names what a chance was before.
  static let moves: Set<WordKey> = ["up", "down"]
  private static let openers: Set<WordKey> = ["(", "[", "\"", "'", "~", "≈", "=", "—", "<", ">"]
  private static let bounds: [WordKey: Bound] = [
    "over": .above, "above": .above, "exceeding": .above, ">": .above, "under": .below,
    "below": .below, "<": .below, "about": .about, "around": .about, "roughly": .about,
    "approximately": .about, "nearly": .about, "almost": .about, "circa": .about, "maybe": .about,
    "perhaps": .about, "~": .about,
    "≈": .about,
  ]
  private static let comparisons: [WordKey: Bound] = [
    "more": .above, "greater": .above, "better": .above, "higher": .above, "less": .below,
    "lower": .below, "fewer": .below, "worse": .below,
  ]
}
