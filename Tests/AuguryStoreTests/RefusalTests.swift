import Augury
import AuguryStore
import Foundation
import TestSupport
import Testing

extension TestLedger {
  /// The whole file as text, for looking whether something is in it.
  func bytes() throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}

struct RefusalTests {
  private func refusal(_ path: String, readOnly: Bool = false) -> StoreError? {
    do {
      _ = try Ledger.open(path, readOnly: readOnly)
      return nil
    } catch { return error as? StoreError }
  }

  private func file(_ folder: TemporaryFolder, _ bytes: [UInt8]) throws -> String {
    let url = folder.file("some.augury")
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test func `a ledger of a newer program is refused and left as it is`() throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    for version in [3, 4, 1000] {
      try test.raw().run("pragma user_version = \(version)")
      let before = try Data(contentsOf: URL(filePath: test.path))
      #expect(refusal(test.path) == .newer(version: Int64(version)))
      #expect(StoreError.newer(version: Int64(version)).what.contains("\(version)"))
      #expect(throws: StoreError.exists(path: test.path)) {
        try Ledger.create(test.path, zone: "UTC", capture: test.capture)
      }
      #expect(try Data(contentsOf: URL(filePath: test.path)) == before)
    }
  }

  @Test func `what is no ledger is refused by what it is, and left as it is`() throws {
    let folder = try TemporaryFolder()
    let text = Array(String(repeating: "Dear diary, nothing here is a database.\n", count: 40).utf8)
    let path = try file(folder, text)
    #expect(refusal(path)?.kind == .invalid)
    #expect([UInt8](try Data(contentsOf: URL(filePath: path))) == text)

    let empty = try file(folder, [])
    #expect(refusal(empty) == .missing(path: empty))
    #expect(try Data(contentsOf: URL(filePath: empty)).isEmpty)

    let other = folder.file("other.db").path
    try RawDatabase(other).run("create table bookmark (url text); pragma application_id = 7")
    let before = try Data(contentsOf: URL(filePath: other))
    #expect(refusal(other) == .notALedger(path: other))
    #expect(throws: StoreError.notALedger(path: other)) {
      try Ledger.create(other, zone: "UTC", capture: try TestLedger().capture)
    }
    #expect(try Data(contentsOf: URL(filePath: other)) == before)
  }

  @Test func `a path without a file is refused, and no file is made`() throws {
    let folder = try TemporaryFolder()
    for name in ["none.augury", "no/such/folder/none.augury"] {
      let path = folder.file(name).path
      #expect(refusal(path) != nil)
      #expect(refusal(path)?.what.contains(path) == true)
      #expect(!FileManager.default.fileExists(atPath: path))
    }
    #expect(refusal(folder.url.path) != nil)
  }

  @Test func `a ledger whose head is gone is called damaged`() throws {
    let test = try TestLedger()
    try test.raw().run("delete from head")
    guard case .damaged? = refusal(test.path) else {
      Issue.record("\(String(describing: refusal(test.path)))")
      return
    }
  }

  @Test func `a ledger opened for reading can be read and not written`() throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    let before = try Data(contentsOf: URL(filePath: test.path))
    let ledger = try Ledger.open(test.path, readOnly: true)
    #expect(try ledger.now().source(named: "ada") == 1)
    #expect(try ledger.verify().findings == [])
    #expect(throws: StoreError.readOnly) {
      try ledger.write(test.capture) { try $0.append(.redaction(Redaction(entry: 1))) }
    }
    #expect(throws: StoreError.readOnly) { try ledger.rebuild() }
    #expect(try Data(contentsOf: URL(filePath: test.path)) == before)
  }

  @Test func `a file that the machine keeps read-only can be read and not written`() throws {
    guard geteuid() != 0 else { return print("skipped: read-only file (root may write it)") }
    let test = try TestLedger()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: test.path)
    let ledger = try Ledger.open(test.path)
    #expect(try ledger.size() == 1)
    #expect(throws: StoreError.readOnly) {
      try ledger.write(test.capture) { try $0.append(.redaction(Redaction(entry: 0))) }
    }
  }

  @Test func `records of a newer program stop reading at their number`() throws {
    let test = try TestLedger()
    _ = try test.source("Ada")
    for (old, new, error) in [
      (#""v":1"#, #""v":2"#, EntryError.newerVersion(2)),
      (#""kind":"source""#, #""kind":"oracle""#, .unknownKind("oracle")),
      (#""name":"Ada""#, #""name":"Ada","rank":1"#, .unknownMember("rank")),
    ] {
      let copy = test.folder.file("newer.augury").path
      try? FileManager.default.removeItem(atPath: copy)
      try FileManager.default.copyItem(atPath: test.path, toPath: copy)
      let raw = try RawDatabase(copy)
      guard case .blob(let bytes) = try raw.rows("select record from entry where seq = 1")[0][0]
      else { throw CocoaError(.coderValueNotFound) }
      let text = String(decoding: bytes, as: UTF8.self)
      let altered = Array(text.replacing(old, with: new).utf8)
      #expect(altered != bytes)
      try raw.run(
        """
        drop trigger entry_fixed;
        update entry set record = \(RawDatabase.Cell.blob(altered).sql) where seq = 1
        """)
      let ledger = try Ledger.open(copy)
      #expect(throws: StoreError.record(seq: 1, error)) { try ledger.entry(1) }
      #expect(try ledger.verify().findings.contains { $0.entry == 1 && $0.what.contains("#1") })
      #expect(throws: StoreError.record(seq: 1, error)) { try ledger.rebuild() }
      #expect(error.remedy.contains("newer"))
    }
  }
}
