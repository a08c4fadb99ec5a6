import Augury
import AuguryRendering
import AuguryStore

/// Questions that wait for a decision, asked one after the other on a terminal.
struct DueDialogue {
  private let workspace: Workspace
  private let names: [Identifier: String]
  /// The ledger's zone.
  private let zone: ZoneRules

  /// What a person can answer.
  private enum Reply: String {
    case yes = "y"
    case no = "n"
    case ambiguous = "a"
    case value = "v"
    case proposed = "p"
    case extend = "e"
    case snooze = "s"
    case open = "o"
    case leave = ""
    case quit = "q"
  }

  init(_ workspace: Workspace, _ names: [Identifier: String], _ zone: ZoneRules) {
    self.workspace = workspace
    self.names = names
    self.zone = zone
  }

  /// Asks about each item until all are answered or left, or the person stops.
  func run(_ items: [AgendaItem]) throws {
    for (place, item) in items.enumerated() {
      let name = names[item.occasion.question] ?? item.occasion.question.text
      Terminal.say("")
      Terminal.say("\(place + 1) of \(items.count)  \(name)  \(TerminalText.escape(item.text))")
      guard try ask(item) else { return }
    }
  }

  /// Asks until there is an answer; false when the person stops.
  private func ask(_ item: AgendaItem) throws -> Bool {
    let kind = try workspace.open().now().askedQuestion(item.occasion.question.text).1.kind
    let choices = choices(item, kind)
    while true {
      Terminal.show(choices.map(\.words).joined(separator: ", ") + ": ")
      guard let line = readLine() else { return false }
      guard let reply = Reply(rawValue: String(line.trimmed.lowercased().prefix(1))),
        choices.contains(where: { $0.reply == reply })
      else { continue }
      if reply == .quit { return false }
      if reply == .leave { return true }
      do {
        if try answer(reply, item) { return true }
      } catch let failure as any Explained {
        Program.say(failure)
      }
    }
  }

  private func choices(_ item: AgendaItem, _ kind: QuestionKind) -> [(reply: Reply, words: String)]
  {
    var choices: [(Reply, String)] =
      kind == .binary
      ? [(.yes, "[y]es"), (.no, "[n]o" + (seenThrough(item).map { " (through \($0))" } ?? ""))]
      : [(.value, "[v]alue")]
    choices.append((.ambiguous, "[a]mbiguous"))
    if item.proposal != nil { choices.append((.proposed, "as [p]roposed")) }
    return choices + [
      (.extend, "[e]xtend"), (.snooze, "[s]nooze"), (.open, "[o]pen the citation"),
      (.quit, "[q]uit"), (.leave, "Enter to leave it"),
    ]
  }

  /// Does what was answered; false when the question is to be asked again.
  private func answer(_ reply: Reply, _ item: AgendaItem) throws -> Bool {
    let question = item.occasion.question.text
    switch reply {
    case .yes:
      guard let day = prompt("On which day did it happen? (or: unknown)") else { return false }
      try resolve(ResolutionRequest(question: question, outcome: "yes", on: day))
    case .no:
      try resolve(
        ResolutionRequest(
          question: question, outcome: "no", through: seenThrough(item)?.description))
    case .ambiguous:
      let reason = prompt("Why? (may be left out)")
      try resolve(
        ResolutionRequest(question: question, outcome: "ambiguous", because: reason))
    case .value:
      guard let value = prompt("What came out?") else { return false }
      try resolve(ResolutionRequest(question: question, outcome: value))
    case .proposed:
      guard let proposal = item.proposal else { return false }
      try resolve(ResolutionRequest(question: question, proposal))
    case .extend:
      guard let day = prompt("The new deadline?") else { return false }
      try extend(item, until: day)
    case .snooze:
      guard let day = prompt("Until which day?") else { return false }
      try SnoozeRequest(question: question, until: day).record(workspace).answer().print(workspace)
    case .open:
      try open(question)
      return false
    case .leave, .quit: break
    }
    return true
  }

  private func prompt(_ text: String) -> String? {
    Terminal.show("  \(text) ")
    guard let line = readLine()?.trimmed, !line.isEmpty else { return nil }
    return line
  }

  private func resolve(_ request: ResolutionRequest) throws {
    try request.record(workspace, try workspace.open()).answer().print(workspace)
  }

  /// Through which day a no is told where only a forecast's own time is over; nothing elsewhere.
  private func seenThrough(_ item: AgendaItem) -> CivilDate? {
    item.occasion.kind == .window ? item.occasion.lastDay(in: zone) : nil
  }

  private func extend(_ item: AgendaItem, until text: String) throws {
    let today = try workspace.today(try workspace.open())
    let end = max(item.deadline?.day ?? today, today)
    let day = try ForecastInput.day(text, today: today)
    guard day > end else {
      throw UsageError(
        "\(day) is not after \(end).",
        "Give a later day; `augury amend` takes an earlier deadline as well.")
    }
    let request = AmendRequest(question: item.occasion.question.text, until: day.description)
    try request.record(workspace).answer().print(workspace)
  }

  /// Shows the address where the question's last forecast was read.
  private func open(_ question: String) throws {
    let snapshot = try workspace.open().now()
    let (number, _) = try snapshot.askedQuestion(question)
    let addresses = try snapshot.forecasts(on: number).reversed().compactMap {
      try snapshot.forecast($0)?.citations.last { $0.url != nil }?.url
    }
    guard let address = addresses.first else {
      throw ConflictError(
        "No forecast on this question names an address.",
        "Add one with `augury correct FORECAST --url ADDRESS`.")
    }
    Terminal.say("  " + TerminalText.escape(address))
    try Browser.open(address)
  }
}

extension ResolutionRequest {
  /// What is proposed, as a person would ask for it.
  init(question: String, _ proposal: Proposal) {
    self.init(
      question: question, outcome: "", known: proposal.known?.description,
      evidence: proposal.evidence, because: proposal.reason)
    switch proposal.outcome {
    case .happened(let day): (outcome, on) = ("yes", day?.description ?? "unknown")
    case .notSeen(let through): (outcome, self.through) = ("no", through.description)
    case .cannotHappen: outcome = "never"
    case .option(let option): outcome = option
    case .number(let number): outcome = number.text
    case .date(let day): outcome = day.description
    case .ambiguous, .annulled: outcome = "ambiguous"
    }
  }
}
