import Augury
import AuguryRendering
import AuguryStore
import Lexicons

/// A track record as it is asked for: the columns, read once, and what follows from them.
struct ReportRequest {
  let scope: ReportScope
  /// The columns that it is made from.
  let statements: Statements
  let assessment: Assessment
  /// What is said of how words were read, where that was asked for.
  private let reread: (scale: String, text: String)?

  var vantage: Vantage { scope.vantage }
  var policy: Policy { scope.policy }

  /// Reads the ledger; called while it is held for reading.
  init(_ vantage: Vantage, _ options: PolicyOptions) throws {
    scope = try ReportScope(vantage, options)
    let vantage = scope.vantage
    var statements = try vantage.snapshot.cachedStatements()
    reread = try ReportRequest.reread(&statements, vantage, options.scale)
    let names = statements.zones + Set(statements.questions.compactMap { $0.deadline?.zone })
    assessment = Assessment(statements, scope.policy, try vantage.zones(names), .processors)
    self.statements = statements
  }

  /// What is said of how it was made: the edition, and how words were read.
  var notes: [String] { [scope.note, reread?.text].compactMap(\.self) }

  /// The members by which every report says what it counts.
  func json() throws -> [(String, JSONOutput)] { try scope.json(scale: reread?.scale) }

  /// What a page says of how it was made.
  func stamp() throws -> ReportStamp {
    let root = try vantage.root
    return ReportStamp(
      instant: policy.instant, policy: policy.rules, size: root.size, hash: root.hash.hex,
      command: Environment.command, notes: notes)
  }

  /// Reads all words by the table that is asked for, without recording anything.
  private static func reread(
    _ statements: inout Statements, _ vantage: Vantage, _ scale: ScaleOptions
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
}
