import Augury
import AuguryStore
import Foundation
import TestSupport
import Testing

/// The file of columns beside a ledger: as good as the rows, or as good as none.
struct ColumnCacheTests {
  /// All that columns hold, in one order.
  private func told(_ statements: Statements) -> [String] {
    func lines<Value>(_ values: [Int64: Value]) -> [String] {
      values.sorted { $0.key < $1.key }.map { "\($0)" }
    }
    let columns: [Any] = [
      statements.number, statements.source, statements.question, statements.probability,
      statements.isNegated, statements.saidFrom, statements.saidUntil, statements.captured,
      statements.stamped, statements.window, statements.zone, statements.zones,
      statements.sources, statements.questions, statements.baseRates,
    ]
    return columns.map { "\($0)" } + lines(statements.withdrawn) + lines(statements.baseline)
      + lines(statements.widths) + lines(statements.readings)
      + lines(statements.options.mapValues { $0.sorted { $0.key < $1.key } })
  }

  private func file(_ ledger: Ledger) -> URL { URL(fileURLWithPath: ledger.path + "-columns") }

  /// Reads the columns by way of the file, checks them against the rows and says where from.
  private func origin(_ ledger: Ledger, _ comment: Comment) throws -> ColumnOrigin {
    let found = try ledger.now().statements(cachedFrom: 0)
    for (one, other) in zip(told(found.statements), told(try ledger.now().statements())) {
      #expect(one == other, comment)
    }
    return found.origin
  }

  @Test func `the columns of any history are read back from the file`() throws {
    for seed in 0..<12 as Range<UInt64> {
      let history = try HistoryMaker(seed: 900 + seed, redacts: seed % 3 == 0)
      let ledger = history.ledger.ledger
      for _ in 0..<4 {
        try history.run(12)
        #expect(try origin(ledger, "seed \(seed)") == .rows)
        #expect(try origin(ledger, "seed \(seed)") == .cache)
      }
    }
  }

  @Test func `a bit that is turned round anywhere makes the file be made anew`() throws {
    let history = try HistoryMaker(seed: 77, redacts: false)
    try history.run(40)
    let ledger = history.ledger.ledger
    _ = try origin(ledger, "at first")
    let whole = try Data(contentsOf: file(ledger))
    var random = SplitMix64(seed: 5)
    for place in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
      var damaged = whole
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try damaged.write(to: file(ledger))
      #expect(try origin(ledger, "byte \(place)") == .rows)
      #expect(try Data(contentsOf: file(ledger)) == whole)
    }
  }

  @Test func `a file that is cut, longer or of something else is made anew`() throws {
    let history = try HistoryMaker(seed: 78, redacts: false)
    try history.run(30)
    let ledger = history.ledger.ledger
    _ = try origin(ledger, "at first")
    let whole = try Data(contentsOf: file(ledger))
    let other = try HistoryMaker(seed: 79, redacts: false)
    try other.run(30)
    _ = try origin(other.ledger.ledger, "another ledger")
    var wrong = [
      Data(), Data("augury".utf8), whole + Data([0]),
      try Data(contentsOf: file(other.ledger.ledger)),
    ]
    for length in stride(from: 1, to: whole.count, by: max(1, whole.count / 30)) {
      wrong.append(whole.prefix(length))
    }
    for bytes in wrong {
      try bytes.write(to: file(ledger))
      #expect(try origin(ledger, "\(bytes.count) bytes") == .rows)
      #expect(try origin(ledger, "\(bytes.count) bytes") == .cache)
    }
  }

  @Test func `an undone entry and a rebuilt ledger leave no use for an old file`() throws {
    let test = try TestLedger()
    let (source, question) = (
      try test.source("Ann"), try test.question("Q?", deadline: "2026-06-30")
    )
    let forecast = try test.forecast(question, source, "0.7").number
    #expect(try origin(test.ledger, "at first") == .rows)
    try test.append(.retraction(Retraction(entries: [forecast...forecast])))
    #expect(try origin(test.ledger, "undone") == .rows)
    #expect(try origin(test.ledger, "undone") == .cache)
    _ = try test.ledger.rebuild()
    #expect(try origin(test.ledger, "rebuilt") == .rows)
  }

  @Test func `a redaction takes the file along`() throws {
    let test = try TestLedger()
    let source = try test.source("Zacharias Unusual")
    _ = try origin(test.ledger, "at first")
    let name = Data("Zacharias Unusual".utf8)
    #expect(try Data(contentsOf: file(test.ledger)).range(of: name) != nil)
    #expect(source.name == "Zacharias Unusual")
    try test.write { _ = try $0.redact(1, reason: nil) }
    #expect(!FileManager.default.fileExists(atPath: file(test.ledger).path))
    _ = try origin(test.ledger, "redacted")
    #expect(try Data(contentsOf: file(test.ledger)).range(of: name) == nil)
  }

  @Test func `an earlier state neither reads nor writes the file, a small ledger has none`() throws
  {
    let history = try HistoryMaker(seed: 80, redacts: false)
    try history.run(20)
    let ledger = history.ledger.ledger
    let earlier = try ledger.asOf(entry: 5)
    #expect(try earlier.statements(cachedFrom: 0).origin == .rows)
    #expect(try ledger.now().statements(cachedFrom: 1_000).origin == .rows)
    #expect(!FileManager.default.fileExists(atPath: file(ledger).path))
    _ = try origin(ledger, "now")
    #expect(try earlier.statements(cachedFrom: 0).origin == .rows)
    #expect(
      told(try earlier.statements(cachedFrom: 0).statements) == told(try earlier.statements()))
    #expect(try origin(ledger, "now") == .cache)
  }

  @Test func `the file may be read by whoever may read the ledger, and may fail to be written`()
    throws
  {
    let test = try TestLedger()
    for rights in [0o600, 0o640, 0o644] {
      try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: test.path)
      _ = try test.source("S\(rights)")
      _ = try origin(test.ledger, "rights")
      let found = try FileManager.default.attributesOfItem(atPath: file(test.ledger).path)
      #expect(found[.posixPermissions] as? Int == rights)
    }
    try FileManager.default.removeItem(at: file(test.ledger))
    try FileManager.default.createDirectory(
      at: file(test.ledger).appendingPathComponent("in the way"), withIntermediateDirectories: true)
    #expect(try origin(test.ledger, "no room") == .rows)
    #expect(try origin(test.ledger, "no room") == .rows)
    #expect(!FileManager.default.fileExists(atPath: file(test.ledger).path + "-new"))
  }

  /// Whoever adds a column has to add it to `Statements.code`, and to raise `ColumnFiles.form`.
  @Test func `no column is left out of the file`() throws {
    func names(_ value: Any) -> [String] { Mirror(reflecting: value).children.compactMap(\.label) }
    #expect(
      names(Statements()) == [
        "number", "source", "question", "probability", "isNegated", "saidFrom", "saidUntil",
        "captured", "stamped", "window", "zone", "withdrawn", "options", "baseline", "widths",
        "readings", "baseRates", "sources", "questions", "zones",
      ])
    #expect(
      names(QuestionColumn(number: 0, kind: .binary, deadline: nil)) == [
        "number", "kind", "deadline", "moves", "outcome", "known", "firstResolved", "event", "tags",
      ])
    #expect(names(SourceColumn(number: 0, name: "", kind: "")) == ["number", "name", "kind"])
    #expect(
      names(BaseRateColumn(tag: "", chance: 0, recorded: 0)) == [
        "tag", "chance", "days", "recorded",
      ])
    let meaning = ChanceMeaning(point: 0.5)
    #expect(
      names(ReadingColumn(recorded: 0, kind: nil, meaning: meaning, isUnfalsifiable: false)) == [
        "recorded", "kind", "meaning", "isUnfalsifiable",
      ])
    #expect(names(meaning) == ["low", "high", "lowIsOpen", "highIsOpen", "mean", "variance"])
  }
}
