import Augury
import AuguryStore
import Foundation
import Synchronization
import TestSupport
import Testing

/// A ledger that is put in the place of another while others have it open.
struct ReplacementTests {
  /// Returns a copy of what a ledger holds now.
  private func backup(_ test: TestLedger) throws -> Ledger {
    let path = test.folder.file("backup.augury").path
    try test.ledger.copy(to: path)
    return try Ledger.open(path, readOnly: true)
  }

  /// Puts a ledger in place of a file and returns the bytes that stood there.
  private func replace(_ path: String, with ledger: Ledger) throws -> [UInt8] {
    var kept: [UInt8] = []
    try ledger.replace(path) { old in try old.read { kept += $0 } }
    return kept
  }

  @Test(.timeLimit(.minutes(1)))
  func `what a writer is told is written is in the kept bytes, though it came late`() throws {
    let test = try TestLedger()
    let backup = try backup(test)
    let path = test.path
    let isHeld = DispatchSemaphore(value: 0)
    let failures = Mutex<[String]>([])
    let thread = Thread {
      do {
        let capture = Capture(
          author: "late", clock: { Instant(microseconds: 1_767_268_800_000_000) },
          random: SplitMix64(seed: 7))
        try Ledger.open(path).write(capture) { writer in
          isHeld.signal()
          Thread.sleep(forTimeInterval: 0.3)
          let source = Source(id: writer.identifier(.source), name: "Late", kind: .person)
          try writer.append(.source(source))
        }
      } catch { failures.withLock { $0.append("\(error)") } }
    }
    thread.start()
    isHeld.wait()
    let kept = try replace(path, with: backup)
    #expect(failures.withLock { $0 } == [])
    let aside = test.folder.file("kept.augury")
    try Data(kept).write(to: aside)
    let old = try Ledger.open(aside.path)
    #expect(try old.now().source(named: "Late") != nil)
    #expect(try old.verify().findings == [])
    #expect(try Ledger.open(path).now().source(named: "Late") == nil)
  }

  @Test func `a ledger opened before sees the new state and writes nothing on the old one`() throws
  {
    let test = try TestLedger()
    _ = try test.source("Ada")
    let backup = try backup(test)
    _ = try test.source("Ben")
    let late = try Ledger.open(test.path)
    _ = try replace(test.path, with: backup)
    #expect(try late.size() == 2)
    #expect(try late.now().source(named: "Ben") == nil)
    #expect(throws: StoreError.replaced) { try late.write(test.capture) { _ in } }
    // As long again as it was, and still another.
    let fresh = try Ledger.open(test.path)
    try fresh.write(test.capture) { writer in
      let source = Source(id: writer.identifier(.source), name: "Cleo", kind: .person)
      try writer.append(.source(source))
    }
    #expect(throws: StoreError.replaced) { try late.write(test.capture) { _ in } }
    #expect(try fresh.verify().findings == [])
  }

  @Test func `a ledger opened before goes on writing where all that it saw still stands`() throws {
    let test = try TestLedger()
    let early = try Ledger.open(test.path)
    let backup = try backup(test)
    _ = try test.source("Ada")
    _ = try replace(test.path, with: backup)
    try early.write(test.capture) { writer in
      let source = Source(id: writer.identifier(.source), name: "Ben", kind: .person)
      try writer.append(.source(source))
    }
    #expect(try early.now().source(named: "Ben") == 1)
    #expect(try early.verify().findings == [])
  }

  @Test func `a ledger of another origin takes no entry that was meant for the first`() throws {
    let test = try TestLedger()
    let other = try TestLedger(seed: 2)
    _ = try replace(test.path, with: other.ledger)
    #expect(throws: StoreError.replaced) { try test.source("Ada") }
  }

  @Test(arguments: ["nothing", "words", "long words", "a cut ledger", "a ledger without its head"])
  func `whatever stood there is kept byte for byte and makes room`(_ what: String) throws {
    let test = try TestLedger()
    for number in 0..<200 { _ = try test.source("source \(number)") }
    let backup = try backup(test)
    let path = test.folder.file("target.augury")
    let ledger = try Data(contentsOf: test.folder.file("backup.augury"))
    let bytes =
      switch what {
      case "words": Data("not a ledger".utf8)
      case "long words": Data(String(repeating: "not a ledger\n", count: 1 << 17).utf8)
      case "a cut ledger": ledger.prefix(10_000)
      case "a ledger without its head": Data(repeating: 7, count: 100) + ledger.dropFirst(100)
      default: Data()
      }
    if !bytes.isEmpty { try bytes.write(to: path) }
    #expect(try replace(path.path, with: backup) == Array(bytes))
    let restored = try Ledger.open(path.path)
    #expect(try restored.verify().findings == [])
    #expect(try restored.root() == test.ledger.root())
    #expect(try Data(contentsOf: path).count == ledger.count)
  }

  @Test func `a ledger whose old bytes cannot be kept stays as it is`() throws {
    struct Refusal: Error {}
    let test = try TestLedger()
    let backup = try backup(test)
    _ = try test.source("Ada")
    let before = try Data(contentsOf: URL(filePath: test.path))
    #expect(throws: Refusal.self) { try backup.replace(test.path) { _ in throw Refusal() } }
    #expect(try Data(contentsOf: URL(filePath: test.path)) == before)
    _ = try test.source("Ben")
    #expect(try test.ledger.verify().findings == [])
  }
}
