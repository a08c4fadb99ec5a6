import Augury
import AuguryRendering

/// A source with a single forecast, whose every text is what a test wants it to be.
struct OneForecast {
  let page: SourcePage?

  init(named name: String) throws {
    var statements = Statements()
    statements.sources = [SourceColumn(number: 1, name: name, kind: "person")]
    let day = try CivilDate(iso: "2026-06-30")
    var question = QuestionColumn(
      number: 2, kind: .binary, deadline: Deadline(day: day, zone: name), outcome: .cannotHappen)
    question.event = name
    question.tags = [name]
    statements.questions = [question]
    let said = try CivilDate(iso: "2026-01-01").startOfDayUTC.microseconds
    statements.number = [3]
    statements.source = [0]
    statements.question = [0]
    statements.probability = [0.8]
    statements.isNegated = [false]
    statements.saidFrom = [said]
    statements.saidUntil = [said + 1]
    statements.captured = [said + 2]
    statements.stamped = [Statements.missing]
    statements.window = [Statements.missing]
    statements.zone = [0]
    statements.baseline = [3: 0.5]
    page = Assessment(statements, Policy(at: NewsroomSample.now), Zones()).page(of: 1)
  }

  /// The texts of the forecast, all the same.
  static func texts(_ text: String) -> [Int64: Particulars] {
    let passage = Particulars.Passage(
      venue: text, title: text, url: text, published: text, archived: text)
    return [
      3: Particulars(
        forecast: text, question: text, text: text, said: text, quote: text, words: text,
        reading: text,
        passages: [passage], outcome: text, evidence: [text])
    ]
  }

  static func stamp(_ text: String) -> ReportStamp {
    ReportStamp(instant: NewsroomSample.now, size: 3, hash: text, command: text, notes: [text])
  }
}
