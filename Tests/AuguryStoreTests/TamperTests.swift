import Augury
import AuguryStore
import Foundation
import TestSupport
import Testing

struct TamperTests {
  @Test func `damage to any column or row of any table is found`() throws {
    let target = try TamperTarget()
    #expect(try target.history.ledger.ledger.verify(against: target.root).findings == [])
    var counts: [String: Int] = [:]
    for table in target.dump.keys.sorted() {
      for attack in try target.attacks(on: table) where try target.damage(attack) {
        counts[table, default: 0] += 1
        let outcome = try target.outcome()
        #expect(outcome != .unseen, "\(attack)")
        #expect(outcome != .notRebuilt, "\(attack)")
        let isProjection = table != "entry" && table != "head"
        #expect(!isProjection || outcome == .rebuilt, "\(outcome): \(attack)")
      }
    }
    #expect(counts.values.allSatisfy { $0 >= 5 }, "\(counts)")
    #expect(counts.values.reduce(0, +) > 300, "\(counts)")
  }

  @Test func `a name in other bytes that look the same is found`() throws {
    let test = try TestLedger()
    _ = try test.source("Jos\u{E9}")
    for table in ["source", "source_name"] {
      try test.raw().run("update \(table) set name = 'Jose\u{301}'")
      #expect(try test.ledger.verify().findings.count == 1, "\(table)")
      #expect(try test.ledger.rebuild())
      #expect(try test.ledger.verify().findings == [])
    }
  }

  @Test func `a record changed with its leaf and frontier is seen by a kept root`() throws {
    let target = try TamperTarget()
    for seq in target.history.made.indices {
      guard case .blob(let record)? = target.dump["entry"]?[seq][1] else { continue }
      let forged = String(decoding: record, as: UTF8.self)
        .replacing(#""author":"maker""#, with: #""author":"faker""#)
      #expect(Array(forged.utf8) != record)
      #expect(try target.damage(forgery(target, seq, Array(forged.utf8))))
      let ledger = try Ledger.open(target.path)
      _ = try ledger.rebuild()
      // Nothing in the file itself can tell.
      #expect(try ledger.verify().findings == [], "#\(seq)")
      let findings = try ledger.verify(against: target.root).findings
      #expect(findings.count == 1, "#\(seq)")
      #expect(findings.first?.isRebuildable == false, "#\(seq)")
    }
  }

  /// The statements that put a forged record in place of one and mend all that hangs on it.
  private func forgery(_ target: TamperTarget, _ seq: Int, _ record: [UInt8]) -> String {
    var frontier = MerkleFrontier()
    let forged = MerkleHash.leaf(record)
    for (index, row) in (target.dump["entry"] ?? []).enumerated() {
      guard case .blob(let leaf) = row[2], let hash = MerkleHash(bytes: leaf) else { continue }
      frontier.append(index == seq ? forged : hash)
    }
    return """
      update entry set record = \(RawDatabase.Cell.blob(record).sql),
        leaf = \(RawDatabase.Cell.blob(forged.bytes).sql) where seq = \(seq);
      update head set frontier = \(RawDatabase.Cell.blob(frontier.encoded).sql);
      """
  }

  @Test func `a leaf of a redacted entry cannot be changed unseen`() throws {
    let target = try TamperTarget()
    let redacted = target.history.made.indices.filter { target.history.made[$0].isRedacted }
    #expect(!redacted.isEmpty)
    for seq in redacted {
      let leaf = RawDatabase.Cell.blob(MerkleHash.leaf([1, 2, 3]).bytes).sql
      #expect(try target.damage("update entry set leaf = \(leaf) where seq = \(seq)"))
      #expect(try target.outcome() == .found, "#\(seq)")
      #expect(try target.damage("update entry set record = x'7b7d' where seq = \(seq)"))
      #expect(try target.outcome() == .found, "#\(seq)")
    }
  }

  @Test func `a cut tail is seen by a root kept elsewhere`() throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    let early = [UInt8](try Data(contentsOf: URL(filePath: test.path)))
    let first = try test.ledger.root()
    _ = try test.source("Grace")
    let kept = try test.ledger.root()
    #expect(try test.ledger.verify(against: first).findings == [])
    #expect(try test.ledger.root(size: first.size) == first)
    let path = test.folder.file("cut.augury").path
    try Data(early).write(to: URL(filePath: path))
    let cut = try Ledger.open(path)
    #expect(try cut.verify().findings == [])
    #expect(try cut.verify(against: kept).findings.count == 1)
  }

  @Test func `missing, altered and additional parts of the schema are found`() throws {
    let target = try TamperTarget()
    let raw = try target.history.ledger.raw()
    let objects = try raw.rows(
      "select type, name from sqlite_schema where type in ('trigger', 'index') and sql is not null")
    var attacks = [
      "create table more (one integer) strict", "create view peek as select * from act",
    ]
    for object in objects {
      guard case .text(let type) = object[0], case .text(let name) = object[1] else { continue }
      func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
      attacks.append("drop \(text(type)) \(text(name))")
    }
    #expect(attacks.count > 7)
    for attack in attacks {
      try target.restore()
      try RawDatabase(target.path).run(attack)
      #expect(try target.outcome() == .found, "\(attack)")
    }
  }

  @Test func `bytes of a redacted entry that came back are found`() throws {
    let test = try TestLedger()
    let source = try test.source("Ada")
    let row = try test.raw().rows("select record from entry where seq = 1")[0][0]
    try test.write { _ = try $0.redact(1, reason: nil) }
    #expect(try test.ledger.verify().findings == [])
    #expect(try test.ledger.verify().redacted == [1])
    let raw = try test.raw()
    let sql = try raw.texts("select sql from sqlite_schema where name = 'entry_fixed'")[0]
    try raw.run(
      "drop trigger entry_fixed; update entry set record = \(row.sql) where seq = 1; \(sql)")
    #expect(try !test.ledger.verify().findings.isEmpty, "\(source.name)")
  }
}
