import Augury

/// Turns the texts of options into the values of a forecast.
enum ForecastInput {
  /// Reads `--on`, `--published`: a date phrase, an EDTF expression, or `unknown`.
  static func time(_ text: String?, today: CivilDate) throws -> SaidTime {
    guard let text, text != "unknown" else { return .unknown }
    guard !text.trimmed.isEmpty else {
      throw UsageError("An empty text is no time.", "Give a date, or unknown.")
    }
    if let time = try? SaidTime(edtf: text) { return time }
    return try SaidTime(edtf: try DatePhrase.parse(text, today: today).edtf)
  }

  /// Reads `--until`: the last day of a date phrase.
  static func deadline(_ text: String?, zone: String?, today: CivilDate) throws -> Deadline? {
    guard let text else {
      guard zone == nil else {
        throw UsageError("--zone says in which zone a deadline is read.", "Give --until too.")
      }
      return nil
    }
    if let zone { _ = try ZoneFiles.rules(zone) }
    return Deadline(day: try DatePhrase.parse(text, today: today).last, zone: zone)
  }

  /// Reads a day: the last of a date phrase.
  static func day(_ text: String, today: CivilDate) throws -> CivilDate {
    try DatePhrase.parse(text, today: today).last
  }

  /// Reads `--via`: a name, with an address after `=` where one is known.
  static func citation(_ text: String) throws -> Citation {
    let parts = split(text)
    guard !parts.name.isEmpty else {
      throw UsageError("\"\(text)\" names no outlet.", "Write --via NAME or --via NAME=URL.")
    }
    return Citation(venue: parts.name, url: parts.value)
  }

  /// Reads `--option`: a name and its probability.
  static func option(_ text: String) throws -> DistributionPart {
    let parts = split(text)
    guard !parts.name.isEmpty, let value = parts.value else {
      throw UsageError("\"\(text)\" is not an option.", "Write --option NAME=PROBABILITY.")
    }
    return .option(parts.name, try Probability(parsing: value))
  }

  /// Reads `--quantile`: a level and the number or the date there.
  static func quantile(_ text: String, today: CivilDate) throws -> DistributionPart {
    let parts = split(text)
    guard let value = parts.value else {
      throw UsageError(
        "\"\(text)\" is not a quantile.", "Write --quantile LEVEL=VALUE, such as 0.9=250.")
    }
    let chance = try Probability(parsing: parts.name)
    let level = try DecimalText(text: parts.name, value: chance.value)
    if let number = try? DecimalText(parsing: value) { return .quantile(level, value: number) }
    return .dateQuantile(level, value: try day(value, today: today))
  }

  private static func split(_ text: String) -> (name: String, value: String?) {
    guard let sign = text.firstIndex(of: "=") else { return (text.trimmed, nil) }
    return (text[..<sign].trimmed, text[text.index(after: sign)...].trimmed)
  }
}
