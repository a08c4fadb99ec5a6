extension HorizonParser {
  /// Reads a time of day, or two that are the ends of one; only that it was there counts.
  mutating func clockSpan() -> Bool {
    let start = at
    _ = eat(.from) || eat(.between)
    let isLed = at > 0 && (words[at - 1] == .keyword(.at) || words[at - 1] == .keyword(.about))
    guard hourRange() || clock(isLed: isLed) else {
      at = start
      return false
    }
    let end = at
    if connector(isBetween: true) || eatTurn(), clock(isLed: true) { return true }
    at = end
    return true
  }

  /// Reads `9-11am`, where only the second time is clearly one.
  private mutating func hourRange() -> Bool {
    let start = at
    if case .digits(let hour) = word(), hour < 25 {
      at += 1
      if connector(isBetween: true), clockTime(isLed: false) { return true }
    }
    at = start
    return false
  }

  private mutating func eatTurn() -> Bool {
    eat(.but)
    return eat(.before)
  }

  /// Reads `at 5pm`, `19:30`, `noon`, `in the morning`, `8 o'clock`, `a quarter past 2pm`.
  mutating func clock(isLed: Bool = false) -> Bool {
    let start = at
    var found = false
    for _ in 0..<4 {
      guard clockPiece(isLed: isLed || found) else { break }
      found = true
    }
    if !found { at = start }
    return found
  }

  private mutating func clockPiece(isLed: Bool) -> Bool {
    let start = at
    eat(mark: ",")
    let hasAt = eat(.at) || eat(mark: "@") || eat(.about)
    if eat(.noon) { return true }
    if dayPart() || pastHour() || clockTime(isLed: hasAt || isLed) { return true }
    at = start
    return false
  }

  /// Reads `in the morning`, `early evening`, `tonight` behind a time.
  private mutating func dayPart() -> Bool {
    let start = at
    if eat(.in) { eat(.the) }
    if word() == .part(.early) || has(.late) { at += 1 }
    eat(.in)
    eat(.the)
    if word() == .unit(.moment) || has(.minutes), has(.of, 1) { at += 2 }
    eat(.the)
    if word() == .partOfDay {
      at += 1
      return true
    }
    if has(.am) || has(.pm), at > start {
      at += 1
      return true
    }
    at = start
    return false
  }

  /// Reads `a quarter past 2pm`, `20 minutes to 2pm`, `half past three`.
  private mutating func pastHour() -> Bool {
    let start = at
    eat(.a)
    let isNamed = eat(.quarter) || eat(.half)
    if !isNamed {
      guard count() != nil else {
        at = start
        return false
      }
      guard eat(.minutes) else {
        at = start
        return false
      }
    }
    if word() == .relative(.last) || has(.to) || has(.after) || has(.before) {
      at += 1
      if clockTime(isLed: true) { return true }
    }
    at = start
    return false
  }

  /// Reads the numerals or words of a time.
  private mutating func clockTime(isLed: Bool) -> Bool {
    let start = at
    guard hour() else { return false }
    var isClear = false
    for _ in 0..<2 where hasMark(":") {
      guard case .digits = word(1) else { break }
      at += 2
      isClear = true
    }
    if isJoined(0), has(.h) {
      at += 1
      isClear = true
      if isJoined(0), case .digits = word() { at += 1 }
    }
    if case .cardinal = word(), !isClear { _ = belowHundred() }
    if has(.am) || has(.pm) || has(.clock) {
      at += 1
      isClear = true
      if has(.am) || has(.pm) { at += 1 }
    } else if isJoined(0), has(.a) || tokenIsP {
      at += 1
      isClear = true
    }
    if isClear || isLed && !isMonth(0) || has(.in) && has(.the, 1) || has(.tonight)
      || word() == .relative(.this) && word(1) == .partOfDay
    {
      return true
    }
    at = start
    return false
  }

  private var tokenIsP: Bool { at < tokens.count && tokens[at].key == "p" }

  private mutating func hour() -> Bool {
    switch word() {
    case .digits(let value):
      guard value < 25 || tokens[at].length == 4 && value < 2400 && value % 100 < 60
      else { return false }
      at += 1
      return true
    case .cardinal:
      return belowHundred() != nil
    default: return false
    }
  }
}
