import Augury
import AuguryStore

/// Makes the history of a ledger at random, out of operations that a keeper may do.
///
/// What is taken back takes along what stands on it; only the undo of an undo can leave an entry
/// standing on one that does not.
final class HistoryMaker {
  /// What the maker remembers of an entry.
  struct Made {
    var body: EntryBody
    /// The entries that it names.
    var needs: [Int64]
    var isRedacted = false
  }

  let ledger: TestLedger
  var maker: BodyMaker
  private(set) var made: [Made]
  private let redacts: Bool

  init(seed: UInt64, redacts: Bool) throws {
    ledger = try TestLedger(seed: seed)
    maker = BodyMaker(seed: seed)
    self.redacts = redacts
    made = [Made(body: .ledger(zone: "UTC"), needs: [])]
  }

  /// Does so many operations.
  func run(_ count: Int) throws {
    for _ in 0..<count {
      let clock = ledger.clock
      switch Int.random(in: 0..<20, using: &maker.random) {
      case 0: clock.pass(hours: 100)
      case 1: clock.pass(hours: -9)
      case 2...5: break
      default: clock.pass(seconds: Int64.random(in: 1...40_000, using: &maker.random))
      }
      if redacts, maker.random.once(in: 15), try redact() { continue }
      try ledger.ledger.write(ledger.capture) { writer in
        if maker.random.once(in: 12) { return try batch(&writer) }
        for _ in 0..<Int.random(in: 1...3, using: &maker.random) {
          guard let (body, needs) = try operation() else { continue }
          try append(body, needs, &writer)
        }
      }
    }
  }

  func append(_ body: EntryBody, _ needs: [Int64], _ writer: inout EntryWriter) throws {
    try writer.append(body)
    made.append(Made(body: body, needs: needs))
  }

  /// Which entries stand.
  func standing(_ made: [Made]) -> [Bool] {
    var stands = made.map { !$0.isRedacted }
    for seq in made.indices.reversed() where stands[seq] {
      guard case .retraction(let retraction) = made[seq].body else { continue }
      for range in retraction.entries { for named in range { stands[Int(named)] = false } }
    }
    return stands
  }

  /// Whether nothing is merged twice, and no merges run in a circle.
  private func isSound(_ made: [Made]) -> Bool {
    let stands = standing(made)
    var merges: [Int64: Int64] = [:]
    for (seq, entry) in made.enumerated() where stands[seq] {
      guard case .merge = entry.body else { continue }
      guard merges[entry.needs[0]] == nil else { return false }
      merges[entry.needs[0]] = entry.needs[1]
    }
    return merges.keys.allSatisfy { start in
      var current = start
      for _ in 0...merges.count { current = merges[current] ?? current }
      return merges[current] == nil
    }
  }

  private func batch(_ writer: inout EntryWriter) throws {
    let count = Int64.random(in: 1...5, using: &maker.random)
    try append(maker.batch(of: count), [], &writer)
    for _ in 0..<count {
      let forecast = maker.random.once(in: 2) ? try newForecast() : nil
      let (body, needs) = try forecast ?? (.question(try maker.question()), [])
      try append(body, needs, &writer)
    }
  }

  private func redact() throws -> Bool {
    let candidates = made.indices.dropFirst().filter { seq in
      if made[seq].isRedacted { return false }
      if case .redaction = made[seq].body { return false }
      return !made.contains { !$0.isRedacted && $0.needs.contains(Int64(seq)) }
    }
    guard !candidates.isEmpty else { return false }
    let seq = maker.random.pick(candidates)
    var after = made
    after[seq].isRedacted = true
    after.append(Made(body: .redaction(Redaction(entry: Int64(seq))), needs: []))
    _ = try ledger.ledger.write(ledger.capture) { try $0.redact(Int64(seq), reason: nil) }
    made = after
    return true
  }

  /// The standing entries that introduce a thing of a kind.
  private func things<Thing>(_ pick: (EntryBody) -> Thing?) -> [(seq: Int64, thing: Thing)] {
    let stands = standing(made)
    return made.indices.compactMap { seq in
      stands[seq] ? pick(made[seq].body).map { (Int64(seq), $0) } : nil
    }
  }

  private var sources: [(seq: Int64, thing: Source)] {
    things { if case .source(let source) = $0 { source } else { nil } }
  }
  private var questions: [(seq: Int64, thing: Question)] {
    things { if case .question(let question) = $0 { question } else { nil } }
  }
  private var forecasts: [(seq: Int64, thing: Forecast)] {
    things { if case .forecast(let forecast) = $0 { forecast } else { nil } }
  }

  private func newForecast() throws -> (EntryBody, [Int64])? {
    guard let source = sources.randomElement(using: &maker.random),
      let question = questions.randomElement(using: &maker.random)
    else { return nil }
    let forecast = try maker.forecast(on: question.thing, by: source.thing)
    return (.forecast(forecast), [source.seq, question.seq])
  }

  /// Any operation but a batch and a redaction, with the entries it needs.
  private func operation() throws -> (EntryBody, [Int64])? {
    let choice = Int.random(in: 0..<41, using: &maker.random)
    switch choice {
    case 40:
      return (
        maker.random.once(in: 3)
          ? .edition(try maker.edition()) : .baseRate(try maker.baseRate()), []
      )
    case 0...3: return (.source(maker.source()), [])
    case 4...8: return (.question(try maker.question()), [])
    case 9...16: return try newForecast()
    case 17...30: return try act(choice - 17)
    case 31, 32: return merge()
    case 33, 34:
      guard let question = questions.randomElement(using: &maker.random) else { return nil }
      return (try maker.watching(question.thing), [question.seq])
    default: return retraction()
    }
  }

  private func act(_ choice: Int) throws -> (EntryBody, [Int64])? {
    if choice < 3 {
      guard let source = sources.randomElement(using: &maker.random) else { return nil }
      let correction = Correction(
        subject: source.thing.id, changes: .texts(["name": maker.text(), "kind": "outlet"]))
      return switch choice {
      case 0: (.correction(correction), [source.seq])
      case 1: (maker.note(on: source.thing.id), [source.seq])
      case 2 where maker.random.once(in: 3):
        (.scale(Scale(source: source.thing.id, table: maker.scaleTable())), [source.seq])
      default: (.alias(source: source.thing.id, name: maker.text()), [source.seq])
      }
    }
    if choice < 9 {
      guard let question = questions.randomElement(using: &maker.random) else { return nil }
      return (try act(choice, on: question.thing), [question.seq])
    }
    guard let forecast = forecasts.randomElement(using: &maker.random) else { return nil }
    let id = forecast.thing.id
    let changes = try maker.changes(of: forecast.thing)
    let body: EntryBody =
      switch choice {
      case 9, 10: .correction(Correction(subject: id, changes: changes))
      case 11: maker.note(on: id)
      case 12:
        .reading(
          Rereading(forecast: id, reading: try maker.reading(), reason: maker.maybe { $0.text() }))
      default: .withdrawal(Withdrawal(forecast: id, said: try maker.said()))
      }
    return (body, [forecast.seq])
  }

  private func act(_ choice: Int, on question: Question) throws -> EntryBody {
    switch choice {
    case 3:
      return .correction(
        Correction(subject: question.id, changes: .texts(["text": maker.text(), "unit": nil])))
    case 4:
      return .amendment(
        Amendment(
          question: question.id, criteria: maker.maybe { $0.text() },
          deadline: try maker.maybe { try $0.deadline() }))
    case 5:
      return .tagging(
        Tagging(question: question.id, added: [maker.tag(), maker.tag()], removed: [maker.tag()]))
    case 6: return .assignment(question: question.id, event: maker.maybe { $0.text() })
    default: return .resolution(try maker.resolution(of: question))
    }
  }

  private func merge() -> (EntryBody, [Int64])? {
    let isSource = maker.random.once(in: 2)
    let things = isSource ? sources.map(\.seq) : questions.map(\.seq)
    guard things.count > 1 else { return nil }
    let needs = Array(things.shuffled(using: &maker.random).prefix(2))
    if case .question(let one) = made[Int(needs[0])].body,
      case .question(let other) = made[Int(needs[1])].body, one.kind != other.kind
    {
      return nil
    }
    guard let from = made[Int(needs[0])].body.id, let into = made[Int(needs[1])].body.id else {
      return nil
    }
    let body = EntryBody.merge(Merge(from: from, into: into))
    return isSound(made + [Made(body: body, needs: needs)]) ? (body, needs) : nil
  }

  /// Takes back an entry with all that stands on it, a batch, or simply a stretch of entries.
  private func retraction() -> (EntryBody, [Int64])? {
    guard made.count > 2 else { return nil }
    let stands = standing(made)
    let last = made.count - 1
    let first = Int.random(in: max(1, last - 25)...last, using: &maker.random)
    guard stands[first] else { return nil }
    var range = first...first
    if case .batch(let batch) = made[first].body { range = first...(first + Int(batch.count)) }
    if maker.random.once(in: 4) { range = first...min(last, first + 6) }
    guard range.upperBound <= last else { return nil }
    var named = Set(range)
    for seq in (first...last) where stands[seq] && !named.contains(seq) {
      if made[seq].needs.contains(where: { named.contains(Int($0)) }) { named.insert(seq) }
    }
    var ranges: [ClosedRange<Int64>] = []
    for seq in named.sorted().map(Int64.init) {
      if let before = ranges.last, before.upperBound == seq - 1 {
        ranges[ranges.count - 1] = before.lowerBound...seq
      } else {
        ranges.append(seq...seq)
      }
    }
    return (.retraction(Retraction(entries: ranges)), [])
  }
}
