/// When something was said, published or happened: an EDTF expression, perhaps partial or unknown.
///
/// EDTF is the Extended Date/Time Format of the Library of Congress, now ISO 8601-2. Taken are:
/// - a year, a month, a day: `2023`, `2023-05`, `2023-05-14`;
/// - an RFC 3339 instant, kept in UTC: `2023-05-14T09:30:00Z`;
/// - digits left open: `202X`, `20XX`, `2023-XX`, `2023-05-XX`, `2023-XX-XX`;
/// - seasons `2023-21` to `2023-24`, by a convention of ours the meteorological ones of the north:
///   spring is March to May, summer June to August, autumn September to November, and winter
///   December to February of the next year;
/// - quarters `2023-33` to `2023-36` and halves `2023-40`, `2023-41` (codes of ISO 8601-2);
/// - one of `?`, `~`, `%` at the end of any of these but an instant; it is kept, and moves nothing;
/// - an interval of two of these, `a/b`, or one with an open end: `../b`, `a/..`, `a/`.
public struct SaidTime: Sendable, Hashable, CustomStringConvertible {
  /// The expression in its one form: instants in UTC, all else as given; empty when unknown.
  public let edtf: String

  /// The first and the last part; nil where the expression is open, both when it is unknown.
  private let start: Part?
  private let end: Part?

  /// A time of which nothing is known.
  public static let unknown = SaidTime(edtf: "", start: nil, end: nil)

  /// Creates a time from an EDTF expression; the empty text is a time unknown.
  public init(edtf text: some StringProtocol) throws(TimeError) {
    self = try SaidTimeText.read(String(text))
  }

  /// Creates the time that is an instant.
  public init(_ instant: Instant) {
    self.init(edtf: instant.rfc3339, start: .instant(instant), end: .instant(instant))
  }

  /// Creates the time that is a whole day.
  public init(_ date: CivilDate) {
    let part = Part.days(first: date, last: date)
    self.init(edtf: date.description, start: part, end: part)
  }

  /// Creates the time of which is known only that it was not after an instant.
  public init(upTo instant: Instant) {
    self.init(edtf: "../" + instant.rfc3339, start: nil, end: .instant(instant))
  }

  init(edtf: String, start: Part?, end: Part?) {
    self.edtf = edtf
    self.start = start
    self.end = end
  }

  /// Whether nothing is known of the time.
  public var isUnknown: Bool { edtf.isEmpty }

  /// The first day inside, or nil when there is none; of an instant, its day in UTC.
  public var firstDay: CivilDate? {
    switch start {
    case .days(let first, _): first
    case .instant(let instant): instant.civilDate
    case nil: nil
    }
  }

  /// The last day inside, or nil when there is none; of an instant, its day in UTC.
  public var lastDay: CivilDate? {
    switch end {
    case .days(_, let last): last
    case .instant(let instant): instant.civilDate
    case nil: nil
    }
  }

  /// The instant, when the expression is one and no interval.
  public var instant: Instant? {
    guard case .instant(let instant) = start, !edtf.utf8.contains(0x2F) else { return nil }
    return instant
  }

  /// The same text as `edtf`.
  public var description: String { edtf }

  /// Returns the stretch of time that the expression covers in a zone, or nil when unknown.
  ///
  /// Days run from their first instant there to the first of the next day. An instant covers one
  /// microsecond. An open end is nil.
  public func bounds(in zone: ZoneRules) -> InstantRange? {
    guard !isUnknown else { return nil }
    let from: Instant? =
      switch start {
      case .days(let first, _): zone.startOfDay(first)
      case .instant(let instant): instant
      case nil: nil
      }
    let until: Instant? =
      switch end {
      case .days(_, let last): zone.endOfDay(last)
      case .instant(let instant): instant.advanced(byMicroseconds: 1)
      case nil: nil
      }
    guard let from, let until else { return InstantRange(from: from, until: until) }
    return InstantRange(from: from, until: max(from, until))
  }

  /// What stands on one side of an interval, or alone.
  enum Part: Sendable, Hashable {
    case instant(Instant)
    case days(first: CivilDate, last: CivilDate)
  }
}
