import Augury
import AuguryStore
import Testing

/// What a pass asks of all acts, it asks of an index.
struct SchedulerIndexTests {
  /// How SQLite finds the rows of a query, a line a step.
  private func plan(_ sql: String, in test: TestLedger) throws -> [String] {
    try test.raw().rows("explain query plan \(sql)").compactMap { row in
      guard case .text(let bytes)? = row.last else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func make(in test: TestLedger) throws {
    try test.ledger.write(test.capture) { _ in _ = try NoticeBook(making: test.ledger) }
  }

  @Test("Rules and merges are found without a look at every act")
  func isUsed() throws {
    let test = try TestLedger()
    try make(in: test)
    for sql in [
      Snapshot.ruledQuestions, TimelineReader.questionMerges, TimelineReader.sourceMerges,
    ] {
      let plan = try plan(sql, in: test)
      #expect(plan.contains { $0.contains("act_for_scheduler") }, "\(plan)")
      #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
  }

  @Test("A ledger whose tables lack the index is sound, and gets it with the next pass")
  func isMadeLater() throws {
    let test = try TestLedger()
    try make(in: test)
    try test.raw().run("drop index act_for_scheduler")
    #expect(try test.ledger.verify().findings.isEmpty)
    try make(in: test)
    #expect(
      try test.raw().number("select count(*) from sqlite_schema where name like 'act_for%'") == 1)
    #expect(try test.ledger.verify().findings.isEmpty)
    #expect(try test.ledger.rebuild() == false)
    #expect(try test.ledger.verify().findings.isEmpty)
  }

  @Test("A ledger watched by an older program is sound, and looked at as a whole once more")
  func isTakenInAnew() throws {
    let test = try TestLedger()
    try test.ledger.write(test.capture) { _ in
      let book = try NoticeBook(making: test.ledger)
      let now = Instant(microseconds: 0)
      try book.save(SchedulerState(began: now, cursor: 0, through: now))
    }
    try make(in: test)
    #expect(try NoticeBook(test.ledger)?.state()?.cursor == 0)
    try test.raw().run("drop table waiting")
    try test.raw().run("drop table channel_fault")
    #expect(try test.ledger.verify().findings.isEmpty)
    try make(in: test)
    #expect(try NoticeBook(test.ledger)?.state()?.cursor == -1)
    #expect(try test.ledger.verify().findings.isEmpty)
  }

  @Test(
    "The form of tables that are in files already never changes",
    arguments: [
      ("scheduler", "one began cursor through"), ("appointment", "question at"),
      ("notice", "number question kind due asked decided_at early"),
      ("delivery", "notice channel ready_at attempts sent_at reason"),
      ("look", "question rule next_at failures reason memory"),
      ("clock_jump", "number before after mark"), ("channel", "name definition"),
    ])
  func keepsItsForm(_ table: String, _ columns: String) throws {
    let test = try TestLedger()
    try make(in: test)
    let found = try test.raw().rows("select name from pragma_table_info('\(table)') order by cid")
    #expect(
      found.map { row -> String? in
        guard case .text(let bytes)? = row.first else { return nil }
        return String(decoding: bytes, as: UTF8.self)
      } == columns.split(separator: " ").map(String.init))
  }

  @Test("An index of that name that this program does not make is a finding")
  func isChecked() throws {
    let test = try TestLedger()
    try make(in: test)
    try test.raw().run("drop index act_for_scheduler")
    try test.raw().run("create index act_for_scheduler on act (kind)")
    #expect(try test.ledger.verify().findings.count == 1)
  }
}
