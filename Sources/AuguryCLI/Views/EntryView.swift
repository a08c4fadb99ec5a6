import Augury
import AuguryRendering
import AuguryStore

/// One entry with its exact record.
struct EntryView {
  private let seq: Int64
  private let record: [UInt8]?
  private let leaf: MerkleHash?
  private let acts: [Entry]

  init(_ seq: Int64, _ vantage: Vantage) throws {
    guard seq >= 0, seq <= vantage.snapshot.seq else {
      throw LookupError.noEntry(seq, last: vantage.snapshot.seq)
    }
    self.seq = seq
    var found: (record: [UInt8]?, leaf: MerkleHash?) = (nil, nil)
    try vantage.ledger.records(from: seq, through: seq) { _, record, leaf in
      found = (record, leaf)
    }
    (record, leaf) = found
    acts = try vantage.snapshot.retractions(of: seq)
  }

  func answer() throws -> Answer {
    let text = record.map { String(decoding: $0, as: UTF8.self) }
    let json: JSONOutput = [
      "seq": .int(seq), "leaf": leaf.map { .string($0.hex) } ?? .null,
      "record": text.map { .string($0) } ?? .null,
      "retracted_by": .array(acts.map { .int($0.seq) }),
    ]
    let entry = try record.map { try Entry(record: $0) }
    return Answer(json: json) { [self] width, style in
      var block = KeyValueBlock("Entry #\(seq)")
      block.add("kind", entry?.body.kind.rawValue ?? "redacted: its bytes were deleted")
      block.add("recorded", entry?.recordedAt.rfc3339)
      block.add("author", entry?.author)
      block.add("clock", entry?.clock.map { "marked \($0.rawValue)" })
      block.add("leaf hash", leaf?.hex)
      for act in acts { block.add("retracted", "by #\(act.seq), \(act.recordedAt.rfc3339)") }
      block.add("record", text)
      return block.render(width: width, style: style)
    }
  }
}
