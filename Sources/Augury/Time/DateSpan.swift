/// The days that a date phrase means.
public struct DateSpan: Sendable, Hashable {
  /// The first day, inclusive.
  public let first: CivilDate
  /// The last day, inclusive: the deadline when one is asked for.
  public let last: CivilDate
  /// The same days as an EDTF expression.
  public let edtf: String
  /// Whether a year or an occurrence that the phrase left out was filled in from today.
  public let assumed: Bool

  /// Creates a span of days; the last must not be before the first.
  public init(first: CivilDate, last: CivilDate, edtf: String, assumed: Bool) {
    self.first = first
    self.last = last
    self.edtf = edtf
    self.assumed = assumed
  }

  /// Creates a span whose expression is a day or an interval of two.
  init(window first: CivilDate, _ last: CivilDate, assumed: Bool) {
    let text = first == last ? last.description : "\(first)/\(last)"
    self.init(first: first, last: last, edtf: text, assumed: assumed)
  }

  /// Creates a span whose expression is the month, quarter, half or year that it fills exactly,
  /// or else a day or an interval.
  init(period first: CivilDate, _ last: CivilDate, assumed: Bool) {
    let isWhole = first.day == 1 && last == last.endOfMonth && first.year == last.year
    let year = String(first.description.prefix(4))
    let month = String(first.description.prefix(7))
    let text: String? =
      switch (isWhole, last.month - first.month, first.month) {
      case (true, 11, _): year
      case (true, 5, 1): "\(year)-40"
      case (true, 5, 7): "\(year)-41"
      case (true, 2, 1), (true, 2, 4), (true, 2, 7), (true, 2, 10):
        "\(year)-\(33 + first.month / 3)"
      case (true, 0, _): month
      default: nil
      }
    if let text {
      self.init(first: first, last: last, edtf: text, assumed: assumed)
    } else {
      self.init(window: first, last, assumed: assumed)
    }
  }
}
