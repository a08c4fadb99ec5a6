import Augury
import AuguryRendering
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Notices that are handed over")
struct ChannelSenderTests {
  @Test("The terminal shows the digest")
  func terminal() throws {
    var shown = ""
    let sender = ChannelSender(try SampleDelivery.tools(show: { shown += $0 }))
    try sender.send(try SampleDelivery.delivery("It snows", "It rains"), by: .terminal)
    #expect(shown.hasPrefix("Monday, 2026-11-23, UTC\n2 to decide.\n"))
    #expect(shown.contains("It snows\n") && shown.contains("It rains\n"))
  }

  @Test("The desktop gets one notice, whose markup others cannot write")
  func desktop() throws {
    let program = try StandIn("notify-send")
    let sender = ChannelSender(try SampleDelivery.tools(notifier: program.path))
    try sender.send(try SampleDelivery.delivery("<b>x</b> & y", "--help"), by: .desktop)
    #expect(
      try program.arguments == [
        "--app-name=Augury", "--", "2 to decide",
        "&lt;b&gt;x&lt;/b&gt; &amp; y: the deadline has passed\n--help: the deadline has passed",
      ])
    let many = try (0..<12).map { try SampleDelivery.item("n\($0)", number: UInt64($0)) }
    try sender.send(try SampleDelivery.delivery(many), by: .desktop)
    let body = try #require(try program.arguments.last)
    #expect(body.hasSuffix("n4: the deadline has passed\nand 7 more: augury due"))
    for text in SampleDelivery.hostile {
      try sender.send(try SampleDelivery.delivery(text), by: .desktop)
      #expect(try program.arguments.count == 4)
    }
  }

  @Test("The desktop is told where a question stands, and not what was told of it before")
  func desktopReason() throws {
    let program = try StandIn("notify-send")
    let sender = ChannelSender(try SampleDelivery.tools(notifier: program.path))
    let items = try [.review, .due, .overdue].map {
      try SampleDelivery.item("x", $0, status: .overdue)
    }
    try sender.send(try SampleDelivery.delivery(items), by: .desktop)
    #expect(try program.arguments.last == "x: the deadline and the time of grace have passed")
  }

  @Test("A command gets JSON, the number of notices and its own arguments, and no shell")
  func command() throws {
    let program = try StandIn("hook")
    let sender = ChannelSender(try SampleDelivery.tools())
    let delivery = try SampleDelivery.delivery("$(touch x)", "b")
    try sender.send(delivery, by: .command([program.path, "a b", "$HOME", ";"]))
    #expect(try program.arguments == ["a b", "$HOME", ";"])
    #expect(try program.count == "2")
    #expect(try program.input == delivery.json.compact + "\n")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(program.input.utf8)) as? [String: Any])
    #expect(object["delivery"] as? String == delivery.id)
    #expect(
      (object["notices"] as? [[String: Any]])?.map { $0["text"] as? String } == ["$(touch x)", "b"])
  }

  @Test("A delivery is known by its keys, in any order, and by nothing else")
  func identity() throws {
    let items = [try SampleDelivery.item("a"), try SampleDelivery.item("b", number: 2)]
    let id = try SampleDelivery.delivery(items).id
    #expect(id.count == 32 && id.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    #expect(try SampleDelivery.delivery([items[1], items[0]]).id == id)
    var other = try SampleDelivery.delivery(items)
    other.agenda.instant = other.agenda.instant.advanced(byMicroseconds: 1)
    #expect(other.id == id)
    other.ledger = "ff112233445566778899aabbccddeeff"
    #expect(other.id != id)
    #expect(try SampleDelivery.delivery([items[0]]).id != id)
  }

  @Test(
    "The status of a program says whether another try may do",
    arguments: [
      ("echo 'Error: no such user' >&2; exit 67", true, "refused the notices (67): no such user."),
      ("echo busy. >&2; echo more >&2; exit 75", false, "failed (75): busy."),
      ("exit 1", false, "failed (1)."), ("kill -9 $$", false, "failed (137)."),
      ("exit 78", true, "refused the notices (78)."),
    ])
  func statuses(_ ending: String, _ isPermanent: Bool, _ words: String) throws {
    let program = try StandIn("hook", ending: ending)
    let sender = ChannelSender(try SampleDelivery.tools(sendmail: program.path))
    for kind in [ChannelKind.command([program.path]), .mail(to: "me@example.org")] {
      let error = try #require(throws: ChannelError.self) {
        try sender.send(try SampleDelivery.delivery("x"), by: kind)
      }
      #expect(error.isPermanent == isPermanent)
      #expect(error.what.hasSuffix("\" " + words), "\(error.what)")
    }
  }

  @Test("A program that is not there is said to be missing, for good")
  func missing() throws {
    let sender = ChannelSender(try SampleDelivery.tools())
    for kind in [
      ChannelKind.desktop, .mail(to: "me@example.org"), .command(["augury-no-such-hook"]),
      .webhook(url: "https://example.org", secretFile: nil, allowed: []),
    ] {
      let error = try #require(throws: ChannelError.self) {
        try sender.send(try SampleDelivery.delivery("x"), by: kind)
      }
      #expect(error.isPermanent && error.kind == .notFound)
    }
  }
}
