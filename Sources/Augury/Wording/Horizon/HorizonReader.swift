/// Reads expressions of time in English as stretches of civil days.
///
/// The reader knows the day on which the words were said and nothing else: no clock, no locale. It
/// takes time in proportion to the text, whatever the text holds.
///
///     let reader = HorizonReader(reference: try CivilDate(year: 2026, month: 6, day: 14))
///     reader.phrase("by the end of next year")?.until  // 2028-01-01
public struct HorizonReader: Sendable {
  /// The day on which the words were said.
  public let reference: CivilDate
  /// The choices that texts leave open.
  public let options: HorizonOptions

  /// Creates a reader for words said on a day.
  public init(reference: CivilDate, options: HorizonOptions = HorizonOptions()) {
    self.reference = reference
    self.options = options
  }

  /// Returns the reading of a text that is one expression of time, or nil when it is none.
  ///
  /// Nothing but space and marks at the end may stand around the expression. Days and months whose
  /// year is left out are the next ones.
  public func phrase(_ text: String) -> HorizonReading? {
    guard text.utf8.count <= HorizonLimits.longestPhrase else { return nil }
    var parser = HorizonParser(text, reference: reference, options: options, isPhrase: true)
    guard let reading = parser.expression(), parser.restIsMarks else { return nil }
    return reading
  }

  /// Returns the readings of all expressions of time in running text, in their order.
  ///
  /// They do not overlap. Days and months whose year is left out are the last or the next ones as
  /// the tense of the clause has it.
  public func find(in text: String) -> [HorizonReading] {
    var parser = HorizonParser(text, reference: reference, options: options, isPhrase: false)
    return parser.all()
  }
}

/// The choices that expressions of time leave open.
public struct HorizonOptions: Sendable, Hashable {
  /// Whether `2/3` is the third of February (American) or the second of March.
  public var monthComesFirst: Bool
  /// The first month of a fiscal year, which is named after the year in which it ends; 1…12.
  public var fiscalYearStart: Int
  /// Whether running text looks ahead, as forecasts do: what leaves out its week or year is the
  /// next one where no verb of the clause decides, and always behind `by`, `before` and `until`.
  public var prefersFuture: Bool

  /// Creates choices; without any, those of American news, with fiscal years that begin in January.
  public init(
    monthComesFirst: Bool = true, fiscalYearStart: Int = 1, prefersFuture: Bool = false
  ) {
    self.monthComesFirst = monthComesFirst
    self.prefersFuture = prefersFuture
    self.fiscalYearStart = (1...12).contains(fiscalYearStart) ? fiscalYearStart : 1
  }
}

/// The bounds within which the reader works.
enum HorizonLimits {
  /// The longest phrase read, in bytes.
  static let longestPhrase = 1000
  /// How deep periods may stand inside each other: `the end of the first week of May` is three.
  static let depth = 4
  /// The largest number of units counted.
  static let count = 100_000
  /// How many tokens of a clause are looked at on either side for its tense.
  static let clause = 14
}
