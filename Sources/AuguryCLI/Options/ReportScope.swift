import Augury
import AuguryRendering
import AuguryStore

/// What a report is asked to show: a state of the ledger, what counts in it, and the edition that it
/// is, if it is one.
struct ReportScope {
  let vantage: Vantage
  let policy: Policy
  /// The edition, and when it was announced.
  let edition: (announced: Instant, edition: Edition)?

  /// Reads what is asked for; called while the ledger is held for reading.
  init(_ vantage: Vantage, _ options: PolicyOptions) throws {
    let edition = try options.edition.map { try ReportScope.edition($0, vantage, options) }
    let vantage =
      try edition.map { try vantage.at($0.edition.instant, announcedBy: $0.seq) } ?? vantage
    let filter = try options.filter(today: try vantage.workspace.today(vantage.ledger))
    var policy: Policy
    if let edition {
      policy = edition.edition.policy
      // What another choice of forecasts shows was not decided on beforehand.
      if filter.isOpen, edition.announced < edition.edition.instant { policy.looking = .once }
    } else {
      let grade = try options.grade ?? ReportScope.setting(vantage.workspace)
      policy = Policy(
        grade: grade.grade, take: options.take ?? .first, window: options.window ?? .default,
        at: vantage.instant)
    }
    policy.filter = filter
    self.policy = policy
    self.vantage = vantage
    self.edition = edition.map { ($0.announced, $0.edition) }
  }

  /// What is said of the edition, where it is one.
  var note: String? {
    edition.map { announced, edition in
      let when = announced < edition.instant ? "before" : "after"
      return "Edition “\(edition.name)”, announced on \(announced.civilDate), \(when) its instant."
        + (policy.filter.isOpen
          ? "" : " What is left out here was not left out in what was announced.")
    }
  }

  /// The members by which every report says what it counts.
  func json(scale: String? = nil) throws -> [(String, JSONOutput)] {
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
      ("policy", policy.json(scale: scale)), ("ledger_root", try vantage.rootJSON()),
    ]
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
      throw LookupError.noEdition(name)
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
