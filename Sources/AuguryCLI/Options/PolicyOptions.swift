import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Lexicons

/// The grades as a report asks for them.
enum GradeChoice: String, CaseIterable, ExpressibleByArgument {
  case live, documented, all

  init(_ grade: CaptureGrade) {
    switch grade {
    case .live: self = .live
    case .documented: self = .documented
    case .afterwards: self = .all
    }
  }

  var grade: CaptureGrade {
    switch self {
    case .live: .live
    case .documented: .documented
    case .all: .afterwards
    }
  }
}

/// What counts in a track record, as options put it.
struct PolicyOptions: ParsableArguments {
  @OptionGroup var scale: ScaleOptions

  @Option(help: ArgumentHelp("The weakest capture grade that counts.", valueName: "grade"))
  var grade: GradeChoice?

  @Option(
    help: ArgumentHelp(
      "Which statement of a source on a question counts (default: first).", valueName: "which"))
  var take: Take?

  @Option(
    help: ArgumentHelp(
      "Which window counts where words leave it open (default: default).", valueName: "which"))
  var window: WindowChoice?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only forecasts on questions with this tag.", valueName: "tag"))
  var tag: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only forecasts on questions of this kind.", valueName: "kind"))
  var kind: [QuestionKind] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Only forecasts of sources of this kind.", valueName: "kind"))
  var sourceKind: [SourceKind] = []

  @Option(help: ArgumentHelp("Only forecasts said on this day or later.", valueName: "day"))
  var since: String?

  @Option(help: ArgumentHelp("Only forecasts said on this day or earlier.", valueName: "day"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "Only forecasts said so many days before their deadline.", valueName: "days, or from-to"))
  var leadTime: String?

  @Option(help: ArgumentHelp("Print the edition of this name.", valueName: "name"))
  var edition: String?

  /// The filter that the options describe.
  func filter(today: CivilDate) throws -> ForecastFilter {
    var filter = ForecastFilter()
    filter.tags = Set(tag)
    filter.kinds = Set(kind)
    filter.sourceKinds = Set(sourceKind)
    filter.since = try since.map { try DatePhrase.parse($0, today: today).first }
    filter.until = try until.map { try ForecastInput.day($0, today: today) }
    if let since = filter.since, let until = filter.until, since > until {
      throw UsageError("--since \(since) lies after --until \(until).", "Turn the two round.")
    }
    filter.leadDays = try leadTime.map(PolicyOptions.days)
    return filter
  }

  /// Reads "30" (up to 30 days), "30-90", or "90-" (90 days or more).
  private static func days(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    switch (parts.count, parts[0], parts.last ?? nil) {
    case (1, let most?, _) where most >= 0: return 0...most
    case (2, let least?, let most?) where least <= most: return least...most
    case (2, let least?, nil) where text.hasSuffix("-"): return least...Int.max
    default:
      throw UsageError(
        "\"\(text.clipped)\" is not a lead time.",
        "Write 30 for up to 30 days, 30-90, or 90- for 90 days and more.")
    }
  }
}

/// A track record as it is asked for: the columns, read once, and what counts.
struct ReportRequest {
  let vantage: Vantage
  let policy: Policy
  /// The columns that it is made from.
  let statements: Statements
  let assessment: Assessment
  /// What is said of how words were read, where that was asked for.
  let note: (scale: String, text: String)?
  /// The edition that it is.
  let edition: (announced: Instant, edition: Edition)?

  /// Reads the ledger; called while it is held for reading.
  init(_ vantage: Vantage, _ options: PolicyOptions) throws {
    let edition = try options.edition.map { try ReportRequest.edition($0, vantage, options) }
    let vantage =
      try edition.map { try vantage.at($0.edition.instant, announcedBy: $0.seq) } ?? vantage
    let today = try ZoneFiles.rules(vantage.ledger.zone).civilDate(at: Environment.now())
    var policy: Policy
    if let edition {
      policy = edition.edition.policy
      // What another choice of forecasts shows was not decided on beforehand.
      let isOpen = try options.filter(today: today).isOpen
      if isOpen, edition.announced < edition.edition.instant { policy.looking = .once }
    } else {
      let grade = try options.grade ?? ReportRequest.setting(vantage.workspace)
      policy = Policy(
        grade: grade.grade, take: options.take ?? .first, window: options.window ?? .default,
        at: vantage.instant)
    }
    policy.filter = try options.filter(today: today)
    var statements = try vantage.snapshot.cachedStatements()
    note = try ReportRequest.reread(&statements, vantage, options.scale)
    let names = statements.zones + Set(statements.questions.compactMap { $0.deadline?.zone })
    assessment = Assessment(statements, policy, try vantage.zones(names), .processors)
    self.statements = statements
    self.policy = policy
    self.vantage = vantage
    self.edition = edition.map { ($0.announced, $0.edition) }
  }

  /// The members by which every report says what it counts.
  func json() throws -> [(String, JSONOutput)] {
    [
      ("as_of", .string(policy.instant.rfc3339)),
      (
        "edition",
        edition.map {
          [
            "name": .string($0.edition.name), "announced_at": .string($0.announced.rfc3339),
            "announced_beforehand": .bool($0.announced < $0.edition.instant),
          ]
        } ?? .null
      ),
      ("policy", policy.json(scale: note?.scale)),
      ("ledger_root", try vantage.rootJSON()),
    ]
  }

  /// What a page says of how it was made.
  func stamp() throws -> ReportStamp {
    let root = try vantage.root
    return ReportStamp(
      instant: policy.instant, size: root.size, hash: root.hash.hex,
      notes: [note?.text].compactMap(\.self))
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

  private static func setting(_ workspace: Workspace) throws -> GradeChoice {
    guard let text = workspace.settings.value(.grade) else { return .documented }
    guard let grade = GradeChoice(rawValue: text) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a grade.", "Set `grade` to live, documented or all.")
    }
    return grade
  }

  private static func edition(
    _ name: String, _ vantage: Vantage, _ options: PolicyOptions
  ) throws -> (seq: Int64, announced: Instant, edition: Edition) {
    guard options.grade == nil, options.take == nil, options.window == nil,
      options.scale.scale == nil, !vantage.isMoved
    else {
      throw UsageError(
        "An edition has its own instant and its own policy.",
        "Leave out --grade, --take, --window, --scale, --as-of and --at.")
    }
    let editions = try vantage.snapshot.editions()
    guard let found = editions.first(where: { $0.edition.name == name }) else {
      throw LookupError.noSuch(name, nouns: ["edition"])
    }
    guard found.edition.instant <= vantage.instant else {
      throw ConflictError(
        "The edition \"\(name.clipped)\" is for \(found.edition.instant.rfc3339), which has not come.",
        "Print the record as it stands with `augury report`.")
    }
    return found
  }
}

extension Vantage {
  /// The same ledger as an edition sees it: what was known at its instant, or when it was announced
  /// where that was later.
  fileprivate func at(_ instant: Instant, announcedBy seq: Int64) throws -> Vantage {
    let announced = try ledger.asOf(entry: seq)
    do {
      let then = try ledger.asOf(instant)
      return Vantage(self, then.seq < seq ? announced : then, at: instant)
    } catch LookupError.beforeBeginning {
      return Vantage(self, announced, at: instant)
    }
  }
}
