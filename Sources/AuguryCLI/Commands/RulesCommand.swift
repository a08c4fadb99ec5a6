import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Say where the answer to a question can be found.",
    discussion: """
      A rule reads a number, looks for words or asks a program. What it finds is proposed with the \
      evidence; it is recorded at once only where the rule says so.

      EXAMPLE
        augury rules set q1a2b3 --file closes.csv --csv --value close --above 5000
        augury rules test q1a2b3
        augury rules list
        augury rules drop q1a2b3
      """,
    subcommands: [List.self, Set.self, Approve.self, Drop.self, Test.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List the rules that stand.",
      usage: "augury rules list [<options>]",
      discussion: """
        EXAMPLE
          augury rules list --format csv
        """)

    @OptionGroup var options: ReadOptions

    func run() throws {
      let vantage = try Vantage(options)
      try vantage.ledger.read { try RuleList(vantage).answer().print(vantage.workspace) }
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Give a question a rule, in place of the one it has.",
      usage: "augury rules set [<options>] <question> [-- <word> ...]",
      discussion: """
        A rule whose looks fail may be given again in the same words: it then starts afresh, and \
        what it saw and found before counts no longer.

        EXAMPLE
          augury rules set q1a2b3 --url https://example.org/closes.csv --csv \\
            --date day --value close --at-least 5000 --auto --every 6h
          augury rules set q1a2b3 --url https://example.org/feed --words coup
          augury rules set q1a2b3 --command -- ./look.sh --quick
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
    var question: String

    @OptionGroup var rule: RuleOptions

    func run() throws {
      let rule = try rule.rule()
      let workspace = try Workspace(options)
      try workspace.record { snapshot, writer in
        let (number, asked) = try snapshot.askedQuestion(question)
        let short = try snapshot.short(asked.id)
        if case .value = rule.test, asked.kind != .binary {
          throw ConflictError(
            "A number that is compared answers yes or no; \(short) is \(asked.kind.rawValue).",
            "Let a program answer with --command, or resolve the question yourself.")
        }
        let known = try snapshot.rule(of: number)
        let isAgain = known?.rule == rule
        if let known, isAgain {
          let now = workspace.capture.clock()
          guard try snapshot.watch(of: number, by: known.seq, at: now).fault != nil else {
            throw ConflictError(
              "\(short) has this rule already.", "See it with `augury rules list`.")
          }
        }
        // Who types it has approved it.
        try workspace.approvals(snapshot.ledger).add(rule)
        let entry = try writer.append(.rule(RuleChange(question: asked.id, rule: rule)))
        return ActView(
          entry: entry,
          lines: [
            "The rule of \(short): \(rule.words).",
            "  looked at \(rule.interval); what it finds is \(rule.consequence)",
          ]
            + (isAgain
              ? ["  it starts afresh: what it saw and found before counts no longer"] : []),
          details: [("question", .string(asked.id.text)), ("rule", rule.json)])
      }
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop",
      abstract: "Take the rule of a question away.",
      usage: "augury rules drop [<options>] <question>",
      discussion: """
        What it found stays as evidence; it is proposed no longer.

        EXAMPLE
          augury rules drop q1a2b3
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
    var question: String

    func run() throws {
      try Workspace(options).record { snapshot, writer in
        let found = try RuledQuestion(question, in: snapshot)
        let asked = found.question
        let entry = try writer.append(.rule(RuleChange(question: asked.id, rule: nil)))
        return ActView(
          entry: entry, lines: ["\(found.short) has no rule from now on: “\(asked.text)”"],
          details: [("question", .string(asked.id.text)), ("rule", .null)])
      }
    }
  }
}
