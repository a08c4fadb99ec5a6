import ArgumentParser
import Augury
import AuguryRendering
import AuguryStore
import Glibc

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a verified backup in place of a ledger.",
    usage: "augury restore [<options>] <file>",
    discussion: """
      The backup is checked against its SHA-256 and verified first. A ledger that stands in its \
      place is kept beside it under the name PATH.before-restore, with all that others wrote up to \
      then; a command that was about to write to it is refused.

      EXAMPLE
        augury restore ledger-2026-12-01.db
      """)

  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
  var file: String

  func run() throws {
    let workspace = try Workspace(options)
    guard Files.exists(file) else {
      throw FileError(path: file, action: "read", code: ENOENT)
    }
    let target = workspace.path
    guard !Files.areSame(file, target) else {
      throw UsageError("\(file) is the ledger itself.", "Name a backup of it.")
    }
    try checkHash()
    try Files.makeFolder(Files.folder(of: target))
    let backup = try Ledger.open(file, readOnly: true)
    // One reading, so that what takes the place is what was verified.
    let (verification, keptAside) = try backup.read {
      let verification = try verify(backup)
      try copyDocuments(verification.documents.keys.sorted(), to: Archive(of: target))
      return (verification, try putInPlace(backup, of: target))
    }
    let root = verification.root
    let restored = try Ledger.open(target)
    let unapproved = try UnapprovedView(restored, workspace.approvals(restored))
    let json: JSONOutput = [
      "path": .string(target), "size": .int(root.size), "root": .string(root.hash.hex),
      "kept": keptAside.map { .string($0) } ?? .null, "unapproved": unapproved.json,
    ]
    try Answer(json: json) { _, _ in
      "Restored \(Sentence.count(Int(root.size), "entry")) to \(TerminalText.escape(target)).\n"
        + (keptAside.map { "  what stood there is now \(TerminalText.escape($0))\n" } ?? "")
        + unapproved.line
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

  private func verify(_ backup: Ledger) throws -> Verification {
    let verification = try backup.verify()
    guard verification.findings.isEmpty else {
      throw StoreError.damaged(verification.findings[0].what)
    }
    return verification
  }

  /// Returns the name under which what stood there is kept.
  private func putInPlace(_ backup: Ledger, of target: String) throws -> String? {
    var keptAside: String?
    try backup.replace(target) { old in
      let name = free(target + ".before-restore")
      try Files.write(to: name) { append in try old.read(append) }
      keptAside = name
    }
    return keptAside
  }

  private func free(_ name: String) -> String {
    guard Files.exists(name) else { return name }
    var count = 2
    while Files.exists("\(name)-\(count)") { count += 1 }
    return "\(name)-\(count)"
  }

  private func copyDocuments(_ hashes: [String], to archive: Archive) throws {
    let kept = Archive(of: file)
    let missing = hashes.filter { !Files.exists(archive.path($0)) && Files.exists(kept.path($0)) }
    guard !missing.isEmpty else { return }
    try Files.makeFolder(archive.folder)
    for hash in missing { try Files.write(try Files.read(kept.path(hash)), to: archive.path(hash)) }
  }
}
