import ArgumentParser
import Augury
import AuguryScheduler
import AuguryStore

extension RulesCommand {
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Look once, as the rule of a question says, and write nothing.",
      usage: "augury rules test [<options>] <question>",
      discussion: """
        EXAMPLE
          augury rules test q1a2b3
        """)

    @OptionGroup var options: LedgerOptions

    @Argument(help: ArgumentHelp("The question's identifier.", valueName: "question"))
    var question: String

    func run() throws {
      let workspace = try Workspace(options)
      let ledger = try workspace.open()
      let found = try ledger.read {
        let snapshot = try ledger.now()
        let (number, asked) = try snapshot.askedQuestion(question)
        let short = try snapshot.short(asked.id)
        let due = try snapshot.question(number)?.due
        let zones = try workspace.zones(ledger, [due?.zone].compactMap(\.self))
        guard let rule = try snapshot.rule(of: number)?.rule,
          let facts = try snapshot.ruleQuestion(number, zones: zones)
        else {
          throw ConflictError(
            "\(short) has no rule.", "Give it one with `augury rules set \(short)`.")
        }
        return (short: short, rule: rule, facts: facts)
      }
      // Nothing is locked while a source is read.
      let report = try workspace.runner(ledger, archive: nil).look(
        found.rule, found.facts, at: Environment.now())
      try RuleFindingView(found.short, found.facts.question.id, report).answer().print(workspace)
    }
  }
}
