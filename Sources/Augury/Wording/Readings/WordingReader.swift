internal import Lexicons

/// Makes the readings of forecasts from their words.
public struct WordingReader: Sendable {
  private let chances: ChanceReader

  /// Creates a reader that reads chances by some tables.
  public init(_ chances: ChanceReader = .standard) { self.chances = chances }

  /// What of a forecast is read.
  public struct Scope: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Creates a scope of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// How likely.
    public static let chance = Scope(rawValue: 1)
    /// By when.
    public static let horizon = Scope(rawValue: 2)
  }

  /// Returns the reading of a quote, or nothing when there is nothing to be read in it.
  ///
  /// Words that are verbatim in another language than English are not read.
  ///
  /// - Parameters:
  ///   - wording: The words.
  ///   - said: When they were said. Of a time that is known in part the last day counts.
  ///   - captured: The day on which they were recorded, which stands for a time not known.
  ///   - isNegated: Whether the source says that the event will *not* happen. A chance below one
  ///     half is then one of the event, and the reading says the opposite.
  ///   - scope: What to read.
  /// - Returns: The reading.
  public func reading(
    of wording: Wording, said: SaidTime, captured: CivilDate, isNegated: Bool = false,
    _ scope: Scope = [.chance, .horizon]
  ) -> Reading? {
    guard wording.isEnglish else { return nil }
    let quote = wording.quote
    let day = said.lastDay ?? captured
    let text = TextReading(quote, saidOn: day, by: chances, isForecast: true)
    let chance = scope.contains(.chance) ? text.chance.map { read($0, text, isNegated) } : nil
    guard scope.contains(.horizon), let found = text.horizon else {
      return Reading(chance: chance, horizon: nil)
    }
    var horizon = read(found, text)
    if said.firstDay != said.lastDay || said.lastDay == nil, isCounted(horizon, in: quote, day) {
      horizon.reason =
        said.lastDay == nil
        ? "\(ReadHorizon.counted) the day it was recorded; when it was said is not known"
        : "\(ReadHorizon.counted) the last day on which it may have been said"
    }
    return Reading(chance: chance, horizon: horizon)
  }

  /// Whether the days of a horizon depend on the day on which the words were said: a year earlier
  /// they would be others.
  private func isCounted(_ horizon: ReadHorizon, in quote: String, _ day: CivilDate) -> Bool {
    let earlier = TextReading(
      quote, saidOn: day.adding(days: -366), by: chances, isForecast: true)
    return earlier.horizon.flatMap { read($0, earlier).window } != horizon.window
  }

  private func read(
    _ chance: ChanceReading, _ text: TextReading, _ isNegated: Bool
  ) -> ReadChance {
    var read = ReadChance(
      kind: chance.kind, words: text.words(chance.span), meaning: chance.meaning,
      table: chance.table, row: chance.row, rules: chance.rules)
    if isNegated, let meaning = read.meaning, meaning.mean < 0.5 {
      read.meaning = meaning.complement
      read.rules.append(ChanceRule.opposite)
    }
    return read
  }

  private func read(
    _ horizon: HorizonReading, _ text: TextReading
  ) -> ReadHorizon {
    var read = ReadHorizon(
      kind: horizon.kind, words: text.words(horizon.span), window: nil, reason: horizon.reason,
      rules: horizon.rules, version: Int64(HorizonWords.version))
    guard horizon.kind != .unfalsifiable, let last = horizon.window.last else { return read }
    read.edtf = horizon.edtf
    var window = Window(default: last)
    if let strict = horizon.strict.last, strict != last { window.strict = strict }
    if let generous = horizon.generous.last, generous != last { window.generous = generous }
    read.window = window
    return read
  }
}

extension Wording {
  /// Whether the words are English: said to be so, not said at all, or put into other words by
  /// somebody who quotes them here.
  var isEnglish: Bool {
    guard form == .verbatim, let tag = language?.lowercased() else { return true }
    return tag == "en" || tag.hasPrefix("en-")
  }
}

extension Forecast {
  /// What of the forecast's words may be read: what nobody gave as a number or a day.
  ///
  /// - Parameters:
  ///   - kind: What sort of answer decides the question.
  ///   - hasDeadline: Whether the question has a deadline, which somebody set. A horizon that was
  ///     read before is read again all the same.
  ///   - isAfresh: Whether the words are others than those that were read before.
  /// - Returns: What may be read. A chance that the words put as a number is the source's own: once
  ///   read, it stays with its words.
  func readable(
    on kind: QuestionKind, hasDeadline: Bool, isAfresh: Bool
  ) -> WordingReader.Scope {
    var scope: WordingReader.Scope = []
    let isNumber = !isAfresh && reading?.chance?.kind == .number
    if kind == .binary, probability == nil, parts.isEmpty, !isNumber { scope.insert(.chance) }
    if window == nil, reading?.horizon != nil || !hasDeadline { scope.insert(.horizon) }
    return scope
  }

  /// Returns the reading that a reader now makes of the words; what may not be read anew stays.
  ///
  /// - Parameters:
  ///   - reader: Reads by the tables that are to count.
  ///   - captured: The day on which the forecast was recorded.
  ///   - kind: What sort of answer decides the question.
  ///   - hasDeadline: Whether the question has a deadline, which somebody set.
  ///   - isAfresh: Whether the words are others than those that were read before.
  /// - Returns: The reading; nothing when the words now say neither.
  public func reread(
    by reader: WordingReader, captured: CivilDate, on kind: QuestionKind, hasDeadline: Bool,
    isAfresh: Bool = false
  ) -> Reading? {
    let scope = readable(on: kind, hasDeadline: hasDeadline, isAfresh: isAfresh)
    guard let wording, !wording.quote.isEmpty, !scope.isEmpty else { return reading }
    let read = reader.reading(
      of: wording, said: said, captured: captured, isNegated: isNegated, scope)
    var horizon = scope.contains(.horizon) ? read?.horizon : reading?.horizon
    // The zone was settled when the words were first read; they do not tell it.
    horizon?.window?.zone = reading?.horizon?.window?.zone
    return Reading(
      chance: scope.contains(.chance) ? read?.chance : reading?.chance, horizon: horizon)
  }
}
