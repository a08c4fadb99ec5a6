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
        let found = try RuledQuestion(question, in: snapshot)
        let due = try snapshot.question(found.number)?.due
        let zones = try workspace.zones(ledger, [due?.zone].compactMap(\.self))
        guard let facts = try snapshot.ruleQuestion(found.number, zones: zones) else {
          throw RuledQuestion.missing(found.short)
        }
        return (short: found.short, rule: found.rule, facts: facts)
      }
      // Nothing is locked while a source is read.
      let report = try workspace.runner(ledger, archive: nil).look(
        found.rule, found.facts, at: Environment.now())
      try RuleFindingView(found.short, found.facts.question.id, report).answer().print(workspace)
    }
  }
}
