import Augury
import AuguryStore
import Foundation
import Synchronization
import TestSupport
import Testing

/// Runs a closure on threads of their own and waits for all of them.
private func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
  let group = DispatchGroup()
  for number in 0..<count {
    group.enter()
    Thread.detachNewThread {
      body(number)
      group.leave()
    }
  }
  group.wait()
}

private func capture(_ seed: UInt64) -> Capture {
  Capture(
    author: "thread \(seed)", clock: { Instant(microseconds: 1_767_268_800_000_000) },
    random: SplitMix64(seed: 1000 + seed))
}

private func addSource(_ name: String, _ writer: inout EntryWriter) throws -> Int64 {
  try writer.append(.source(Source(id: writer.identifier(.source), name: name, kind: .model)))
}

struct ConcurrencyTests {
  @Test func `eight writers lose nothing and agree on one order`() throws {
    let test = try TestLedger()
    let path = test.path
    let (threads, writes) = (8, 50)
    let failures = Mutex<[String]>([])
    let written = Mutex<[Int64: String]>([:])
    onThreads(threads) { thread in
      do {
        let ledger = try Ledger.open(path)
        for turn in 0..<writes {
          let name = "t\(thread)n\(turn)"
          let seq = try ledger.write(capture(UInt64(thread * writes + turn))) { writer in
            try addSource(name, &writer)
          }
          let before = written.withLock { $0.updateValue(name, forKey: seq) }
          if let before { failures.withLock { $0.append("#\(seq) is \(before) and \(name)") } }
        }
      } catch { failures.withLock { $0.append("\(error)") } }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try test.ledger.size() == Int64(1 + threads * writes))
    let names = written.withLock { $0 }
    #expect(names.count == threads * writes)
    for (seq, name) in names {
      guard case .source(let source)? = try test.ledger.entry(seq)?.body else {
        Issue.record("#\(seq) is no source")
        continue
      }
      #expect(source.name == name)
    }
    // Each thread's own entries stand in the order in which it wrote them.
    for thread in 0..<threads {
      let turns = names.keys.sorted().compactMap { seq -> Int? in
        let parts = names[seq]?.dropFirst().split(separator: "n")
        return parts?.first == "\(thread)" ? parts?.last.flatMap { Int($0) } : nil
      }
      #expect(turns == Array(0..<writes))
    }
    #expect(try test.ledger.verify().findings == [])
  }

  @Test func `a second writer waits for the first, and both succeed`() throws {
    let test = try TestLedger()
    let path = test.path
    let isHeld = DispatchSemaphore(value: 0)
    let order = Mutex<[String]>([])
    onThreads(2) { thread in
      do {
        let ledger = try Ledger.open(path)
        if thread == 0 {
          try ledger.write(capture(1)) { writer in
            isHeld.signal()
            Thread.sleep(forTimeInterval: 0.4)
            _ = try addSource("first", &writer)
            order.withLock { $0.append("first") }
          }
        } else {
          isHeld.wait()
          try ledger.write(capture(2)) { writer in
            _ = try addSource("second", &writer)
            order.withLock { $0.append("second") }
          }
        }
      } catch { order.withLock { $0.append("\(error)") } }
    }
    #expect(order.withLock { $0 } == ["first", "second"])
    #expect(try test.ledger.now().source(named: "first") == 1)
    #expect(try test.ledger.now().source(named: "second") == 2)
  }

  @Test func `a reader sees the old state until the writer has finished`() throws {
    let test = try TestLedger()
    let reader = try Ledger.open(test.path)
    try test.write { writer in
      _ = try addSource("Ada", &writer)
      #expect(try reader.size() == 1)
      #expect(try reader.now().source(named: "Ada") == nil)
      #expect(try reader.verify().findings == [])
    }
    #expect(try reader.size() == 2)
    #expect(try reader.now().source(named: "Ada") == 1)
  }

  @Test func `a reading sees one state though others write meanwhile`() throws {
    let test = try TestLedger()
    let path = test.path
    let isReading = DispatchSemaphore(value: 0)
    let results = Mutex<[String]>([])
    onThreads(2) { thread in
      do {
        let ledger = try Ledger.open(path)
        if thread == 0 {
          try ledger.read {
            let before = try ledger.size()
            isReading.signal()
            Thread.sleep(forTimeInterval: 0.3)
            let after = try ledger.size()
            if before != after { results.withLock { $0.append("\(before) then \(after)") } }
          }
        } else {
          isReading.wait()
          _ = try ledger.write(capture(9)) { try addSource("Ada", &$0) }
        }
      } catch { results.withLock { $0.append("\(error)") } }
    }
    #expect(results.withLock { $0 } == [])
    #expect(try test.ledger.size() == 2)
  }

  @Test func `two beginners at one path make one ledger`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new.augury").path
    let outcomes = Mutex<[String]>([])
    onThreads(4) { thread in
      do {
        _ = try Ledger.create(path, zone: "UTC", capture: capture(UInt64(thread)))
        outcomes.withLock { $0.append("made") }
      } catch StoreError.exists { outcomes.withLock { $0.append("exists") } } catch {
        outcomes.withLock { $0.append("\(error)") }
      }
    }
    #expect(outcomes.withLock { $0.sorted() } == ["exists", "exists", "exists", "made"])
    #expect(try Ledger.open(path).verify().findings == [])
  }
}

/// A ledger that begins with its first write.
struct BeginningTests {
  private func begin(_ path: String, then done: @escaping () -> Void = {}) throws -> Ledger {
    try Ledger.begin(path, zone: "UTC", capture: capture(1), then: done)
  }

  @Test func `a ledger whose first write fails has not begun, and the next one begins it`() throws {
    struct Refusal: Error {}
    let folder = try TemporaryFolder()
    let path = folder.file("new.augury").path
    var begun = 0
    #expect(throws: Refusal.self) {
      try begin(path) { begun += 1 }.write(capture(2)) { _ in throw Refusal() }
    }
    #expect(begun == 0)
    #expect(throws: StoreError.missing(path: path)) { try Ledger.open(path) }
    let ledger = try begin(path) { begun += 1 }
    _ = try ledger.write(capture(2)) { try addSource("Ada", &$0) }
    _ = try ledger.write(capture(3)) { try addSource("Ben", &$0) }
    #expect(begun == 1)
    #expect(try Ledger.open(path).size() == 3)
    #expect(try ledger.verify().findings == [])
  }

  @Test func `a ledger that is left before its first write has not begun`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new.augury").path
    #expect(try begin(path).size() == 1)
    #expect(throws: StoreError.missing(path: path)) { try Ledger.open(path) }
  }

  @Test func `of several that begin at one path all write, and one began it`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new.augury").path
    let outcomes = Mutex<[String]>([])
    onThreads(4) { thread in
      let name = "source \(thread)"
      do {
        let ledger: Ledger
        do {
          ledger = try Ledger.begin(path, zone: "UTC", capture: capture(UInt64(thread))) {
            outcomes.withLock { $0.append("begun") }
          }
        } catch StoreError.exists { ledger = try Ledger.open(path) }
        _ = try ledger.write(capture(UInt64(10 + thread))) { try addSource(name, &$0) }
      } catch { outcomes.withLock { $0.append("\(error)") } }
    }
    #expect(outcomes.withLock { $0 } == ["begun"])
    #expect(try Ledger.open(path).size() == 5)
    #expect(try Ledger.open(path).verify().findings == [])
  }
}
