import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

extension RulesCommand {
  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve",
      abstract: "Approve the rule of a question on this machine.",
      usage: "augury rules approve [<options>] <question>",
      discussion: """
        A rule that came with a file from elsewhere runs no program, and records nothing by \
        itself, before it is approved here. What you set yourself is approved.

        EXAMPLE
          augury rules approve q1a2b3
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
    var question: String

    func run() throws {
      let workspace = try Workspace(options)
      let ledger = try workspace.open()
      let found = try ledger.read { try RuledQuestion(question, in: try ledger.now()) }
      try workspace.approvals(ledger).add(found.rule)
      try lookSoon(found.number, ledger, workspace.capture)
      let json: JSONOutput = ["question": .string(found.question.id.text), "rule": found.rule.json]
      try Answer(json: json) { _, _ in
        TerminalText.escape(
          "Approved on this machine, the rule of \(found.short): \(found.rule.line).") + "\n"
      }.print(workspace)
    }

    /// Has the next pass look, where one has found before that it may not.
    private func lookSoon(_ question: Int64, _ ledger: Ledger, _ capture: Capture) throws {
      try ledger.write(capture) { _ in
        guard let book = try NoticeBook(ledger).map(LookBook.init),
          var state = try book.state(of: question)
        else { return }
        state.next = capture.clock()
        try book.save(state)
        // What the source contradicted stands until it was read again.
        guard let last = try book.last(of: question, by: state.rule),
          last.fault?.contradiction == nil
        else { return }
        try book.save(LastLook(at: last.at), of: question, by: state.rule)
      }
    }
  }
}
