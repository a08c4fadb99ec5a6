import ArgumentParser

/// The entry point: hands the arguments to the program.
@main
enum Augury {
  static func main() { Program.run(Array(CommandLine.arguments.dropFirst())) }
}

/// The root of all commands.
struct AuguryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "augury",
    abstract: "Write down who predicted what; find out who was right.",
    discussion: """
      EXAMPLE
        augury log "It snows in Oslo" --by "Ann Olsen" -p 70% --until 2026-12-31
        augury resolve q1a2b3 yes --on 2026-12-03
        augury report

      The ledger is one file; --ledger PATH names another. Answers go to standard \
      output, words about them to standard error.

      EXIT STATUS
        0   done
        1   the answer is no
        64  the call is put wrongly
        65  a value or a request cannot be taken as it is
        66  something named does not exist
        70  a defect of augury
        75  something is busy, full or out of reach: try again
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Write",
        subcommands: [
          InitCommand.self, LogCommand.self, ResolveCommand.self, AnnulCommand.self,
          WithdrawCommand.self, AmendCommand.self, CorrectCommand.self, NoteCommand.self,
          TagCommand.self, EventCommand.self, UndoCommand.self, RedactCommand.self,
        ]),
      CommandGroup(
        name: "Read",
        subcommands: [
          ListCommand.self, ShowCommand.self, SearchCommand.self, SourcesCommand.self,
          QuestionsCommand.self,
        ]),
      CommandGroup(
        name: "Report",
        subcommands: [
          ReportCommand.self, CompareCommand.self, ExplainCommand.self, EditionsCommand.self,
          BaseRatesCommand.self,
        ]),
      CommandGroup(
        name: "Watch",
        subcommands: [
          DueCommand.self, SnoozeCommand.self, ScheduleCommand.self, RulesCommand.self,
          TickCommand.self, WatchCommand.self, SimulateCommand.self, ChannelsCommand.self,
        ]),
      CommandGroup(
        name: "Words",
        subcommands: [InterpretCommand.self, ScalesCommand.self, RereadCommand.self]),
      CommandGroup(
        name: "Exchange", subcommands: [ImportCommand.self, ExportCommand.self]),
      CommandGroup(
        name: "Keep",
        subcommands: [
          VerifyCommand.self, RootCommand.self, RebuildCommand.self, BackupCommand.self,
          RestoreCommand.self, DoctorCommand.self, ConfigCommand.self, DemoCommand.self,
        ]),
    ])

  /// The names of all commands.
  static var names: [String] {
    configuration.groupedSubcommands.flatMap(\.subcommands).compactMap {
      $0.configuration.commandName
    }
  }
}
