import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that nothing in the ledger was changed or lost.",
    usage: "augury verify [<options>]",
    discussion: """
      Derives every hash, the tree, the clock marks and all tables anew from the stored records, \
      and checks the kept documents. Only a root kept elsewhere shows that entries were cut off at \
      the end, or that the whole ledger was rewritten: keep one with `augury root`.

      Exit status 0: nothing is wrong; 1: something is.

      EXAMPLE
        augury root --format json > root.json
        augury verify --root root.json
      """)

  @OptionGroup var options: LedgerOptions

  @Option(
    help: ArgumentHelp(
      "A root that was kept elsewhere, as `augury root` printed it.", valueName: "file"),
    completion: .file())
  var root: String?

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    let kept = try root.map { try RootFile.read($0) }
    var verification = try ledger.verify(against: kept)
    let archive = Archive(of: ledger.path)
    for (hash, entry) in verification.documents.sorted(by: { $0.value < $1.value }) {
      guard let fault = archive.fault(hash) else { continue }
      verification.findings.append(
        Finding(entry: entry, what: "The document \(hash.prefix(12))… of entry #\(entry) \(fault).")
      )
    }
    try VerificationView(verification, kept: kept).answer().print(workspace)
    if !verification.findings.isEmpty { throw ExitCode(1) }
  }
}

struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "root",
    abstract: "Print the size of the ledger and the hash over all of its entries.",
    usage: "augury root [<options>]",
    discussion: """
      Keep the line somewhere else: whoever holds it can show later that nothing before it was \
      changed.

      EXAMPLE
        augury root
        augury root --as-of '#100' --format json
      """)

  @OptionGroup var options: ReadOptions

  func run() throws {
    let vantage = try Vantage(options)
    let root = try vantage.ledger.root(size: vantage.snapshot.seq + 1)
    let json: JSONOutput = [
      "ledger": .string(vantage.ledger.id), "size": .int(root.size), "hash": .string(root.hash.hex),
    ]
    let rows = [["ledger", "size", "hash"], [vantage.ledger.id, "\(root.size)", root.hash.hex]]
    try Answer(json: json, rows: rows) { _, _ in "\(root.size) \(root.hash.hex)\n" }
      .print(vantage.workspace)
  }
}

/// A root in a file: the JSON or the line that `augury root` prints.
enum RootFile {
  static func read(_ path: String) throws -> Root {
    let bytes = try Files.read(path)
    if let root = json(bytes) ?? line(bytes) { return root }
    throw UsageError(
      "\(path) does not hold a root.",
      "Make one with `augury root > FILE` while the ledger is good.")
  }

  private static func json(_ bytes: [UInt8]) -> Root? {
    guard let value = try? JSONValue(parsing: bytes), case .object(let object) = value,
      case .integer(let size)? = object["size"], case .string(let text)? = object["hash"],
      let hash = MerkleHash(hex: text), size >= 1
    else { return nil }
    return Root(size: size, hash: hash)
  }

  private static func line(_ bytes: [UInt8]) -> Root? {
    let words = bytes.split { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d }
    guard words.count == 2, let size = Int64(String(decoding: words[0], as: UTF8.self)), size >= 1,
      let hash = MerkleHash(hex: String(decoding: words[1], as: UTF8.self))
    else { return nil }
    return Root(size: size, hash: hash)
  }
}
