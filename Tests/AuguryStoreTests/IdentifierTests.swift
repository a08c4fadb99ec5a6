import Augury
import AuguryStore
import TestSupport
import Testing

struct IdentifierTests {
  /// A ledger of sources whose identifiers end as given; they all begin alike.
  private func ledger(_ lows: [UInt64]) throws -> TestLedger {
    let test = try TestLedger()
    try test.write { writer in
      for low in lows {
        try writer.append(
          .source(
            Source(id: Identifier(.source, random: 0, low), name: "S\(low)", kind: .model)))
      }
    }
    return test
  }

  @Test func `a lone identifier is shown by six characters`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let snapshot = try test.ledger.now()
    #expect(try snapshot.short(source.id) == String(source.id.text.prefix(6)))
    #expect(try snapshot.find(source.id.text, [.source]).number == 1)
    #expect(try snapshot.find(String(source.id.text.prefix(6)).uppercased(), [.source]).number == 1)
  }

  @Test func `identifiers that begin alike are shown by one character more than they share`() throws
  {
    let test = try ledger([1, 2, 33])
    let snapshot = try test.ledger.now()
    let zeros = "s00000000000000"
    #expect(try snapshot.short(Identifier(.source, random: 0, 1)) == zeros + "01")
    #expect(try snapshot.short(Identifier(.source, random: 0, 2)) == zeros + "02")
    #expect(try snapshot.short(Identifier(.source, random: 0, 33)) == zeros + "1")
    #expect(try snapshot.find(zeros + "1", [.source]).number == 3)
  }

  @Test func `an ambiguous beginning is refused with the candidates`() throws {
    let test = try ledger([1, 2, 33])
    let zeros = "s00000000000000"
    let wanted = LookupError.several(
      "s00000", candidates: [zeros + "01", zeros + "02", zeros + "1"])
    #expect(throws: wanted) { try test.ledger.now().find("s00000", [.source]) }
    #expect(wanted.kind == .invalid)
    #expect(wanted.what.contains(zeros + "02"))
    #expect(throws: LookupError.several(zeros + "0", candidates: [zeros + "01", zeros + "02"])) {
      try test.ledger.now().find(zeros + "0", [.source])
    }
    // Before the second of them came, the beginning named one alone.
    #expect(try test.ledger.asOf(entry: 1).find("s00000", [.source]).number == 1)
  }

  @Test func `what is too short, malformed, missing or of another kind is told apart`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let snapshot = try test.ledger.now()
    let five = String(source.id.text.prefix(5))
    #expect(throws: LookupError.tooShort(five)) { try snapshot.find(five, [.source]) }
    for text in ["", "x12345", "s1234i", "s12 45", "#12345", "s0000000000000000000", "é12345"] {
      #expect(throws: LookupError.malformed(text)) { try snapshot.find(text, [.source]) }
    }
    #expect(throws: LookupError.noSuch("qzzzzz", nouns: ["question"])) {
      try snapshot.find("qzzzzz", [.question])
    }
    #expect(throws: LookupError.wrongKind(source.id.text, is: "source", wanted: ["question"])) {
      try snapshot.find(source.id.text, [.question])
    }
  }

  @Test func `every shown identifier finds its thing, and one character less finds several`() throws
  {
    for seed in UInt64(0)..<20 {
      var random = SplitMix64(seed: seed)
      // Few random bits, so that many begin alike.
      let lows = Set((0..<120).map { _ in UInt64.random(in: 0..<40_000, using: &random) })
      let test = try ledger(lows.sorted())
      let snapshot = try test.ledger.now()
      for low in lows {
        let id = Identifier(.source, random: 0, low)
        let short = try snapshot.short(id)
        #expect(try snapshot.find(short, [.source]).id == id, "seed \(seed)")
        let others = lows.filter {
          Identifier(.source, random: 0, $0).text.hasPrefix(short.dropLast())
        }
        #expect(others.count > 1 || short.count == 6, "seed \(seed), \(short)")
      }
    }
  }

  @Test func `a source is found by any spelling of any of its names`() throws {
    let test = try TestLedger()
    let source = try test.source("José Müller-Lüdenscheidt")
    try test.append(.alias(source: source.id, name: "The Weatherman"))
    let other = try test.source("Ada")
    let snapshot = try test.ledger.now()
    for name in ["jose muller ludenscheidt", "JOSÉ MÜLLER LÜDENSCHEIDT", "the weatherman"] {
      #expect(try snapshot.source(named: name) == 1, "\(name)")
      #expect(try snapshot.findSource(name) == 1, "\(name)")
    }
    #expect(try snapshot.source(named: "weatherman") == nil)
    #expect(throws: LookupError.noSource("The Weathermen", similar: ["The Weatherman"])) {
      try snapshot.findSource("The Weathermen")
    }
    try test.append(.merge(Merge(from: other.id, into: source.id)))
    #expect(try test.ledger.now().findSource("ada") == 1)
    #expect(try test.ledger.now().findSource(other.id.text) == 1)
    #expect(try snapshot.findSource("ada") == 3)
  }
}
