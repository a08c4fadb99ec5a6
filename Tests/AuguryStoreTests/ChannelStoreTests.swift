import Augury
import AuguryStore
import Foundation
import TestSupport
import Testing

@Suite("Channels of a ledger")
struct ChannelStoreTests {
  private func channel(_ name: String) -> Channel {
    Channel(name: name, kind: .mail(to: "me@example.org"), plan: DeliveryPlan(zone: "UTC"))
  }

  @Test("They are added, found, listed by name and dropped, by any process")
  func life() throws {
    let test = try TestLedger()
    let store = ChannelStore(test.ledger)
    #expect(try store.all().isEmpty)
    try store.add(channel("b"))
    try store.add(channel("A'; drop table channel; --"))
    let other = ChannelStore(try Ledger.open(test.path))
    #expect(try other.all().map(\.name) == ["A'; drop table channel; --", "b"])
    #expect(try other.find("b") == channel("b"))
    try other.drop("b")
    #expect(throws: ChannelStoreError.missing("b")) { try store.find("b") }
    #expect(throws: ChannelStoreError.missing("b")) { try store.drop("b") }
  }

  @Test("A name is taken once")
  func twice() throws {
    let test = try TestLedger()
    let store = ChannelStore(test.ledger)
    try store.add(channel("a"))
    var other = channel("a")
    other.kind = .desktop
    #expect(throws: ChannelStoreError.exists("a")) { try store.add(other) }
    #expect(try store.all() == [channel("a")])
  }

  @Test("They are outside the root, outlive a rebuild and stand in a copy")
  func operational() throws {
    let test = try TestLedger()
    let root = try test.ledger.root()
    try ChannelStore(test.ledger).add(channel("a"))
    #expect(try test.ledger.root() == root)
    #expect(try test.ledger.rebuild() == false)
    #expect(try test.ledger.verify().findings.isEmpty)
    let copy = test.folder.file("copy.db").path
    try test.ledger.copy(to: copy)
    #expect(try ChannelStore(try Ledger.open(copy, readOnly: true)).all() == [channel("a")])
  }

  @Test("One that a newer program wrote is refused by name, and can be dropped")
  func newer() throws {
    let test = try TestLedger()
    try ChannelStore(test.ledger).add(channel("a"))
    try ChannelStore(test.ledger).drop("a")
    try test.raw().run(
      "insert into channel (name, definition) values ('x', '{\"kind\":\"desktop\",\"mood\":1,\"name\":\"x\",\"zone\":\"UTC\"}')"
    )
    let store = ChannelStore(test.ledger)
    #expect(throws: ChannelTextError.unknownMember("mood")) { try store.all() }
    try store.drop("x")
    #expect(try store.all().isEmpty)
  }
}
