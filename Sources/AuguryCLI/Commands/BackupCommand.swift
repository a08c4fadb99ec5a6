import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Glibc

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger and its kept documents, and verify the copy.",
    usage: "augury backup [<options>] <file>",
    discussion: """
      The copy is of one state, also while others write. Its SHA-256 goes into FILE.sha256, which \
      sha256sum -c reads.

      EXAMPLE
        augury backup ledger-2026-12-01.db
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var file: String

  func run() throws {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    guard !Files.exists(file) else {
      throw UsageError("\(file) exists already.", "Name a file that does not exist yet.")
    }
    guard Files.exists(Files.folder(of: file)) else {
      throw FileError(path: file, action: "written", code: ENOENT)
    }
    let temporary = file + ".part"
    Files.remove(temporary)
    defer { Files.remove(temporary) }
    try ledger.copy(to: temporary)
    let verification = try Ledger.open(temporary).verify()
    guard verification.findings.isEmpty else {
      throw StoreError.damaged(verification.findings[0].what)
    }
    try copyDocuments(
      verification.documents.keys.sorted(), Archive(of: ledger.path), Archive(of: file))
    let hash = try Archive.hash(file: temporary)
    try Files.synchronise(temporary)
    try Files.write(Array("\(hash)  \(Files.name(of: file))\n".utf8), to: file + ".sha256")
    try Files.move(temporary, to: file)
    try report(verification, hash, workspace)
  }

  private func copyDocuments(_ hashes: [String], _ from: Archive, _ to: Archive) throws {
    guard !hashes.isEmpty else { return }
    try Files.makeFolder(to.folder)
    for hash in hashes {
      if let fault = from.fault(hash) {
        throw StoreError.damaged("the document \(hash.prefix(12))… beside the ledger \(fault)")
      }
      try Files.write(try Files.read(from.path(hash)), to: to.path(hash))
    }
  }

  private func report(_ verification: Verification, _ hash: String, _ workspace: Workspace) throws {
    let root = verification.root
    let json: JSONOutput = [
      "file": .string(file), "sha256": .string(hash), "size": .int(root.size),
      "root": .string(root.hash.hex), "documents": .int(Int64(verification.documents.count)),
    ]
    try Answer(json: json) { [file] _, _ in
      "Backed up \(Sentence.count(Int(root.size), "entry")) to \(TerminalText.escape(file)); "
        + "the copy verifies.\n  SHA-256 \(hash)\n"
    }.print(workspace)
  }
}
