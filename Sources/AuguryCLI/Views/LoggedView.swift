import Augury
import AuguryRendering
import AuguryStore

/// What is said after a forecast was recorded.
struct LoggedView {
  private let logged: Logged
  private let mark: ClockMark?
  private let ledger: Ledger
  private let workspace: Workspace

  init(_ logged: Logged, mark: ClockMark?, _ ledger: Ledger, _ workspace: Workspace) {
    self.logged = logged
    self.mark = mark
    self.ledger = ledger
    self.workspace = workspace
  }

  func answer() throws -> Answer {
    let lines = try text()
    let undo = "Undo with: augury undo \(try ledger.now().short(logged.forecast.id))"
    return Answer(json: try json()) { _, style in
      var text = ""
      for line in lines + [style.styled(undo, .dim)] { text += line + "\n" }
      return text
    }
  }

  /// One line, for many forecasts at once.
  func line() throws -> String {
    "\(try ledger.now().short(logged.forecast.id))  \(TerminalText.escape(Phrases.claim(logged.forecast, logged.question, logged.source.name)))\n"
  }

  func json() throws -> JSONOutput {
    let grade = try grade()
    return [
      "id": .string(logged.forecast.id.text), "entry": .int(logged.number),
      "question": [
        "id": .string(logged.question.id.text), "new": .bool(logged.isNewQuestion),
        "text": .string(logged.question.text),
      ],
      "source": [
        "id": .string(logged.source.id.text), "new": .bool(logged.isNewSource),
        "name": .string(logged.source.name),
      ],
      "probability": logged.forecast.probability.map { .double($0.double) } ?? .null,
      "reading": logged.forecast.reading.map(ReadingText.json) ?? .null,
      "grade": .string(grade.rawValue), "clock": mark.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private func text() throws -> [String] {
    let snapshot = try ledger.now()
    let forecast = try snapshot.short(logged.forecast.id)
    let question = try snapshot.short(logged.question.id)
    let source = try snapshot.short(logged.source.id)
    var lines = [
      "Recorded \(forecast): "
        + TerminalText.escape(Phrases.claim(logged.forecast, logged.question, logged.source.name)),
      "  question \(question)\(logged.isNewQuestion ? " (new)" : ""), "
        + "source \(source)\(logged.isNewSource ? " (new)" : "")",
    ]
    if !logged.forecast.citations.isEmpty {
      lines.append(
        "  read through " + TerminalText.escape(Phrases.chain(logged.forecast.citations)))
    }
    if let reading = logged.forecast.reading {
      lines.append("  " + TerminalText.escape(ReadingText.sentence(reading)))
      if let others = passedOver { lines.append("  " + TerminalText.escape(others)) }
    }
    if logged.forecast.scoredProbability == nil && logged.forecast.parts.isEmpty
      && logged.forecast.readChance == nil
    {
      lines.append("  no probability: recorded, not scored")
    }
    if logged.earlier > 0 {
      lines.append(
        "  \(Sentence.count(logged.earlier, "earlier statement")) of this source stands beside it")
    }
    if logged.forecast.standingWindow == nil && logged.question.deadline == nil
      && logged.question.kind == .binary && !logged.forecast.isUnfalsifiable
    {
      lines.append(
        "  no deadline: it cannot be scored until one is given (augury correct \(forecast) --until DAY)"
      )
    }
    if try grade() == .afterwards {
      lines.append(
        "  graded afterwards: its time was over when it was entered, so reports show it but do not "
          + "score it unless asked to (--grade all)")
    }
    if let mark {
      lines.append("  the clock stands \(mark.rawValue) of the entry before; the entry is marked")
    }
    return lines
  }

  /// What else the quote says of how likely and by when, which does not count.
  private var passedOver: String? {
    guard let wording = logged.forecast.wording, let reading = logged.forecast.reading else {
      return nil
    }
    let day = logged.forecast.said.lastDay ?? logged.captured.civilDate
    let text = TextReading(wording.quote, saidOn: day, isForecast: true)
    let spans =
      (reading.chance == nil ? [] : text.otherChances.map(\.span))
      + (reading.horizon == nil ? [] : text.otherHorizons.map(\.span))
    let words = spans.map { "“\(text.words($0))”" }
    return words.isEmpty ? nil : "also in the quote, and not counted: \(Sentence.list(words))"
  }

  private func grade() throws -> CaptureGrade {
    let window = logged.forecast.standingWindow.map { Deadline(day: $0.default, zone: $0.zone) }
    let deadline = window ?? logged.question.deadline
    let zones = try workspace.zones(ledger, [deadline?.zone].compactMap(\.self))
    let facts = logged.isNewQuestion ? nil : try ledger.now().question(logged.questionNumber)
    return CaptureGrade(
      captured: logged.captured, outcome: facts?.outcome, known: facts?.known, deadline: deadline,
      zones)
  }
}
