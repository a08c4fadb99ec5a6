import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Lexicons

/// The grades as a report asks for them.
enum GradeChoice: String, CaseIterable, ExpressibleByArgument {
  case live, documented, all

  var grade: CaptureGrade {
    switch self {
    case .live: .live
    case .documented: .documented
    case .all: .afterwards
    }
  }
}

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print how accurate each source has been.",
    usage: "augury report [<options>]",
    discussion: """
      Counts forecasts that were on record, here or in another system, before their outcome was \
      known; --grade live counts only those captured here, --grade all every one. A claim that \
      something happens by a day counts once that day has passed, even if it came true early.

      EXAMPLE
        augury report
        augury report --grade all --take last --format json
        augury report --scale icd-203
      """)

  @OptionGroup var options: ReadOptions

  @OptionGroup var scale: ScaleOptions

  @Option(help: ArgumentHelp("The weakest capture grade that counts.", valueName: "grade"))
  var grade: GradeChoice?

  @Option(
    help: ArgumentHelp("Which statement of a source on a question counts.", valueName: "which"))
  var take: Take = .first

  func run() throws {
    let vantage = try Vantage(options)
    let grade = try self.grade ?? ReportCommand.setting(vantage.workspace)
    let policy = Policy(grade: grade.grade, take: take, at: vantage.instant)
    try vantage.ledger.read {
      var statements = try vantage.snapshot.statements()
      let note = try reread(&statements, vantage)
      let names = statements.zones + Set(statements.questions.compactMap { $0.deadline?.zone })
      let record = TrackRecord(statements, policy, try vantage.zones(names))
      let root = try ReportCommand.needsRoot(vantage) ? vantage.rootJSON() : .null
      let table = TrackRecordTable(record, note: note?.text)
      let items = try record.lines.map {
        $0.json(id: try vantage.snapshot.id(of: $0.number).text)
      }
      let json: JSONOutput = [
        "as_of": .string(policy.instant.rfc3339),
        "policy": [
          "grade": .string(grade.rawValue), "take": .string(take.rawValue),
          "scale": note.map { .string($0.scale) } ?? .null,
        ],
        "ledger_root": root,
        "funnel": record.funnel.json, "sources": .array(items),
      ]
      try Answer(items: items, in: json, rows: table.rows) { width, style in
        table.render(width: width, style: style)
      }.print(vantage.workspace)
    }
  }

  /// Reads all words by the table that is asked for, without recording anything.
  private func reread(
    _ statements: inout Statements, _ vantage: Vantage
  ) throws -> (scale: String, text: String)? {
    guard let lexicon = try scale.scale.map(ScaleOptions.lexicon) else { return nil }
    let scales = try SourceScales(vantage.snapshot, chosen: lexicon)
    let look = try SecondLook(vantage.snapshot, statements, scales, at: vantage.instant)
    var moved = 0
    for glance in look.glances
    where statements.read(
      glance.forecast, number: glance.worded.number,
      at: vantage.instant)
    { moved += 1 }
    return (
      lexicon.id,
      "Words are read by \(lexicon.title) for this report only: "
        + "\(NumberText.grouped(moved)) of \(Sentence.count(look.glances.count, "reading")) "
        + "differ from those that count."
    )
  }

  /// The root of an earlier state takes a walk over its leaves: only JSON shows it.
  private static func needsRoot(_ vantage: Vantage) throws -> Bool {
    try vantage.workspace.format() == .json
  }

  private static func setting(_ workspace: Workspace) throws -> GradeChoice {
    guard let text = workspace.settings.value(.grade) else { return .documented }
    guard let grade = GradeChoice(rawValue: text) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a grade.", "Set `grade` to live, documented or all.")
    }
    return grade
  }
}
