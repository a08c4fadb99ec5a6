import Augury
import AuguryRendering
import AuguryScheduler
import Foundation
import TestSupport
import Testing

@Suite("Calendar and feed files")
struct AgendaFileTests {
  private func send(_ delivery: Delivery, _ kind: ChannelKind) throws {
    try ChannelSender(try SampleDelivery.tools()).send(delivery, by: kind)
  }

  private func text(_ file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test("They hold the whole agenda, whatever is new")
  func whole() throws {
    let folder = try TemporaryFolder()
    var delivery = try SampleDelivery.delivery("a", "b")
    delivery.items = []
    try send(delivery, .ics(path: folder.file("a.ics").path))
    try send(delivery, .atom(path: folder.file("a.xml").path))
    #expect(try text(folder.file("a.ics")).split(separator: "BEGIN:VEVENT").count == 3)
    #expect(try text(folder.file("a.xml")).split(separator: "<entry>").count == 3)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 2)
  }

  @Test("A file keeps its permissions and its link, a new one is for its owner alone")
  func permissions() throws {
    let folder = try TemporaryFolder()
    let (file, link) = (folder.file("a.ics").path, folder.file("link.ics").path)
    func mode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    }
    try send(try SampleDelivery.delivery("a"), .ics(path: file))
    #expect(try mode() == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try send(try SampleDelivery.delivery("b"), .ics(path: link))
    #expect(try mode() == 0o644)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    #expect(try text(folder.file("a.ics")).contains("Decide: b"))
  }

  @Test("A reader sees one whole version or the next, never a part")
  func whileRead() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("a.ics")
    let many = try (0..<300).map { try SampleDelivery.item("n\($0)", number: UInt64($0)) }
    let deliveries = [try SampleDelivery.delivery("a"), try SampleDelivery.delivery(many)]
    try send(deliveries[0], .ics(path: file.path))
    let script = """
      reads = 0
      import sys
      while reads < 3000:
        data = open(sys.argv[1], "rb").read()
        assert data.startswith(b"BEGIN:VCALENDAR") and data.endswith(b"END:VCALENDAR\\r\\n"), len(data)
        reads += 1
      """
    let reader = Process()
    reader.executableURL = URL(filePath: "/usr/bin/env")
    reader.arguments = ["python3", "-c", script, file.path]
    try reader.run()
    var turn = 0
    repeat {
      try send(deliveries[turn % 2], .ics(path: file.path))
      turn += 1
    } while reader.isRunning
    #expect(reader.terminationStatus == 0 && turn > 1)
  }

  @Test("A file that cannot be written says why and leaves nothing behind")
  func refused() throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: ChannelError.self) {
      try send(try SampleDelivery.delivery("a"), .ics(path: folder.file("none/a.ics").path))
    }
    #expect(error.kind == .notFound && error.isPermanent)
    try folder.makeFolder("a.ics")
    #expect(throws: ChannelError.file(folder.file("a.ics").path, code: EISDIR)) {
      try send(try SampleDelivery.delivery("a"), .ics(path: folder.file("a.ics").path))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.ics"])
  }
}
