import ArgumentParser
import Augury

/// The number that a rule looks for, as a person asks for it.
struct RuleNumberOptions: ParsableArguments {
  @Flag(help: "The source is CSV with a row of names.")
  var csv = false

  @Flag(help: "The source is JSON.")
  var json = false

  @Option(help: ArgumentHelp("In JSON, the path to the list of records.", valueName: "path"))
  var rows: String?

  @Option(
    name: .customLong("value"),
    help: ArgumentHelp("The column, or the path, of the number.", valueName: "column"))
  var column: String?

  @Option(help: ArgumentHelp("The column, or the path, of its day.", valueName: "column"))
  var date: String?

  @Option(parsing: .unconditional, help: .yes("above this"))
  var above: String?

  @Option(parsing: .unconditional, help: .yes("this or above"))
  var atLeast: String?

  @Option(parsing: .unconditional, help: .yes("below this"))
  var below: String?

  @Option(parsing: .unconditional, help: .yes("this or below"))
  var atMost: String?

  @Option(parsing: .unconditional, help: .yes("this"))
  var equals: String?

  /// Whether no number is asked for.
  var isEmpty: Bool {
    !csv && !json && [rows, column, date].allSatisfy { $0 == nil } && comparisons.isEmpty
  }

  /// Returns the number that is asked for.
  func value() throws -> RuleValue {
    guard csv != json else {
      throw UsageError("The data are CSV or JSON.", "Give one of --csv and --json.")
    }
    guard json || rows == nil else {
      throw UsageError("--rows is a path in JSON.", "Leave it out; the rows of CSV are its lines.")
    }
    guard let column else {
      throw UsageError("No column is named.", "Give --value COLUMN, where the number is.")
    }
    guard let (comparison, text) = comparisons.first, comparisons.count == 1 else {
      throw UsageError(
        "A number is compared in one way.",
        "Give one of --above, --at-least, --below, --at-most and --equals.")
    }
    return RuleValue(
      form: csv ? .csv : .json, rows: rows, value: try ForecastInput.text(column, "column"),
      date: try date.map { try ForecastInput.text($0, "column") }, comparison: comparison,
      threshold: try DecimalText(parsing: text))
  }

  private var comparisons: [(RuleComparison, String)] {
    [
      (.above, above), (.atLeast, atLeast), (.below, below), (.atMost, atMost), (.equals, equals),
    ].compactMap { comparison, text in text.map { (comparison, $0) } }
  }
}

extension ArgumentHelp {
  /// The help of a comparison: when the answer is yes.
  fileprivate static func yes(_ words: String) -> ArgumentHelp {
    ArgumentHelp("Yes when the number is \(words).", valueName: "n")
  }
}
