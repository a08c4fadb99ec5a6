/// Everything that was read in one text, and what of it stands for the whole.
public struct TextReading: Sendable {
  /// The text.
  public let text: String
  /// The day on which it was said.
  public let reference: CivilDate
  /// All words for how likely something is, in the order of the text.
  public let chances: [ChanceReading]
  /// All expressions of time, in the order of the text.
  public let horizons: [HorizonReading]

  /// Reads a text that was said on a day.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - reference: The day.
  ///   - reader: Reads the chances.
  ///   - isForecast: Whether days without their week or year lie ahead where no verb decides; when
  ///     that is not said, in a text that speaks of chances in numbers or words.
  public init(
    _ text: String, saidOn reference: CivilDate, by reader: ChanceReader = .standard,
    isForecast: Bool? = nil
  ) {
    self.text = text
    self.reference = reference
    let numbers = reader.find(in: text)
    let speaksOfChances = numbers.contains { $0.kind == .number || $0.kind == .verbal }
    let options = HorizonOptions(prefersFuture: isForecast ?? speaksOfChances)
    let days = HorizonReader(reference: reference, options: options)
    // What is nothing but a time, such as "the 3rd", needs no hint that it is one.
    let found = days.phrase(text).map { [$0] } ?? days.find(in: text)
    let bare = numbers.isEmpty ? reader.number(text, without: found.map(\.span)) : nil
    (chances, horizons) = Self.apart(bare.map { [$0] } ?? numbers, found, reference)
  }

  /// Returns chances and horizons without the numbers that stand inside a date, and without the
  /// years inside a number: "a 1-in-1000 chance", or past ones as in "the odds are 1 in 1000".
  private static func apart(
    _ chances: [ChanceReading], _ horizons: [HorizonReading], _ reference: CivilDate
  ) -> ([ChanceReading], [HorizonReading]) {
    let numbers = chances.filter { $0.kind == .number }.map(\.span)
    let dates = horizons.filter { horizon in
      let isPast = horizon.until.map { $0 <= reference } ?? false
      return !numbers.contains {
        $0.lowerBound < horizon.span.lowerBound
          && ($0.upperBound > horizon.span.upperBound
            || isPast && $0.upperBound == horizon.span.upperBound)
      }
    }
    let own = chances.filter { chance in
      chance.kind != .number || !dates.contains { $0.span.overlaps(chance.span) }
    }
    return (own, dates)
  }

  /// The chance that stands for the text: its first number, else its first words for a chance,
  /// else its first flat assertion, else its first hedge.
  public var chance: ChanceReading? { chances.standing }

  /// The horizon that stands for the text: that of the chance that stands for it, else its first
  /// days of the calendar that end on or after the day it was said, else its first vague words,
  /// else its first words that no day can refute.
  ///
  /// The horizon of a chance stands in the same part of the sentence, where parts end at a
  /// semicolon, a colon, a full stop, or a comma with "and" or "with"; the first behind the chance
  /// and before another one comes first. What began in the past and what has no end is no horizon.
  public var horizon: HorizonReading? {
    let ahead = horizons.filter(isAhead)
    if ahead.count > 1, let own = ownHorizon(among: ahead) { return own }
    return Self.first(of: ahead, [.dated, .vague, .unfalsifiable])
  }

  /// The chances in numbers and in words of a table that do not stand for the text.
  public var otherChances: [ChanceReading] {
    let chosen = chance?.span
    return chances.filter { ($0.kind == .number || $0.kind == .verbal) && $0.span != chosen }
  }

  /// The days of the calendar and the vague words that lie ahead and do not stand for the text.
  public var otherHorizons: [HorizonReading] {
    let chosen = horizon?.span
    return horizons.filter { $0.kind != .unfalsifiable && isAhead($0) && $0.span != chosen }
  }

  /// Returns the days or vague words that stand beside the chance.
  private func ownHorizon(among ahead: [HorizonReading]) -> HorizonReading? {
    guard let chance = chance?.span else { return nil }
    let part = TextParts.part(
      of: text, around: chance.lowerBound, sparing: horizons.map(\.span))
    let beside = ahead.filter { part.contains($0.span.lowerBound) }
    let next = chances.first { $0.span.lowerBound >= chance.upperBound }?.span.lowerBound ?? .max
    let behind = beside.filter { (chance.upperBound..<next).contains($0.span.lowerBound) }
    return Self.first(of: behind, [.dated, .vague]) ?? Self.first(of: beside, [.dated, .vague])
  }

  private static func first(
    of horizons: [HorizonReading], _ kinds: [HorizonReading.Kind]
  ) -> HorizonReading? {
    kinds.lazy.compactMap { kind in horizons.first { $0.kind == kind } }.first
  }

  private func isAhead(_ horizon: HorizonReading) -> Bool {
    horizon.kind == .unfalsifiable || horizon.until.map { $0 > reference } ?? false
  }

  /// The words that stand in some of the text's bytes.
  public func words(_ span: Range<Int>) -> String {
    let bytes = text.utf8
    guard span.lowerBound >= 0, span.upperBound <= bytes.count else { return "" }
    let start = bytes.index(bytes.startIndex, offsetBy: span.lowerBound)
    let end = bytes.index(start, offsetBy: span.count)
    return String(text[start..<end])
  }
}
