import Augury

/// Turns the texts of options into the values of a forecast.
enum ForecastInput {
  /// Reads `--on`, `--published`: a date phrase, an EDTF expression, or `unknown`.
  static func time(_ text: String?, today: CivilDate) throws -> SaidTime {
    guard let text, text != "unknown" else { return .unknown }
    guard !text.trimmed.isEmpty else {
      throw UsageError("An empty text is no time.", "Give a date, or unknown.")
    }
    do {
      return try SaidTime(edtf: text)
    } catch  where text.utf8.first.map({ (0x30...0x39).contains($0) }) == true && text.contains("T")
    {
      // An instant that is put wrongly.
      throw error
    } catch {}
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

  /// Reads a day that has come.
  static func past(_ text: String, today: CivilDate) throws -> CivilDate {
    let day = try self.day(text, today: today)
    guard day <= today else {
      throw UsageError("\(day) has not come yet.", "Give a day up to today.")
    }
    return day
  }

  /// Refuses a text without any visible character.
  static func text(_ text: String, _ noun: String) throws -> String {
    guard !text.trimmed.isEmpty else {
      throw UsageError("The \(noun) is empty.", "Write at least one character.")
    }
    return text
  }

  /// Reads `--via`: a name, with an address after `=` where one is known.
  static func citation(_ text: String) throws -> Citation {
    let parts = split(text)
    guard !parts.name.isEmpty else {
      throw UsageError(
        "\"\(text.clipped)\" names no outlet.", "Write --via NAME or --via NAME=URL.")
    }
    return Citation(venue: parts.name, url: parts.value)
  }

  /// Reads `--option`: a name and its probability.
  static func option(_ text: String) throws -> DistributionPart {
    // The name may hold a sign of its own; a probability does not.
    let sign = text.lastIndex(of: "=") ?? text.startIndex
    let parts = (name: text[..<sign].trimmed, value: text[sign...].dropFirst().trimmed)
    guard !parts.name.isEmpty, case let value = parts.value, !value.isEmpty else {
      throw UsageError("\"\(text.clipped)\" is not an option.", "Write --option NAME=PROBABILITY.")
    }
    return .option(parts.name, try Probability(parsing: value))
  }

  /// Reads `--quantile`: a level and the number or the date there.
  static func quantile(_ text: String, today: CivilDate) throws -> DistributionPart {
    let parts = split(text)
    guard let value = parts.value else {
      throw UsageError(
        "\"\(text.clipped)\" is not a quantile.", "Write --quantile LEVEL=VALUE, such as 0.9=250.")
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
