import ArgumentParser
import Augury
import Glibc

/// Runs the fetch that the arguments name, and ends the process with its status.
enum Program {
  static func run(_ arguments: [String]) async -> Never {
    do {
      try await FetchCommand.parse(arguments).fetch()
      exit(0)
    } catch {
      exit(status(of: error, as: wantsJSON(arguments) ? .json : .text))
    }
  }

  /// Says what is wrong and returns the exit status that tells its kind.
  static func explain(_ failure: any Explained, as form: ErrorForm) -> Int32 {
    Report.fail(
      kind: failure.kind.rawValue, what: failure.what, remedy: failure.remedy, as: form)
    return failure.kind.exitStatus
  }

  private static func status(of error: any Error, as form: ErrorForm) -> Int32 {
    if let failure = error as? any Explained { return explain(failure, as: form) }
    let code = FetchCommand.exitCode(for: error)
    if code == .success { FetchCommand.exit(withError: error) }
    guard code != .failure else {
      Report.fail(
        kind: "internal", what: "Internal error: \(String(describing: error))",
        remedy: "This is a defect of augury-fetch; please report it with the command you ran.",
        as: form)
      return 70
    }
    switch form {
    case .text: Report.say(Report.escape(FetchCommand.fullMessage(for: error)))
    case .json:
      Report.fail(
        kind: FailureKind.usage.rawValue, what: FetchCommand.message(for: error),
        remedy: "See `augury-fetch --help`.", as: form)
    }
    return code.rawValue
  }

  private static func wantsJSON(_ arguments: [String]) -> Bool {
    arguments.contains("--errors=json")
      || zip(arguments, arguments.dropFirst()).contains { $0 == "--errors" && $1 == "json" }
  }
}
