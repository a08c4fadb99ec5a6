import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

/// Forecasts from standard input, one a line.
struct LogBatch {
  private let workspace: Workspace
  private let defaults: LogRequest

  init(_ workspace: Workspace, _ defaults: LogRequest) {
    self.workspace = workspace
    self.defaults = defaults
  }

  /// Records all lines in one transaction.
  func run() throws {
    // Whoever writes the lines may take their time; the ledger is not held meanwhile.
    let lines = try lines()
    let ledger = try workspace.openOrBegin()
    let today = try workspace.today(ledger)
    let drafts = try lines.map { number, line in
      try inLine(number) { try draft(line, ledger, today) }
    }
    let logged = try ledger.write(workspace.capture) { writer in
      var logged: [Logged] = []
      for (number, draft) in drafts {
        logged.append(try inLine(number) { (number, try writer.log(draft, on: ledger)) }.1)
      }
      return logged
    }
    let views = logged.map { LoggedView($0, mark: nil, ledger, workspace) }
    let items = try views.map { try $0.json() }
    let text = try views.map { try $0.line() }.joined()
    try Answer(items: items, in: ["forecasts": .array(items)], rows: []) { _, _ in
      text + "Recorded \(Sentence.count(logged.count, "forecast")).\n" + LogBatch.unscored(logged)
    }.print(workspace)
  }

  /// How many of the forecasts cannot be scored as they are.
  private static func unscored(_ logged: [Logged]) -> String {
    let binary = logged.filter { $0.question.kind == .binary }
    let chanceless = binary.count { $0.forecast.scoredProbability == nil }
    let endless = binary.count { $0.forecast.standingWindow == nil && $0.question.deadline == nil }
    guard chanceless + endless > 0 else { return "" }
    let parts = [(chanceless, "no probability"), (endless, "no deadline")].filter { $0.0 > 0 }
    let told = parts.map { "\(NumberText.grouped($0.0)) with \($0.1)" }
    return "Not to be scored as they are: " + Sentence.list(told) + ".\n"
  }

  private func lines() throws -> [(Int, String)] {
    let bytes = try Files.read("-")
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("Standard input is not UTF-8.", "Convert it, for example with iconv.")
    }
    return text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { ($0.offset + 1, String(Substring($0.element)).trimmed) }
      .filter { !$0.1.isEmpty && !$0.1.hasPrefix("#") }
  }

  private func draft(
    _ line: String, _ ledger: Ledger, _ today: CivilDate
  ) throws -> (Int, ForecastDraft) {
    let words = try ShellWords.split(line)
    var input = try LogArguments(words)?.request ?? LogInput.parse(words).request
    input.by = input.by ?? defaults.by
    input.on = input.on ?? defaults.on
    input.until = input.until ?? defaults.until
    input.zone = input.zone ?? (input.until == nil ? nil : defaults.zone)
    input.event = input.event ?? defaults.event
    input.tag += defaults.tag
    if input.via.isEmpty { input.via = defaults.via }
    input.new = input.new || defaults.new
    return (0, try input.draft(ledger, today: today))
  }

  private func inLine<Value>(
    _ number: Int, _ body: () throws -> (Int, Value)
  ) throws -> (Int, Value) {
    do {
      return (number, try body().1)
    } catch {
      throw LineError(line: number, cause: error)
    }
  }
}

/// An error in one line of input.
struct LineError: Explained {
  let line: Int
  let kind: FailureKind
  let what: String
  let remedy: String

  init(line: Int, cause: any Error) {
    self.line = line
    if let cause = cause as? any Explained {
      kind = cause.kind
      what = "Line \(line): \(cause.what)"
      remedy = cause.remedy + " Nothing was recorded."
    } else {
      kind = .usage
      // The parser quotes a word of the line whole.
      what = "Line \(line): \(LogInput.message(for: cause).clipped(to: 300))"
      remedy = "Write the line like the arguments of `augury log`. Nothing was recorded."
    }
  }
}

/// Splits a line into words as a shell does: quotes and backslashes, nothing else.
enum ShellWords {
  static func split(_ line: String) throws -> [String] {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var isEscaped = false
    func add(_ scalar: Unicode.Scalar) {
      if word == nil { word = .init() }
      word?.append(scalar)
    }
    for scalar in line.unicodeScalars {
      if isEscaped {
        add(scalar)
        isEscaped = false
      } else if scalar == "\\" && quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if scalar == open { quote = nil } else { word?.append(scalar) }
      } else if scalar == "\"" || scalar == "'" && word == nil {
        quote = scalar
        word = word ?? .init()
      } else if scalar == " " || scalar == "\t" {
        if let done = word { words.append(String(done)) }
        word = nil
      } else {
        add(scalar)
      }
    }
    guard quote == nil, !isEscaped else {
      throw UsageError("A quote is not closed.", "Close it, or write \\\" for a mark itself.")
    }
    if let word { words.append(String(word)) }
    return words
  }
}
