import Augury
import AuguryStore
import Testing

/// What an undo of an undo had brought back goes again when that is undone.
struct UndoneUndoTests {
  private func retract(
    _ test: TestLedger, _ range: ClosedRange<Int64>, cascade: Bool = false
  ) throws -> Int64 {
    try test.ledger.write(test.capture) {
      try $0.retract([range], cascade: cascade, reason: nil).entry
    }
  }

  @Test("What goes again stays out when a correction of it goes along")
  func correctionGoesAlong() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let undo = try test.append(.retraction(Retraction(entries: [1...1])))
    let redo = try test.append(.retraction(Retraction(entries: [undo...undo])))
    let name = try test.append(
      .correction(Correction(subject: source.id, changes: .texts(["name": "Bea"]))))
    #expect(try test.ledger.now().sources().map(\.name) == ["Bea"])
    try test.append(.retraction(Retraction(entries: [redo...name])))
    #expect(try test.ledger.now().sources().isEmpty)
    #expect(try test.ledger.verify().findings == [])
  }

  @Test("It is refused while something stands on what would go, or takes that along")
  func isRefused() throws {
    let test = try TestLedger()
    let question = try test.question("Will it rain?")
    let undo = try retract(test, 1...1)
    let redo = try retract(test, undo...undo)
    let resolution = try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: .annulled)))
    #expect(throws: RetractionError.self) { try retract(test, redo...redo) }
    #expect(try test.ledger.now().question(1)?.outcome == .annulled)
    let all = try retract(test, redo...redo, cascade: true)
    #expect(try test.ledger.now().question(1) == nil)
    #expect(try test.ledger.now().resolutions(of: 1).isEmpty)
    _ = try retract(test, all...all)
    #expect(try test.ledger.now().resolutions(of: 1).map(\.seq) == [resolution])
    #expect(try test.ledger.verify().findings == [])
  }

  @Test("That holds however often it was undone and done again", arguments: [2, 4, 6])
  func isRefusedDeeper(_ depth: Int) throws {
    let test = try TestLedger()
    let question = try test.question("Will it rain?")
    var last: Int64 = 1
    for _ in 0..<depth { last = try retract(test, last...last) }
    try test.append(
      .resolution(
        Resolution(id: test.identifier(.resolution), question: question.id, outcome: .annulled)))
    #expect(throws: RetractionError.self) { try retract(test, last...last) }
    #expect(try test.ledger.now().question(1)?.outcome == .annulled)
    _ = try retract(test, last...last, cascade: true)
    #expect(try test.ledger.now().question(1) == nil)
    #expect(try test.ledger.verify().findings == [])
  }
}
