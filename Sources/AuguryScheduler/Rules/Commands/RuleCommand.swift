internal import Augury

/// A rule's own program, run once.
enum RuleCommand {
  /// The most bytes that its answer may have.
  static let answerLimit = 1_000_000

  /// Runs a program with its question on standard input, and returns its answer with the bytes.
  static func ask(
    _ arguments: [String], about question: RuleQuestion, at looked: Instant, seconds: Int
  ) throws(RuleError) -> (CommandAnswer, bytes: [UInt8]) {
    let program = arguments.first ?? ""
    let result: ChildResult
    do {
      result = try ChildProcess.run(
        arguments, input: CommandRequest.bytes(question, at: looked), seconds: seconds,
        outputLimit: answerLimit)
    } catch {
      throw .notRun(error)
    }
    guard result.end == .exited(0) else {
      throw .failed(program, how: result.end.words, words: firstLine(of: result.errors))
    }
    let reader = try CommandAnswerReader(
      result.output, question, looked: looked, program: program)
    return (try reader.answer(), result.output)
  }

  /// The first line of some output that is not blank.
  static func firstLine(of bytes: [UInt8]) -> String {
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = PageText.tidied(Array(line))
      if !text.isEmpty { return text }
    }
    return ""
  }
}

extension ChildResult.End {
  /// How it ended, as words behind the name of the program.
  var words: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .signalled(let number): "was ended by signal \(number)"
    }
  }
}
