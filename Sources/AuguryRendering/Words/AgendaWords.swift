package import Augury

/// What is said of the items of an agenda.
package enum AgendaWords {
  /// How many questions wait: "2 to decide, 1 overdue, 3 to look at", or "Nothing to decide".
  ///
  /// What was settled before anyone was asked does not wait.
  package static func headline(_ items: [AgendaItem]) -> String {
    let waiting = items.filter { !$0.isSettled }
    func questions(_ items: [AgendaItem]) -> Set<Identifier> {
      Set(items.map(\.occasion.question))
    }
    let toDecide = questions(waiting.filter(\.asksForDecision))
    let overdue = questions(
      waiting.filter { $0.occasion.kind == .overdue || $0.status == .overdue }
    ).count
    var parts = toDecide.isEmpty ? [] : ["\(NumberText.grouped(toDecide.count)) to decide"]
    if overdue > 0 { parts.append("\(NumberText.grouped(overdue)) overdue") }
    let others = questions(waiting).subtracting(toDecide).count
    if others > 0 { parts.append("\(NumberText.grouped(others)) to look at") }
    return parts.isEmpty ? "Nothing to decide" : parts.joined(separator: ", ")
  }

  /// What is to be done with one: "Decide: It snows in Oslo".
  static func title(_ item: AgendaItem) -> String {
    let verb =
      item.isSettled ? "Settled" : item.asksForDecision ? "Decide" : "Look at"
    return "\(verb): \(item.text)"
  }

  /// All that is known of one, a line each, in words that stay the same from day to day.
  static func details(_ item: AgendaItem) -> [String] {
    var lines = [item.occasion.kind.words]
    if let deadline = item.deadline {
      lines.append("\(item.goesByWindows ? "window through" : "deadline") \(deadline.day)")
    }
    if let proposal = item.proposal { lines.append(self.proposal(proposal)) }
    return lines + item.evidence
  }

  static func proposal(_ proposal: Proposal) -> String {
    "proposed: \(proposal.outcome.words) (\(proposal.reason))"
  }

  /// When the deadline is, seen from a day: "due: the deadline was 3 days ago, on 2026-11-20"; for a
  /// question without one, the end of its forecasts' windows.
  static func deadline(_ item: AgendaItem, today: CivilDate) -> String {
    guard let day = item.deadline?.day else { return "no deadline" }
    let distance = day.dayNumber - today.dayNumber
    let (ends, ended) =
      item.goesByWindows
      ? ("its time ends", "its time ended") : ("the deadline is", "the deadline was")
    let when =
      switch distance {
      case 0: "\(ends) today, \(day)"
      case 1: "\(ends) tomorrow, \(day)"
      case -1: "\(ended) yesterday, \(day)"
      case ..<0: "\(ended) \(Sentence.count(-distance, "day")) ago, on \(day)"
      default: "\(ends) in \(Sentence.count(distance, "day")), on \(day)"
      }
    return [.due, .overdue].contains(item.status) ? "\(item.status.rawValue): \(when)" : when
  }

  /// A day with its weekday: "Monday, 2026-11-23".
  static func day(_ day: CivilDate) -> String {
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return "\(names[(day.weekday + 6) % 7]), \(day)"
  }
}

extension OccasionKind {
  /// Why a question is asked about, in words.
  package var words: String {
    switch self {
    case .review: "to be looked at again"
    case .silent: "its source has said nothing more for half of the time"
    case .pastMass: "days that a forecast thought likely have gone by"
    case .strict: "a forecast's time is over by the strict reading of its words"
    case .window: "a forecast's own time is over"
    case .due: "the deadline has passed"
    case .generous: "a forecast's time is over by the generous reading of its words"
    case .overdue: "the deadline and the time of grace have passed"
    case .found: "its rule found what would decide it"
    case .snoozed: "it was put off until now"
    case .reopened: "what was decided is undone"
    case .returned: "it waits for a decision again"
    }
  }
}
