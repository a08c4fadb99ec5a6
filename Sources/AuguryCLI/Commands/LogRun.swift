import Augury
import AuguryRendering
import AuguryStore

/// Records what one call of `log` asks for.
struct LogRun {
  private let common: CommonOptions
  private let request: LogRequest

  init(_ common: CommonOptions, _ request: LogRequest) {
    self.common = common
    self.request = request
  }

  func run() throws {
    let workspace = try Workspace(common)
    if request.words == ["-"] { return try LogBatch(workspace, request).run() }
    guard !request.words.isEmpty || request.question != nil else {
      throw UsageError(
        "There is no question.", "Write it as one sentence in quotes, or name one with --question.")
    }
    let ledger = try workspace.openOrBegin()
    // The process ends after this command, and taking a connection to pieces would be a good part
    // of it; nothing is held once the write is done.
    _ = Unmanaged.passRetained(ledger)
    var draft = try request.draft(ledger, today: try workspace.today(ledger))
    try confirmLikeness(&draft, ledger)
    let answer = try ledger.write(workspace.capture) { writer in
      let logged = try writer.log(draft, on: ledger)
      return try LoggedView(logged, mark: writer.clockMark, ledger, workspace).answer()
    }
    try answer.print(workspace)
  }

  /// On a terminal a resemblance is a question, not a refusal.
  private func confirmLikeness(_ draft: inout ForecastDraft, _ ledger: Ledger) throws {
    guard Terminal.isInteractive, !draft.allowsLikeness, case .text(let text) = draft.subject else {
      return
    }
    let snapshot = try ledger.now()
    guard let other = try snapshot.duplicates(of: text).first, !other.isSame else { return }
    Terminal.say("This resembles a question in the ledger: \(TerminalText.escape(other.text))")
    if Terminal.confirm("Add the forecast to that question?") {
      draft.subject = .known(try snapshot.canonical(other.number))
    } else {
      draft.allowsLikeness = true
    }
  }
}
