extension HorizonParser {
  /// Returns the side of today on which the clause around a place looks.
  ///
  /// The nearest verb before the place in its clause decides, else the nearest behind it; a verb
  /// that tells no side leaves the question open.
  func tense(at place: Int) -> HorizonDirection {
    var step = place - 1
    while step >= 0, place - step <= HorizonLimits.clause, !endsClause(step) {
      if let side = side(step) { return side }
      step -= 1
    }
    step = place + 1
    while step < tokens.count, step - place <= HorizonLimits.clause, !endsClause(step - 1) {
      if let side = side(step) { return side }
      step += 1
    }
    return .nearest
  }

  /// Whether a sentence ends with the token at a place.
  private func endsClause(_ place: Int) -> Bool {
    guard place + 1 < tokens.count else { return false }
    if tokens[place + 1].gap == .paragraph { return true }
    switch words[place] {
    case .mark(0x3B), .mark(0x3F), .mark(0x21): return true
    case .mark(0x2E):
      guard tokens[place + 1].gap != .none, place > 0 else { return false }
      if case .month = words[place - 1] { return false }
      return tokens[place - 1].length > 2 || tokens[place - 1].kind == .number
        || tokens[place - 1].kind == .mark
    default: return false
    }
  }

  private static let be: WordKey = "be"

  private func side(_ place: Int) -> HorizonDirection? {
    switch cues[place] {
    case .future: return .future
    case .present: return .nearest
    case .past:
      // `be held`, `to be paid`: not yet; `is held`: open.
      guard place > 0 else { return .past }
      if tokens[place - 1].key == HorizonParser.be { return .future }
      return cues[place - 1] == .present && tokens[place].key.ends(length: tokens[place].length)
        ? nil : .past
    case .neither, nil: return nil
    }
  }
}
