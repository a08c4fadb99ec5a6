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
  public init(_ text: String, saidOn reference: CivilDate, by reader: ChanceReader = .standard) {
    self.text = text
    self.reference = reference
    let days = HorizonReader(reference: reference)
    // What is nothing but a time, such as "the 3rd", needs no hint that it is one.
    let horizons = days.phrase(text).map { [$0] } ?? days.find(in: text)
    self.horizons = horizons
    // A number inside a date is no chance.
    chances = reader.find(in: text).filter { chance in
      chance.kind != .number || !horizons.contains { $0.span.overlaps(chance.span) }
    }
  }

  /// The chance that stands for the text: its first number, else its first words for a chance,
  /// else its first flat assertion, else its first hedge.
  public var chance: ChanceReading? {
    for kind in [ChanceReading.Kind.number, .verbal, .assertion, .hedge] {
      if let first = chances.first(where: { $0.kind == kind }) { return first }
    }
    return nil
  }

  /// The horizon that stands for the text: its first days of the calendar that end on or after the
  /// day it was said, else its first vague words, else its first words that no day can refute.
  ///
  /// What began in the past and what has no end is no horizon.
  public var horizon: HorizonReading? {
    for kind in [HorizonReading.Kind.dated, .vague, .unfalsifiable] {
      if let first = horizons.first(where: { $0.kind == kind && isAhead($0) }) { return first }
    }
    return nil
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
