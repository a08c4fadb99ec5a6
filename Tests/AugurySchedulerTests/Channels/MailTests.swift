import Augury
import AuguryRendering
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Notices by mail")
struct MailTests {
  /// What a reader of mails of another make finds in one.
  private struct Read: Decodable {
    var headers: [[String]]
    var defects: [String]
    var subject: String
    var body: String
  }

  private func send(_ delivery: Delivery, to address: String = "me@example.org") throws -> StandIn {
    let program = try StandIn("sendmail")
    let sender = ChannelSender(try SampleDelivery.tools(sendmail: program.path))
    try sender.send(delivery, by: .mail(to: address))
    return program
  }

  /// Reads a mail with Python's package `email`.
  private func read(_ mail: String) throws -> Read {
    let script = """
      import email, email.policy, json, sys
      mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      print(json.dumps({"headers": [[k, str(v)] for k, v in mail.items()],
        "defects": [str(d) for v in mail.values() for d in v.defects] + [str(d) for d in mail.defects],
        "subject": mail["subject"], "body": mail.get_content()}))
      """
    let output = try Command(
      URL(filePath: "/usr/bin/env"), ["python3", "-c", script], input: Array(mail.utf8)
    ).run()
    #expect(output.status == 0, "\(output.errorText)")
    return try JSONDecoder().decode(Read.self, from: Data(output.stdout))
  }

  @Test("It has its headers, a body in UTF-8, and an identity that stays")
  func whole() throws {
    let delivery = try SampleDelivery.delivery("Schnee in Tromsø", "b")
    let program = try send(delivery)
    #expect(try program.arguments == ["-i", "-t"])
    let mail = try read(try program.input)
    #expect(mail.defects == [])
    #expect(
      mail.headers.map { $0[0] } == [
        "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
      ])
    #expect(mail.subject == "Augury: 2 to decide")
    #expect(mail.headers[2][1] == "Mon, 23 Nov 2026 08:05:06 +0000")
    #expect(
      mail.headers[3][1]
        == "<\(delivery.id)@augury.invalid>")
    #expect(mail.body.hasPrefix("Monday, 2026-11-23, UTC\n2 to decide.\n"))
    #expect(mail.body.contains("Schnee in Tromsø\n"))
  }

  @Test("Hostile text adds no header, and the subject is read as it was meant")
  func hostile() throws {
    for text in SampleDelivery.hostile {
      let message = try send(try SampleDelivery.delivery(text)).input
      #expect(message.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0A })
      #expect(message.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
      let mail = try read(message)
      #expect(mail.headers.count == 8)
      #expect(mail.defects == [])
      #expect(
        mail.subject
          == "Augury: " + TerminalText.escape("\(text.clipped): the deadline has passed"),
        "\(text.clipped)"
      )
    }
  }

  @Test(
    "An address that is none is refused before anything is sent",
    arguments: [
      "", "me", "@example.org", "me@", "a@b@c", "me@example.org\nBcc: x@y.z",
      "me@example.org, x@y.z",
      "Me <me@example.org>", "-oQ@/tmp", "é@example.org", "a b@example.org",
      String(repeating: "a", count: 250) + "@b.org",
    ])
  func refused(_ address: String) throws {
    #expect(throws: ChannelError.address(address)) {
      _ = try send(try SampleDelivery.delivery("x"), to: address)
    }
  }
}
