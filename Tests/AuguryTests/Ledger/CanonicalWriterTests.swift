import Augury
import TestSupport
import Testing

struct CanonicalWriterTests {
  private func text(_ writer: CanonicalWriter) -> String {
    String(decoding: writer.bytes, as: UTF8.self)
  }

  private func writeRecord(_ writer: inout CanonicalWriter, seq: Int64, note: String?) {
    writer.beginObject()
    writer.member("author", "Zoë \"Z\"")
    writer.member("body")
    writer.beginObject()
    writer.member("options")
    writer.beginArray()
    writer.string("a[")
    writer.string("b{")
    writer.string("c:")
    writer.integer(-3)
    writer.number(0.25)
    writer.beginArray()
    writer.endArray()
    writer.beginObject()
    writer.endObject()
    writer.null()
    writer.boolean(false)
    writer.raw(Array("{\"x\":1}".utf8))
    writer.value(.array([.integer(1), .object(JSONObject())]))
    writer.endArray()
    writer.endObject()
    writer.member("live", true)
    writer.member("note", note)
    writer.member("seq", seq)
    writer.endObject()
  }

  @Test func `commas and names stand where they belong`() {
    var writer = CanonicalWriter(reserving: 64)
    writeRecord(&writer, seq: 12, note: nil)
    #expect(
      text(writer)
        == #"{"author":"Zoë \"Z\"","body":{"options":["a[","b{","c:",-3,0.25,[],{},null,false,"#
        + #"{"x":1},[1,{}]]},"live":true,"seq":12}"#)
  }

  @Test func `what the writer gives is the canonical form of what it means`() throws {
    let seed: UInt64 = 31
    var random = SplitMix64(seed: seed)
    var writer = CanonicalWriter(reserving: 0)
    for _ in 0..<500 {
      writer.reset()
      let sequence = Int64.random(in: -(1 << 53) + 1...(1 << 53) - 1, using: &random)
      writeRecord(&writer, seq: sequence, note: random.awkwardText())
      let value = try JSONValue(parsing: writer.bytes)
      #expect(value.canonicalBytes() == writer.bytes, "seed \(seed)")

      writer.reset()
      writer.value(random.json(depth: 3))
      let again = try JSONValue(parsing: writer.bytes)
      #expect(again.canonicalBytes() == writer.bytes, "seed \(seed)")
    }
  }

  @Test func `a reset forgets what was open and keeps the memory`() {
    var writer = CanonicalWriter(reserving: 4_096)
    writer.beginObject()
    writer.member("open")
    writer.reset()
    #expect(writer.bytes.isEmpty)
    #expect(writer.bytes.capacity >= 4_096)
    writer.string("next")
    #expect(text(writer) == "\"next\"")
  }

  @Test func `bytes and text give the same string`() {
    for text in ["", "plain", "eight by", "é\u{301}😀\n\"", String(repeating: "x", count: 1_000)] {
      var first = CanonicalWriter()
      var second = CanonicalWriter()
      first.string(text)
      Array(text.utf8).withUnsafeBufferPointer { second.string(utf8: $0) }
      #expect(first.bytes == second.bytes)
    }
  }
}
