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

  @OptionGroup var number: RuleNumberOptions

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
    if case .command = place {
      guard number.isEmpty, words.isEmpty else {
        throw UsageError(
          "A program gives its own answer.", "Leave out what the rule looks for.")
      }
      return .answer
    }
    switch (number.isEmpty, words.isEmpty) {
    case (false, true): return .value(try number.value())
    case (true, false): return .words(try words.map { try ForecastInput.text($0, "phrase") })
    default:
      throw UsageError(
        "A rule looks for a number or for words.",
        "Give --csv or --json with --value and a comparison such as --above, or give --words.")
    }
  }
}
