import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Glibc

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy the ledger and its kept documents, and verify the copy.",
    discussion: """
      The copy is of one state, also while others write. Its SHA-256 goes into FILE.sha256, which
      sha256sum -c reads.

      EXAMPLE
        augury backup ledger-2026-12-01.db
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The file to write.", valueName: "file"))
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

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a verified backup in place of a ledger.",
    discussion: """
      The backup is checked against its SHA-256 and verified first. A ledger that stands in its
      place is kept beside it under the name PATH.before-restore.

      EXAMPLE
        augury restore ledger-2026-12-01.db
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
  var file: String

  func run() throws {
    let workspace = try Workspace(options)
    guard Files.exists(file) else {
      throw FileError(path: file, action: "read", code: ENOENT)
    }
    try checkHash()
    let target = workspace.path
    try Files.makeFolder(Files.folder(of: target))
    let temporary = target + ".part"
    Files.remove(temporary)
    defer { Files.remove(temporary) }
    try Ledger.open(file, readOnly: true).copy(to: temporary)
    let verification = try Ledger.open(temporary).verify()
    guard verification.findings.isEmpty else {
      throw StoreError.damaged(verification.findings[0].what)
    }
    try Files.synchronise(temporary)
    try copyDocuments(verification.documents.keys.sorted(), to: Archive(of: target))
    let keptAside = try setAside(target)
    try Files.move(temporary, to: target)
    let root = verification.root
    let json: JSONOutput = [
      "path": .string(target), "size": .int(root.size), "root": .string(root.hash.hex),
      "kept": keptAside.map { .string($0) } ?? .null,
    ]
    try Answer(json: json) { _, _ in
      "Restored \(Sentence.count(Int(root.size), "entry")) to \(TerminalText.escape(target)).\n"
        + (keptAside.map { "  what stood there is now \(TerminalText.escape($0))\n" } ?? "")
    }.print(workspace)
  }

  private func checkHash() throws {
    let path = file + ".sha256"
    guard Files.exists(path) else { return }
    let line = String(decoding: try Files.read(path), as: UTF8.self)
    guard line.hasPrefix(try Archive.hash(file: file)) else {
      throw StoreError.damaged("\(file) does not have the SHA-256 that \(path) names")
    }
  }

  private func setAside(_ target: String) throws -> String? {
    guard Files.exists(target) else { return nil }
    var name = target + ".before-restore"
    var count = 1
    while Files.exists(name) {
      count += 1
      name = target + ".before-restore-\(count)"
    }
    // Reading it plays back the journal of a command that was killed; what cannot be read keeps it.
    _ = try? Ledger.open(target)
    try Files.move(target, to: name)
    let journal = target + "-journal"
    if Files.exists(journal) { try Files.move(journal, to: name + "-journal") }
    return name
  }

  private func copyDocuments(_ hashes: [String], to archive: Archive) throws {
    let kept = Archive(of: file)
    let missing = hashes.filter { !Files.exists(archive.path($0)) && Files.exists(kept.path($0)) }
    guard !missing.isEmpty else { return }
    try Files.makeFolder(archive.folder)
    for hash in missing { try Files.write(try Files.read(kept.path(hash)), to: archive.path(hash)) }
  }
}
