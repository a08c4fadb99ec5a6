import ArgumentParser
import Augury
import AuguryRendering
import Glibc

/// Runs the command that the arguments name, and ends the process with its status.
enum Program {
  static func run(_ arguments: [String]) -> Never {
    do {
      if arguments.first == "log", let plain = LogArguments(arguments.dropFirst()) {
        try LogRun(plain.common, plain.request).run()
        exit(0)
      }
      try CommandName.check(arguments)
      var command = try AuguryCommand.parseAsRoot(arguments)
      try command.run()
      exit(0)
    } catch {
      fail(error, arguments)
    }
  }

  private static func fail(_ error: any Error, _ arguments: [String]) -> Never {
    if let failure = error as? any Explained {
      explain(failure, asJSON: wantsJSON(arguments))
      exit(failure.kind.exitStatus)
    }
    if let code = error as? ExitCode { exit(code.rawValue) }
    let code = AuguryCommand.exitCode(for: error)
    if code == .success { AuguryCommand.exit(withError: error) }
    if code != .failure {
      Terminal.say(TerminalText.escapeLines(AuguryCommand.fullMessage(for: error)))
      exit(code.rawValue)
    }
    Terminal.say("Error: Internal error: \(TerminalText.escape(String(describing: error)))")
    Terminal.say("Hint: This is a defect of augury; please report it with the command you ran.")
    exit(70)
  }

  /// Says what went wrong, for a program that goes on.
  static func say(_ error: any Error) {
    if let failure = error as? any Explained { return explain(failure, asJSON: false) }
    Terminal.say("Error: " + TerminalText.escape(String(describing: error)))
  }

  private static func explain(_ failure: any Explained, asJSON: Bool) {
    guard !asJSON else {
      let error: JSONOutput = [
        "error": [
          "kind": .string(failure.kind.rawValue), "what": .string(failure.what),
          "remedy": .string(failure.remedy),
        ]
      ]
      return Terminal.say(error.compact)
    }
    let styler = Terminal.styler(.auto, for: STDERR_FILENO)
    Terminal.say(styler.styled("Error:", .bad) + " " + TerminalText.escape(failure.what))
    Terminal.say(styler.styled("Hint:", .emphasis) + " " + TerminalText.escape(failure.remedy))
  }

  private static func wantsJSON(_ arguments: [String]) -> Bool {
    arguments.contains("--format=json") || arguments.contains("--format=jsonl")
      || zip(arguments, arguments.dropFirst()).contains {
        $0 == "--format" && ($1 == "json" || $1 == "jsonl")
      }
  }
}
