internal import Augury

/// One number of a source, as it stands there.
struct RuleReading: Sendable, Equatable {
  /// Its day; nothing where the rule names no column of days.
  var day: CivilDate?
  /// The number as text.
  var text: String
  /// Where it stands: "line 3, column 7" or "record 4".
  var place: String

  /// Reads a day, which has to be written as `YYYY-MM-DD`.
  static func day(
    _ text: String, at place: String, of source: String
  ) throws(RuleError) -> CivilDate {
    do {
      return try CivilDate(iso: text)
    } catch {
      throw .malformed(source, fault: "\(place): “\(text.clipped)” is not a day as YYYY-MM-DD")
    }
  }

  /// Reads the number: strictly, without thousands separators, units or signs of percent.
  func number(of source: String) throws(RuleError) -> DecimalText {
    do {
      return try DecimalText(parsing: text)
    } catch {
      throw .malformed(source, fault: "\(place): \(error.what.withoutStop)")
    }
  }
}
