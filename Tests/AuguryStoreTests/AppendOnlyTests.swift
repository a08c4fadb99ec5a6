import Augury
import AuguryStore
import Testing

struct AppendOnlyTests {
  @Test(arguments: [
    "update entry set record = x'00' where seq = 1",
    "update entry set record = record where seq = 1",
    "update entry set record = null where seq = 1",
    "update entry set leaf = zeroblob(32) where seq = 1",
    "update entry set seq = 9 where seq = 2",
    "update or replace entry set seq = 1 where seq = 2",
    "update entry set record = null",
    "delete from entry where seq = 2",
    "delete from entry",
    "insert or replace into entry values (1, x'00', zeroblob(32))",
    "replace into entry values (2, x'00', zeroblob(32))",
    "insert into entry values (1, x'00', zeroblob(32)) on conflict do update set record = x'00'",
    "insert or ignore into entry values (1, x'00', zeroblob(32))",
    "insert into entry values (4, x'00', zeroblob(32))",
    "insert into entry values (-1, x'00', zeroblob(32))",
    "insert into entry values (3, null, zeroblob(32))",
    "insert into entry values (3, x'00', zeroblob(31))",
    "insert into entry values (3, x'00', null)",
    "insert into entry values (3, 'text', zeroblob(32))",
    "insert into entry values (3, x'00', zeroblob(32)), (3, x'00', zeroblob(32))",
  ])
  func `the file itself refuses to change what was entered`(_ sql: String) throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    _ = try test.source("Grace")
    let raw = try test.raw()
    let before = try raw.dump()
    #expect(throws: RawDatabase.Refusal.self) { try raw.run(sql) }
    #expect(try raw.dump() == before)
    #expect(try test.ledger.verify().findings == [])
  }

  @Test func `bytes go only from the entry that a redaction names`() throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    _ = try test.source("Grace")
    let leaf = try test.raw().rows("select leaf from entry where seq = 1")
    try test.write { _ = try $0.redact(1, reason: "asked for") }
    let raw = try test.raw()
    #expect(try raw.rows("select record from entry where seq = 1") == [[.null]])
    #expect(try raw.rows("select leaf from entry where seq = 1") == leaf)
    for sql in [
      "update entry set record = null where seq = 2",
      "update entry set record = x'00' where seq = 1",
      "update entry set leaf = zeroblob(32) where seq = 1",
    ] {
      #expect(throws: RawDatabase.Refusal.self, "\(sql)") { try raw.run(sql) }
    }
    #expect(try test.ledger.verify().redacted == [1])
  }

  @Test func `a redacted text is nowhere in the file`() throws {
    let test = try TestLedger()
    _ = try test.source("Zebulon Quixotry")
    #expect(try test.bytes().contains("Quixotry") && test.bytes().contains("quixotry"))
    try test.write { _ = try $0.redact(1, reason: nil) }
    #expect(try !test.bytes().contains("Quixotry") && !test.bytes().contains("quixotry"))
    #expect(try test.ledger.now().search("quixotry", limit: 5).isEmpty)
    #expect(try test.ledger.now().source(named: "Zebulon Quixotry") == nil)
  }

  @Test func `a write that fails half-way leaves nothing behind`() throws {
    struct Failure: Error {}
    let test = try TestLedger()
    _ = try test.source("Ada")
    let before = try test.raw().dump()
    #expect(throws: Failure.self) {
      try test.write { writer in
        try writer.append(.source(Source(id: writer.identifier(.source), name: "B", kind: .model)))
        throw Failure()
      }
    }
    #expect(try test.raw().dump() == before)
    _ = try test.source("Grace")
    #expect(try test.ledger.size() == 3)
    #expect(try test.ledger.verify().findings == [])
  }
}
