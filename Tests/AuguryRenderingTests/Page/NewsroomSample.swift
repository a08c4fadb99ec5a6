import Augury
import AuguryRendering

/// A made-up newsroom: sources of different skill on the same questions, over three years.
struct NewsroomSample {
  private(set) var statements = Statements()
  private(set) var particulars: [Int64: Particulars] = [:]
  private var random = SplitMix64(state: 41)

  static let now = Instant(microseconds: 1_790_000_000_000_000)  // 2026-09-21
  static let stamp = ReportStamp(
    instant: now, size: 1_204, hash: String(repeating: "9f3ac1", count: 10) + "27b0",
    command: "augury report --format html --at 2026-09-21T14:13:20Z")

  /// The names with how far from the truth each may be.
  static let sources: [(name: String, kind: String, noise: Double)] = [
    ("Ada Lindqvist", "person", 0.22), ("The Harbour Gazette", "outlet", 0.3),
    ("Institute for Slow Forecasts", "organisation", 0.08), ("Prof. B. Okonkwo", "person", 0.18),
    ("Market of Small Bets", "market", 0.02), ("Column “As I Said”", "outlet", 1.4),
    ("سلمى الحداد", "person", 0.26), ("田中 涼", "person", 0.34),
    ("Weekend Pundits’ Round Table of the Northern Broadcasting Union", "group", 0.5),
    ("Model 7", "model", 0.12), ("C. d’Anjou", "person", 0.4), ("Desk", "self", 0.2),
    ("Zoë Brandt", "person", 0.3), ("An Anonymous Official", "person", 0.55),
  ]

  private static let subjects: [(text: String, tag: String)] = [
    ("Inflation falls below 3 %", "economy"), ("The government loses its majority", "politics"),
    ("A ceasefire is signed and holds for thirty days", "war"),
    ("The central bank cuts its rate", "economy"),
    ("The opposition leader is released from prison", "politics"),
    ("The national team reaches the final", "sport"),
  ]

  private static let places = [
    "Norland", "the Isles", "Veld Republic", "Southmark", "Ostria", "Lower Tiber", "Kessel",
    "the Capital District", "Maribar", "Dunmore",
  ]

  /// Creates the newsroom; its first source may have another name.
  init(renaming name: String? = nil) throws {
    for (number, source) in Self.sources.enumerated() {
      let name = number == 0 ? name ?? source.name : source.name
      statements.sources.append(
        SourceColumn(number: Int64(number + 1), name: name, kind: source.kind))
    }
    for number in 0..<60 { try add(number) }
    try addOddities()
  }

  /// A page of the newsroom's first source.
  func page() throws -> SourcePage? { assessment.page(of: 1) }

  /// All that was said, judged.
  var assessment: Assessment { Assessment(statements, Policy(at: Self.now), Zones()) }

  /// The record, with the ranks that a few hundred more questions would give.
  var record: TrackRecord {
    var record = assessment.record
    for (place, rank) in [1...2, 1...2, 3...3, 4...6, 4...7, 5...8, 6...9, 7...9, 8...9]
      .enumerated()
    {
      record.lines[place].figures?.edge?.rank = rank
    }
    for place in 9...10 { record.lines[place].figures?.edge?.rank = 10...11 }
    return record
  }

  // MARK: Questions on which most sources speak

  private mutating func add(_ number: Int) throws {
    let (subject, place) = (Self.subjects[number % 6], Self.places[number / 6])
    let deadline = CivilDate(dayNumber: 19_900 + number * 16 + number % 7 * 11)
    let truth = draw()
    let isDue = deadline < Self.now.civilDate
    let outcome: Outcome? =
      !isDue
      ? nil
      : number % 19 == 7
        ? .ambiguous
        : draw() < truth ? .happened(CivilDate(dayNumber: deadline.dayNumber - 9)) : .cannotHappen
    var question = QuestionColumn(
      number: Int64(100 + number), kind: .binary, deadline: Deadline(day: deadline),
      outcome: outcome)
    question.tags = [subject.tag]
    question.event = number % 5 == 4 ? "the crisis of \(place)" : nil
    statements.questions.append(question)
    // What most of them get wrong together.
    let fashion = (draw() - 0.5) * 1.2
    for (source, (_, _, noise)) in Self.sources.enumerated()
    where source < 11 ? (number + source) % 7 != 3 : number % (source * 2 - 15) == 1 {
      // One says the opposite of what is so.
      let wide =
        noise > 1
        ? 1.1 - truth * 1.2
        : truth + (draw() - 0.5) * noise + (noise > 0.15 ? fashion : fashion / 5)
      let chance = (min(max(wide, 0.03), 0.97) * 20).rounded() / 20
      let said = CivilDate(dayNumber: deadline.dayNumber - 40 - (number * 13 + source * 29) % 200)
      let text = "\(subject.text) in \(place) by \(deadline)"
      try say(text, chance, by: source, on: number, said, isVerbal: source < 2 && number % 4 == 0)
    }
  }

  private mutating func say(
    _ text: String, _ chance: Double, by source: Int, on question: Int, _ said: CivilDate,
    isVerbal: Bool = false
  ) throws {
    let number = row(chance, source, question, said)
    let column = statements.questions[question]
    if isVerbal {
      let meaning = ChanceMeaning(
        low: max(0, chance - 0.15), high: min(1, chance + 0.1), mean: chance, variance: 0.004)
      statements.readings[number] = ReadingColumn(
        recorded: said.startOfDayUTC.microseconds, kind: .verbal, meaning: meaning,
        isUnfalsifiable: false)
    }
    var outcome: String?
    if case .happened(let day?)? = column.outcome { outcome = "happened on \(day)" }
    if column.outcome == .cannotHappen { outcome = "did not happen" }
    if column.outcome == .ambiguous { outcome = "disputed: the criteria do not decide it" }
    let range =
      "“\(chance > 0.5 ? "likely" : "hardly likely")” read as "
      + "\(Sentence.percent(from: max(0, chance - 0.15), to: min(1, chance + 0.1)))"
    particulars[number] = Particulars(
      forecast: "f\(number)", question: "q\(column.number)", text: text, said: "\(said)",
      quote: number % 3 < 2
        ? "I have said it before and will say it again: on the evidence of this spring, it is "
          + "\(chance > 0.5 ? "likely" : "hardly likely"), and nobody in \(text.prefix(9)) doubts it."
        : nil,
      words: isVerbal ? (chance > 0.5 ? "likely" : "hardly likely") : nil,
      reading: isVerbal ? range : nil,
      passages: [
        .init(
          venue: "The Harbour Gazette", title: "What the spring will bring",
          url: "https://gazette.example/2025/05/what-the-spring-will-bring?page=2&from=\(number)",
          published: "\(said)", archived: String(repeating: "4be1d09c", count: 8)),
        .init(venue: "Northern Broadcasting", url: "https://www.northern.example/news/\(number)"),
      ], outcome: outcome,
      evidence: outcome == nil
        ? [] : ["https://statistics.example/release/\(number)", "minutes.pdf"])
  }

  // MARK: What cannot be scored

  private mutating func addOddities() throws {
    let open = statements.questions.count
    statements.questions.append(
      QuestionColumn(number: 900, kind: .binary, deadline: nil, outcome: nil))
    let said = CivilDate(dayNumber: 20_100)
    try say("The dam gives way, sooner or later", 0.7, by: 0, on: open, said)
    try say("The dam gives way, once more", 0.9, by: 0, on: open, said)
    let hedge = row(.nan, 0, 3, CivilDate(dayNumber: 19_800))
    statements.readings[hedge] = ReadingColumn(
      recorded: said.startOfDayUTC.microseconds, kind: .hedge, meaning: nil,
      isUnfalsifiable: false)
    particulars[hedge] = Particulars(
      forecast: "f\(hedge)", question: "q103", text: "The central bank of Norland may cut its rate",
      said: "2024-03", quote: "It could well happen.", words: "could",
      reading: "“could” rules nothing out")
    let undated = row(0.35, 0, 1, nil)
    particulars[undated] = Particulars(
      forecast: "f\(undated)", question: "q101",
      text: "The government of Norland loses its majority",
      said: "unknown")
  }

  private mutating func row(
    _ chance: Double, _ source: Int, _ question: Int, _ said: CivilDate?
  ) -> Int64 {
    let number = Int64(1_000 + statements.count)
    statements.number.append(number)
    statements.source.append(Int32(source))
    statements.question.append(Int32(question))
    statements.probability.append(chance)
    statements.isNegated.append(false)
    let from = said?.startOfDayUTC.microseconds
    statements.saidFrom.append(from ?? Statements.missing)
    statements.saidUntil.append(from.map { $0 + 86_400_000_000 } ?? Statements.missing)
    statements.captured.append(from.map { $0 + 90_000_000_000 } ?? Self.now.microseconds)
    statements.stamped.append(Statements.missing)
    statements.window.append(Statements.missing)
    statements.zone.append(0)
    return number
  }

  /// A number of 0 to 1, the same every time.
  private mutating func draw() -> Double { Double.random(in: 0..<1, using: &random) }
}
