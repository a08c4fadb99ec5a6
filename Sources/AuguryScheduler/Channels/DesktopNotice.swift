internal import Augury
internal import AuguryRendering

/// One notice on a desktop for a whole delivery.
struct DesktopNotice {
  /// The most items that are named one by one.
  private static let most = 5

  /// The first line, plain text.
  let summary: String
  /// The rest, in the markup of desktop notices, with all text of others escaped.
  let body: String

  init(_ delivery: Delivery) {
    summary = AgendaWords.headline(delivery.items)
    let open = delivery.items.filter { !$0.isSettled }
    var told: Set<Identifier> = []
    // What is to be decided first, and each question once.
    let waiting = (open.filter(\.asksForDecision) + open).filter {
      told.insert($0.occasion.question).inserted
    }
    var lines = waiting.prefix(DesktopNotice.most).map {
      HTMLText.escape(
        TerminalText.escape("\($0.text.clipped(to: 120)): \(DesktopNotice.reason($0))"))
    }
    let rest = waiting.count - lines.count
    if rest > 0 { lines.append("and \(NumberText.grouped(rest)) more: augury due") }
    body = lines.joined(separator: "\n")
  }

  /// Why it is asked about: where it is over, that says more than what was told of it before.
  private static func reason(_ item: AgendaItem) -> String {
    switch item.status {
    case .overdue: OccasionKind.overdue.words
    case .due: OccasionKind.due.words
    default: item.occasion.kind.words
    }
  }
}
