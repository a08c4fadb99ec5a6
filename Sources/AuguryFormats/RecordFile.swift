package import Augury

/// Augury JSONL: the exact records of a ledger, one a line, in order.
///
/// A redacted entry stands as `{"leaf":HEX,"redacted":true,"seq":N}`.
package struct RecordFile: Sendable {
  /// One line: the bytes of a record, or what is left of a redacted one.
  package enum Line: Sendable {
    case record([UInt8], Entry)
    case redacted(MerkleHash)

    /// The entry, where it is whole.
    package var entry: Entry? {
      if case .record(_, let entry) = self { entry } else { nil }
    }
  }

  /// The lines, in order.
  package let lines: [Line]

  /// Reads and checks a whole file.
  ///
  /// - Throws: ``RecordFileError`` with the line at fault.
  package init(_ bytes: [UInt8]) throws(RecordFileError) {
    var lines: [Line] = []
    for (index, text) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      let record = text.last == UInt8(ascii: "\r") ? Array(text.dropLast()) : Array(text)
      let line = try RecordFile.line(record, index + 1)
      if let entry = line.entry, entry.seq != Int64(lines.count) {
        throw .outOfOrder(line: index + 1, seq: entry.seq, expected: Int64(lines.count))
      }
      lines.append(line)
    }
    guard case .ledger? = lines.first?.entry?.body else { throw .noBeginning }
    self.lines = lines
  }

  /// Returns the line that stands for a redacted entry.
  package static func redacted(_ seq: Int64, _ leaf: String) -> String {
    "{\"leaf\":\"\(leaf)\",\"redacted\":true,\"seq\":\(seq)}"
  }

  /// The root of the tree over all lines.
  package var root: (size: Int64, hash: MerkleHash) {
    var frontier = MerkleFrontier()
    for line in lines {
      switch line {
      case .record(let bytes, _): frontier.append(MerkleHash.leaf(bytes))
      case .redacted(let leaf): frontier.append(leaf)
      }
    }
    return (Int64(frontier.size), frontier.root)
  }

  private static func line(_ record: [UInt8], _ number: Int) throws(RecordFileError) -> Line {
    do {
      return .record(record, try Entry(record: record))
    } catch {
      if let leaf = redactedLeaf(record) { return .redacted(leaf) }
      throw .record(line: number, error)
    }
  }

  private static func redactedLeaf(_ line: [UInt8]) -> MerkleHash? {
    guard let value = try? JSONValue(parsing: line), case .object(let object) = value,
      case .boolean(true)? = object["redacted"], case .string(let hex)? = object["leaf"]
    else { return nil }
    return MerkleHash(hex: hex)
  }
}

/// Why a file is not a stream of records.
package enum RecordFileError: Explained, Equatable {
  case noBeginning
  case record(line: Int, EntryError)
  case outOfOrder(line: Int, seq: Int64, expected: Int64)
  case dangling(seq: Int64)

  package var kind: FailureKind { .invalid }

  package var what: String {
    switch self {
    case .noBeginning: "The file does not begin with the first entry of a ledger."
    case .record(let line, let error): "Line \(line): \(error.what)"
    case .outOfOrder(let line, let seq, let expected):
      "Line \(line) holds entry #\(seq) where #\(expected) belongs."
    case .dangling(let seq): "Entry #\(seq) names something that the file does not introduce."
    }
  }

  package var remedy: String {
    switch self {
    case .noBeginning: "Make it with `augury export`, or give `--from csv` for a table."
    default: "Export the ledger again; nothing was imported."
    }
  }
}
