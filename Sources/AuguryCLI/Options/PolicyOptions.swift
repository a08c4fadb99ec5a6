import ArgumentParser
import Augury

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
