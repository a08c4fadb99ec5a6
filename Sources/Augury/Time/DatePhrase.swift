/// The phrases for a date or a stretch of days that a person may write in English.
///
/// Taken, in upper or lower case:
/// - EDTF expressions of days with two closed ends: `2026-06-14`, `2026-06`, `2026`, `2026-35`;
/// - `14 June 2026`, `June 14, 2026`, `June 2026`, `Q3 2026`, `H1 2026`; with the year left out,
///   the next that has not ended before today;
/// - `today`, `tomorrow`, `yesterday`; a weekday, also with `next`: its next day after today, and
///   with `last`: its last day before today;
/// - `this`, `next` or `last` and `week` (Monday to Sunday), `month`, `quarter` or `year`;
/// - `in 3 weeks`, `3 weeks from now`, `3 weeks ago`: one day; `within 3 weeks`: today to then;
/// - `end of` any of these, or of `the year` and so on: its last day, and that day only;
/// - `by`, `until` or `through` any of these: today to its last day; `before`: today to the day
///   before its first, but `before the end of 2026` still holds 31 December. When that last day
///   has passed, the span is that day alone;
/// - `on` or `in` a date or period: the same as without.
public enum DatePhrase: Sendable {
  /// The longest phrase looked at, in bytes.
  static let longest = 200

  /// Returns the days that a phrase means to a person who says it on the day `today`.
  ///
  /// Dates in numerals whose order is a guess, such as 01/02/2026, are refused. Takes time in
  /// proportion to the length.
  public static func parse(
    _ text: String, today: CivilDate
  ) throws(TimeError) -> DateSpan {
    let tokens = try DatePhraseTokens.read(text, today: today)
    var parser = DatePhraseParser(text: text, tokens: tokens, today: today)
    return try parser.phrase()
  }
}
