/// What an expression of time was taken to mean.
public struct HorizonReading: Sendable, Hashable {
  /// Which boundary of the period named the words mean.
  public enum Boundary: String, Sendable, Hashable, CaseIterable {
    /// The period itself: `in 2027`, `on Friday`, `next week`.
    case within
    /// From the day it was said to the end of the period: `by`, `no later than`, `until`.
    case by
    /// From the day it was said to the beginning of the period: `before`, `ahead of`.
    case before
    /// From the end of the period on: `after`.
    case after
    /// From the beginning of the period on: `since`, `from … on`.
    case since
  }

  /// How firmly the words bind the source to days.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Days of the calendar follow from the words.
    case dated
    /// The words are vague, and the days are a convention of ours.
    case vague
    /// The words promise something without any deadline, so that no day can refute them.
    case unfalsifiable
  }

  /// The UTF-8 offsets of the words in the text.
  public let span: Range<Int>
  /// How firmly the words bind.
  public let kind: Kind
  /// The boundary meant.
  public let boundary: Boundary
  /// The days in which what is forecast is to happen; open when unfalsifiable.
  public let window: DayInterval
  /// The narrowest window that the words allow; the same as `window` unless they leave a choice.
  public let strict: DayInterval
  /// The widest window that the words allow; the same as `window` unless they leave a choice.
  public let generous: DayInterval
  /// The period that the words name, whatever boundary of it is meant: 1992 in `by 1992`.
  public let named: DayInterval
  /// The UTF-8 offsets of the words that name the period.
  public let namedSpan: Range<Int>
  /// The window as an EDTF expression, empty when unfalsifiable.
  public let edtf: String
  /// Why something was filled in that the words leave out; nil when nothing was.
  public let reason: String?
  /// The rules that read the words, outermost first.
  public let rules: [String]

  /// The first day of the window, inclusive.
  public var from: CivilDate? { window.from }
  /// The first day behind the window.
  public var until: CivilDate? { window.until }
  /// Whether something was filled in that the words leave out.
  public var isAssumed: Bool { reason != nil }
}
