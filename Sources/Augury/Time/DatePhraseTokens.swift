/// One piece of a date phrase.
enum DateToken: Hashable {
  /// Letters, in lower case.
  case word(String)
  /// Digits alone: their value and their count.
  case number(Int, digits: Int)
  /// A day of the month with its ending: `14th`.
  case ordinal(Int)
  /// `Q1` to `Q4`.
  case quarter(Int)
  /// `H1` or `H2`.
  case half(Int)
  /// A span of days written as one EDTF expression.
  case span(SaidTime)
}

/// Cuts a date phrase into tokens at spaces, tabs and commas.
enum DatePhraseTokens {
  static func read(_ text: String, today: CivilDate) throws(TimeError) -> [DateToken] {
    guard text.utf8.count <= DatePhrase.longest else { throw .notAPhrase(text) }
    let pieces = text.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 || $0 == 0x2C })
      .map(Array.init)
    // A word after it, as in 3.5 days, makes it something else.
    if let last = pieces.last, let numerals = NumeralDate(last, today: today) {
      throw .numeralDate(String(decoding: last, as: UTF8.self), readings: numerals.readings)
    }
    guard !pieces.isEmpty else { throw .notAPhrase(text) }
    var tokens: [DateToken] = []
    for piece in pieces { tokens.append(try token(piece, text: text)) }
    return tokens
  }

  private static func token(_ piece: [UInt8], text: String) throws(TimeError) -> DateToken {
    let lower = piece.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let digits = lower.prefix { $0 &- 0x30 <= 9 }
    let rest = lower[digits.count...]
    if digits.isEmpty { return try word(lower, text: text) }
    if rest.isEmpty, digits.count <= 7 {
      return .number(value(digits), digits: digits.count)
    }
    if digits.count <= 2, isOrdinalEnding(rest, of: value(digits)) {
      return .ordinal(value(digits))
    }
    if let token = partOfYear(digits: digits, rest: rest) { return token }
    let said = try span(String(decoding: piece, as: UTF8.self), text: text)
    guard said.firstDay != nil, said.lastDay != nil, !said.edtf.utf8.contains(0x54) else {
      throw .notAPhrase(text)
    }
    return .span(said)
  }

  private static func span(_ piece: String, text: String) throws(TimeError) -> SaidTime {
    do {
      return try SaidTime(edtf: piece)
    } catch {
      // Whoever writes a phrase is not helped by what else EDTF has, such as instants.
      if case .notEDTF = error { throw .notAPhrase(text) }
      if piece.utf8.contains(0x54) { throw .notAPhrase(text) }
      throw error
    }
  }

  /// Returns a word, or a quarter or half of a year that stands alone.
  private static func word(_ piece: [UInt8], text: String) throws(TimeError) -> DateToken {
    // An abbreviation may keep its full stop.
    let letters = piece.count > 1 && piece.last == 0x2E ? piece.dropLast() : piece[...]
    if letters.allSatisfy({ $0 &- 0x61 < 26 }) {
      return .word(String(decoding: letters, as: UTF8.self))
    }
    if piece.count == 2, let token = partOfYear(piece[0], piece[1]) { return token }
    throw .unexpectedWord(text, word: String(decoding: piece, as: UTF8.self))
  }

  /// Returns the quarter or half of `2026-Q3` or `2026Q3`.
  private static func partOfYear(
    digits: ArraySlice<UInt8>, rest: ArraySlice<UInt8>
  ) -> DateToken? {
    let code = rest.first == 0x2D ? rest.dropFirst() : rest
    guard digits.count == 4, code.count == 2, let letter = code.first, let digit = code.last
    else { return nil }
    let year = String(decoding: digits, as: UTF8.self)
    let number =
      switch partOfYear(letter, digit) {
      case .quarter(let quarter): 32 + quarter
      case .half(let half): 39 + half
      default: 0
      }
    guard number > 0, let said = try? SaidTime(edtf: "\(year)-\(number)") else { return nil }
    return .span(said)
  }

  private static func partOfYear(_ letter: UInt8, _ digit: UInt8) -> DateToken? {
    switch (letter, digit) {
    case (0x71, 0x31...0x34): .quarter(Int(digit - 0x30))
    case (0x68, 0x31...0x32): .half(Int(digit - 0x30))
    default: nil
    }
  }

  private static func isOrdinalEnding(_ ending: ArraySlice<UInt8>, of number: Int) -> Bool {
    let expected =
      switch (number, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return ending.elementsEqual(expected.utf8)
  }

  static func value(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
