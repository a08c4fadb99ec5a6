import ArgumentParser
import Augury
import AuguryStore

/// A rule as a person asks for it.
struct RuleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Look in this file.", valueName: "path"), completion: .file())
  var file: String?

  @Option(help: ArgumentHelp("Look at this address.", valueName: "url"))
  var url: String?

  @Flag(help: "Ask a program; the words after -- are it and its arguments.")
  var command = false

  @Flag(help: "The source is CSV with a row of names.")
  var csv = false

  @Flag(help: "The source is JSON.")
  var json = false

  @Option(help: ArgumentHelp("In JSON, the path to the list of records.", valueName: "path"))
  var rows: String?

  @Option(help: ArgumentHelp("The column, or the path, of the number.", valueName: "column"))
  var value: String?

  @Option(help: ArgumentHelp("The column, or the path, of its day.", valueName: "column"))
  var date: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Yes when the number is above this.", valueName: "n"))
  var above: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Yes when the number is this or above.", valueName: "n"))
  var atLeast: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Yes when the number is below this.", valueName: "n"))
  var below: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Yes when the number is this or below.", valueName: "n"))
  var atMost: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Yes when the number is this.", valueName: "n"))
  var equals: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "A word or phrase to look for; repeat it for more.", valueName: "text"))
  var words: [String] = []

  @Flag(help: "Record what is found at once, instead of proposing it.")
  var auto = false

  @Option(help: ArgumentHelp("The time between two looks, such as 6h.", valueName: "time"))
  var every: String?

  @Argument(
    parsing: .postTerminator,
    help: ArgumentHelp("The program and its arguments, after --.", valueName: "word"))
  var program: [String] = []

  /// Returns the rule that is asked for.
  func rule() throws -> Rule {
    let place = try place()
    let test = try test(at: place)
    if auto, case .words = test {
      throw UsageError(
        "Words are evidence and decide nothing.", "Leave out --auto; the decision is yours.")
    }
    return Rule(
      place: place, test: test, isAutomatic: auto,
      everyHours: try every.map(SpanInput.hours) ?? 24)
  }
}

extension RuleOptions {
  private func place() throws -> RulePlace {
    guard command || program.isEmpty else {
      throw UsageError("Words after -- are a program to ask.", "Give --command before them.")
    }
    switch (file, url, command) {
    case (let file?, nil, false):
      return .file(Files.absolute(try ForecastInput.text(file, "path")))
    case (nil, let url?, false): return .url(try RuleOptions.address(url))
    case (nil, nil, true): return .command(try words(of: program))
    default:
      throw UsageError(
        "A rule looks in one place.", "Give one of --file, --url and --command -- PROGRAM.")
    }
  }

  private static func address(_ text: String) throws -> String {
    let text = text.trimmed
    guard ["http://", "https://"].contains(where: text.lowercased().hasPrefix) else {
      throw UsageError(
        "\"\(text.clipped)\" is not an address on the web.",
        "Give one with http:// or https://, or a path with --file.")
    }
    return text
  }

  private func words(of program: [String]) throws -> [String] {
    guard let name = program.first, !name.isEmpty else {
      throw UsageError("There is no program.", "Write it after --, with its arguments.")
    }
    // A bare name is looked for in PATH; a path has to lead there from anywhere.
    let path = name.contains("/") ? Files.absolute(name) : name
    return [path] + program.dropFirst()
  }

  private func test(at place: RulePlace) throws -> RuleTest {
    let asksNumber =
      csv || json || rows != nil || value != nil || date != nil || !comparisons.isEmpty
    if case .command = place {
      guard !asksNumber, words.isEmpty else {
        throw UsageError(
          "A program gives its own answer.", "Leave out what the rule looks for.")
      }
      return .answer
    }
    switch (asksNumber, words.isEmpty) {
    case (true, true): return .value(try number())
    case (false, false): return .words(try words.map { try ForecastInput.text($0, "phrase") })
    default:
      throw UsageError(
        "A rule looks for a number or for words.",
        "Give --csv or --json with --value and a comparison such as --above, or give --words.")
    }
  }

  private var comparisons: [(RuleComparison, String)] {
    [
      (.above, above), (.atLeast, atLeast), (.below, below), (.atMost, atMost), (.equals, equals),
    ].compactMap { comparison, text in text.map { (comparison, $0) } }
  }

  private func number() throws -> RuleValue {
    guard csv != json else {
      throw UsageError("The data are CSV or JSON.", "Give one of --csv and --json.")
    }
    guard json || rows == nil else {
      throw UsageError("--rows is a path in JSON.", "Leave it out; the rows of CSV are its lines.")
    }
    guard let value else {
      throw UsageError("No column is named.", "Give --value COLUMN, where the number is.")
    }
    guard let (comparison, text) = comparisons.first, comparisons.count == 1 else {
      throw UsageError(
        "A number is compared in one way.",
        "Give one of --above, --at-least, --below, --at-most and --equals.")
    }
    return RuleValue(
      form: csv ? .csv : .json, rows: rows, value: try ForecastInput.text(value, "column"),
      date: try date.map { try ForecastInput.text($0, "column") }, comparison: comparison,
      threshold: try DecimalText(parsing: text))
  }
}
