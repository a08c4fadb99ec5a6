import Lexicons

// Flat assertions with "will" and "going to", and chances told in two places.
extension ChanceScan {
  /// Reads "will" or "will not", or the phrase that stands with it: "will probably".
  func will(at index: Int) -> Match? {
    if !isWhole {
      guard !words[index].isCapitalized, key(index + 1) != nil else { return nil }
      if let before = keyBefore(index), Self.determiners.contains(before) { return nil }
    }
    var place = index + 1
    var isDenied = false
    if let next = key(place), next == "not" || next == "never" {
      isDenied = true
      place += 1
    }
    if let match = hedged(from: index, at: place, isDenied: isDenied) { return match }
    if isDenied, key(place) == "necessarily" {
      return flat("not necessarily", isDenied: false, from: index, to: place + 1)
    }
    if let verb = key(place), ["happen", "occur"].contains(verb) { place += 1 }
    return flat("will happen", isDenied: isDenied, from: index, to: place)
  }

  /// Reads a phrase that tells how far the "will" before it is meant.
  private func hedged(from index: Int, at place: Int, isDenied: Bool) -> Match? {
    var place = place
    for _ in 0..<2 {
      guard let word = key(place), Self.fillers.contains(word) else { break }
      place += 1
    }
    guard key(place) != nil, key(place) != "will", let head = head(at: place),
      !head.core.isFrequency, head.core.phrase != "will happen"
    else { return nil }
    var draft = ChanceDraft(head.core, book: book)
    draft.apply((isDenied ? [.negation] : []) + head.modifiers)
    return finish(draft, from: index, end: head.end, core: head.core)
  }

  /// Reads "going to" after a form of "be" in the present, perhaps denied.
  func goingTo(at index: Int) -> Match? {
    guard key(index + 1) == "to", !words[index].isCapitalized || isWhole else { return nil }
    if !isWhole {
      guard let verb = key(index + 2), !Self.places.contains(verb),
        !words[index + 2].isCapitalized
      else { return nil }
    }
    var isDenied = false
    var place = index
    for _ in 0..<4 {
      guard let before = keyBefore(place) else { break }
      place -= 1
      if before == "not" || before == "never" { isDenied = true }
      if Self.present.contains(before) {
        return flat("will happen", isDenied: isDenied, from: place, to: index + 2)
      }
      if ["was", "were", "been"].contains(before) { return nil }
    }
    guard isWhole else { return nil }
    return flat("will happen", isDenied: isDenied, from: index, to: index + 2)
  }

  private func flat(_ phrase: String, isDenied: Bool, from start: Int, to end: Int) -> Match? {
    guard let core = book.phrases[phrase] else { return nil }
    var draft = ChanceDraft(core, book: book)
    if isDenied { draft.complement() }
    return Match(draft: draft, words: start..<end, next: end)
  }

  /// Reads a chance told apart from its adjective: "the chances of a deal are slim".
  func spread(at index: Int) -> Match? {
    for place in index + 1..<min(index + 14, words.count) {
      guard let verb = key(place), words[place].kind == .word else { return nil }
      guard Self.linking.contains(verb), place + 1 < words.count,
        let match = adjective(at: place + 1, noun: index)
      else { continue }
      return match
    }
    return nil
  }

  private func adjective(at start: Int, noun: Int) -> Match? {
    var place = start
    var modifiers: [ChanceBook.Modifier] = []
    while key(place) != nil, modifiers.count < 4 {
      let window = words[place..<min(place + 5, words.count)]
      if let phrase = Self.adjectives.longest(in: window),
        let core = book.phrases[phrase.value + " chance"]
      {
        guard !continues(behind: phrase.end) else { return nil }
        var draft = ChanceDraft(core, book: book)
        draft.apply(modifiers)
        return Match(
          draft: draft, words: noun..<phrase.end, next: phrase.end, governs: true)
      }
      guard let modifier = ChanceBook.modifiers.longest(in: window) else { return nil }
      modifiers.append(modifier.value)
      place = modifier.end
    }
    return nil
  }

  /// Whether a noun follows, so that the adjective is not the last word on the chances.
  private func continues(behind end: Int) -> Bool {
    guard let next = key(end) else { return false }
    return !Self.after.contains(next)
  }

  private static let adjectives: PhraseTree<String> = {
    var tree = PhraseTree<String>()
    for (adjective, _) in ChanceConventions.adjectives { tree.insert(adjective, adjective) }
    return tree
  }()

  private static let fillers: Set<WordKey> = ["be", "also", "still", "now", "soon", "then", "all"]
  private static let present: Set<WordKey> = ["is", "are", "am", "'s", "'re", "'m"]
  private static let places: Set<WordKey> = [
    "the", "a", "an", "his", "her", "their", "my", "our", "your", "its", "this", "that",
  ]
  private static let linking: Set<WordKey> = [
    "is", "are", "remain", "remains", "seem", "seems", "look", "looks", "appear", "appears", "'s",
  ]
  private static let after: Set<WordKey> = [
    "that", "of", "for", "in", "to", "and", "but", "if", "as", "at", "by", "this", "next", "now",
    "because", "when", "unless", "until", "before", "after", "on", "or", "than", "with",
  ]
}
