import Augury
import TestSupport

/// Makes bodies of entries at random, all of them valid by themselves.
struct BodyMaker {
  var random: SplitMix64
  /// Whether texts hold what is hard to write and read: quotes, controls, combining marks.
  var isAwkward = false
  /// Whether no text comes twice.
  var isDistinct = false
  private var count = 0

  init(seed: UInt64, isAwkward: Bool = false) {
    random = SplitMix64(seed: seed)
    self.isAwkward = isAwkward
  }

  static let vocabulary = [
    "coup", "election", "Müller", "été", "rates", "rise", "fall", "by", "March", "over", "the",
    "bank", "court", "minister", "42", "wins", "naïve", "quake", "north", "delta",
  ]
  private static let scalars = Array(
    "aZ9 \"\\/\u{0}\u{8}\t\n\r\u{1F}\u{7F}é\u{301}\u{D7FF}\u{E000}\u{FFFF}😀\u{10FFFF}漢"
      .unicodeScalars)

  mutating func text() -> String {
    guard !isAwkward || random.once(in: 3) else {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text.append(random.pick(BodyMaker.scalars))
      }
      return String(text)
    }
    let length = Int.random(in: 1...6, using: &random)
    let text = (0..<length).map { _ in random.pick(BodyMaker.vocabulary) }.joined(separator: " ")
    count += 1
    return isDistinct ? "\(text) \(count)" : text
  }

  mutating func maybe<Value>(_ make: (inout BodyMaker) throws -> Value) rethrows -> Value? {
    random.once(in: 2) ? try make(&self) : nil
  }

  mutating func id(_ kind: IdentifierKind) -> Identifier {
    Identifier(kind, random: UInt16(truncatingIfNeeded: random.next()), random.next())
  }

  mutating func day() throws -> CivilDate {
    try CivilDate(iso: "2026-01-01").adding(days: Int.random(in: -400...400, using: &random))
  }

  mutating func said() throws -> SaidTime {
    let day = try day().description
    let other = try CivilDate(iso: day).adding(days: 40).description
    return try SaidTime(
      edtf: random.pick([
        "", day, String(day.prefix(4)), String(day.prefix(7)), day + "T09:30:00Z", "../" + day,
        day + "/..", day + "/" + other, day + "T23:59:59.25Z",
      ]))
  }

  mutating func probability() throws -> Probability {
    try Probability(
      parsing: random.pick([
        "0", "1", "70%", "7/10", "3:1", "0.333",
        "1/3", "0.5", "1e-9", "99.5 %",
      ]))
  }

  mutating func zone() -> String? { random.pick([nil, nil, "Europe/Berlin", "America/New_York"]) }

  mutating func deadline() throws -> Deadline { Deadline(day: try day(), zone: zone()) }

  mutating func document() -> Document {
    let digits = (0..<64).map { _ in random.pick(Array("0123456789abcdef")) }
    return Document(sha256: String(digits), name: text())
  }

  mutating func source() -> Source {
    Source(id: id(.source), name: text(), kind: random.pick(SourceKind.allCases))
  }

  mutating func question() throws -> Question {
    let kind = random.once(in: 2) ? .binary : random.pick(QuestionKind.allCases)
    let hasOptions = kind == .categorical || kind == .ordered
    return Question(
      id: id(.question), kind: kind, text: text(), criteria: maybe { $0.text() },
      deadline: try maybe { try $0.deadline() }, options: hasOptions ? ["A", "B", "C"] : [],
      unit: kind == .numeric ? "km" : nil, event: maybe { $0.text() },
      tags: (0..<Int.random(in: 0...2, using: &random)).map { _ in tag() },
      origin: maybe { Origin(system: "elsewhere", key: $0.text()) })
  }

  mutating func scaleTable() -> Scale.Table {
    random.pick([.named("icd-203"), .file(text()), .none])
  }

  mutating func baseRate() throws -> BaseRate {
    BaseRate(
      tag: tag(), chance: try maybe { try $0.probability() }, days: maybe { _ in 365 },
      basis: maybe { $0.text() })
  }

  mutating func edition() throws -> Edition {
    Edition(
      name: text(), instant: Instant(microseconds: 1_767_268_800_000_001),
      grade: random.pick(CaptureGrade.allCases), take: random.pick(Take.allCases),
      window: random.pick(WindowChoice.allCases))
  }

  mutating func tag() -> String { random.pick(["war", "money", "sport", "health", "law"]) }

  mutating func parts(of kind: QuestionKind) throws -> [DistributionPart] {
    switch kind {
    case .binary: return []
    case .categorical, .ordered:
      let (first, second) = random.pick([("0.2", "0.5"), ("0.1", "0.6"), ("30%", "40%")])
      let rest = ["0.5": "0.3", "0.6": "0.3", "40%": "30%"][second] ?? "0"
      return [
        .option("A", try Probability(parsing: first)),
        .option("B", try Probability(parsing: second)),
        .option("C", try Probability(parsing: rest)),
      ]
    case .numeric:
      return [
        .quantile(try DecimalText(parsing: "0.1"), value: try DecimalText(parsing: "12.5")),
        .quantile(try DecimalText(parsing: "0.9"), value: try DecimalText(parsing: "3e2")),
      ]
    case .date:
      return [.dateQuantile(try DecimalText(parsing: "0.5"), value: try day())]
    }
  }

  mutating func citation() throws -> Citation {
    Citation(
      venue: text(), title: maybe { $0.text() }, url: maybe { "https://example.org/" + $0.text() },
      published: try maybe { try $0.said() }, retrieved: try maybe { try $0.said() },
      document: maybe { $0.document() })
  }

  mutating func wording() -> Wording {
    Wording(
      quote: text(), language: maybe { $0.random.pick(["en", "ru", "zh-Hant"]) },
      form: random.pick(WordingForm.allCases), by: maybe { $0.text() })
  }

  mutating func window() throws -> Window {
    Window(
      default: try day(), strict: try maybe { try $0.day() }, generous: try maybe { try $0.day() },
      zone: zone())
  }

  /// A reading of any sort, with or without figures, by a table or none.
  mutating func reading() throws -> Reading? {
    let kind = random.pick(ChanceReading.Kind.allCases)
    let low = Double(Int.random(in: 0...100, using: &random)) / 100
    let width = Double(Int.random(in: 0...100, using: &random)) / 100 * (1 - low)
    let meaning = ChanceMeaning(
      low: low, high: low + width, lowIsOpen: random.once(in: 3), highIsOpen: random.once(in: 3),
      mean: low + width / 3, variance: width * width / 12)
    let chance = maybe { maker in
      ReadChance(
        kind: kind, words: maker.text(), meaning: kind == .hedge ? nil : meaning,
        table: maker.maybe { LexiconReference(id: $0.text(), version: $0.text()) },
        row: maker.maybe { $0.text() }, rules: maker.random.pick([[], ["chance.lexicon"]]))
    }
    let horizon = try maybe { maker in
      let window = try maker.maybe { try $0.window() }
      return ReadHorizon(
        kind: window == nil ? .unfalsifiable : maker.random.pick([.dated, .vague]),
        words: maker.text(), window: window, edtf: maker.maybe { $0.text() },
        reason: maker.maybe { $0.text() }, rules: maker.random.pick([[], ["horizon.by"]]),
        version: 1)
    }
    return Reading(chance: chance, horizon: horizon)
  }

  mutating func forecast(on question: Question, by source: Source) throws -> Forecast {
    let parts = try random.once(in: 6) ? [] : parts(of: question.kind)
    let wording = maybe { $0.wording() }
    return Forecast(
      id: id(.forecast), question: question.id, source: source.id, said: try said(),
      isNegated: random.once(in: 4),
      probability: question.kind == .binary ? try maybe { try $0.probability() } : nil,
      parts: parts, window: try maybe { try $0.window() }, wording: wording,
      reading: wording.map(\.quote.isEmpty) == false ? try maybe { try $0.reading() } ?? nil : nil,
      citations: try (0..<Int.random(in: 0...2, using: &random)).map { _ in try citation() },
      baseline: try maybe { try $0.probability() },
      stamp: try maybe { Stamp(system: $0.text(), recorded: try $0.said()) },
      origin: question.origin == nil
        ? nil : maybe { Origin(system: "elsewhere", key: $0.text()) })
  }

  mutating func outcome(of kind: QuestionKind) throws -> Outcome {
    if random.once(in: 5) { return random.pick([.ambiguous, .annulled]) }
    switch kind {
    case .binary:
      return random.pick([
        .happened(nil), .happened(try day()), .notSeen(through: try day()), .cannotHappen,
      ])
    case .categorical, .ordered: return .option(random.pick(["A", "B", "C"]))
    case .numeric: return .number(try DecimalText(parsing: random.pick(["4", "-2.75", "1e3"])))
    case .date: return .date(try day())
    }
  }

  mutating func resolution(of question: Question) throws -> Resolution {
    Resolution(
      id: id(.resolution), question: question.id, outcome: try outcome(of: question.kind),
      known: try maybe { try $0.day() },
      evidence: random.pick([[], [.url("https://example.org")], [.document(document())]]),
      decidedBy: maybe { $0.text() }, reason: maybe { $0.text() })
  }

  mutating func note(on subject: Identifier) -> EntryBody {
    .note(
      Note(
        id: id(.note), subject: subject, role: random.pick(NoteRole.allCases), text: text(),
        by: maybe { $0.text() }))
  }

  mutating func batch(of count: Int64) -> EntryBody {
    let origin = OriginLedger(
      id: String(repeating: "0a", count: 16), size: 7, root: String(repeating: "b1", count: 32))
    return .batch(
      Batch(
        id: id(.batch), format: "csv", name: text(), sha256: document().sha256, count: count,
        ledger: maybe { _ in origin }))
  }

  /// Members that a correction may give a forecast.
  mutating func changes(of forecast: Forecast) throws -> JSONObject {
    let value = random.pick(["0.25", "0.75", "1"])
    return switch Int.random(in: 0..<5, using: &random) {
    case 0 where forecast.parts.isEmpty && forecast.probability != nil: .probability(value)
    case 0: .texts(["window": nil])
    case 1: .texts(["said": random.pick(["", "2025-12-24", "2025-11"])])
    case 2: .texts(["window": nil])
    case 3: JSONObject(members: [.init(key: "negated", value: .boolean(!forecast.isNegated))])
    default: .texts(["probability": nil, "wording": nil])
    }
  }
}
