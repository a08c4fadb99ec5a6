package import Augury
internal import AuguryStore
internal import Glibc

/// What the keeper of a ledger has approved on this machine.
///
/// Each approval is a file of its own, outside the ledger, so that nobody can hand one on with a
/// ledger. It stands for exact words: a rule or a channel with another argument has none.
package struct Approvals: Sendable {
  private let folder: String
  private let ledger: String

  /// Opens the approvals of a ledger.
  ///
  /// - Parameters:
  ///   - folder: Where the approvals of all ledgers lie; it need not be there yet.
  ///   - ledger: The identifier of the ledger.
  package init(in folder: String, of ledger: String) {
    self.folder = folder
    self.ledger = ledger
  }

  /// Returns whether a rule may do what it says: it needs no approval, or has it.
  package func hold(_ rule: Rule) -> Bool { !rule.needsApproval || hold(rule.approval) }

  /// Returns whether a channel may be used: it needs no approval, or has it.
  package func hold(_ kind: ChannelKind) -> Bool { !kind.needsApproval || hold(kind.approval) }

  /// Approves a rule; that is durable when this returns.
  ///
  /// - Throws: `FileError`.
  package func add(_ rule: Rule) throws { if rule.needsApproval { try add(rule.approval) } }

  /// Approves where a channel leads; that is durable when this returns.
  ///
  /// - Throws: `FileError`.
  package func add(_ kind: ChannelKind) throws {
    if kind.needsApproval { try add(kind.approval) }
  }

  /// A file counts only where nobody but this user can have written it.
  private func hold(_ text: String) -> Bool {
    var information = stat()
    return lstat(path(text), &information) == 0 && information.st_mode & S_IFMT == S_IFREG
      && information.st_uid == geteuid() && information.st_mode & (S_IWGRP | S_IWOTH) == 0
  }

  private func add(_ text: String) throws {
    try Files.makeFolder(folder)
    try Files.write(Array("\(ledger) \(text)\n".utf8), to: path(text))
  }

  private func path(_ text: String) -> String {
    "\(folder)/\(Archive.hash(Array("\(ledger) \(text)".utf8)))"
  }
}

extension Rule {
  /// Whether it runs a program, or records by itself what it finds.
  package var needsApproval: Bool {
    if case .command = place { true } else { isAutomatic }
  }

  fileprivate var approval: String { "rule \(canonicalText)" }
}

extension ChannelKind {
  /// Whether it leads anywhere but to the screen: it runs a program, writes a file or sends.
  package var needsApproval: Bool {
    switch self {
    case .terminal, .desktop: false
    case .ics, .atom, .mail, .webhook, .command: true
    }
  }

  fileprivate var approval: String { "channel \(canonicalText)" }
}
