import ArgumentParser
import Augury
import AuguryScheduler
import AuguryStore
import Glibc

/// The kinds of channel as arguments.
enum ChannelWord: String, CaseIterable, ExpressibleByArgument {
  case terminal, ics, atom, desktop, mail, webhook, command
}

/// The options that say what a channel is.
struct ChannelDraft {
  let word: ChannelWord
  let command: [String]
  let file: String?
  let to: String?
  let url: String?
  let secretFile: String?
  let allow: [String]

  /// Returns what the options describe, with paths from the root: another process reads them.
  func kind() throws -> ChannelKind {
    try refuseOthers()
    switch word {
    case .terminal: return .terminal
    case .desktop: return .desktop
    case .ics: return .ics(path: try path(file, "--file"))
    case .atom: return .atom(path: try path(file, "--file"))
    case .mail: return .mail(to: try address())
    case .webhook: return try webhook()
    case .command:
      guard let program = command.first, !program.isEmpty else {
        throw UsageError("There is no program.", "Write it after `--`, with its arguments.")
      }
      let whole = program.utf8.contains(UInt8(ascii: "/")) ? Files.absolute(program) : program
      return .command([whole] + command.dropFirst())
    }
  }

  /// Refuses options that say nothing of this kind.
  private func refuseOthers() throws {
    let given: [(name: String, isGiven: Bool, kinds: [ChannelWord])] = [
      ("--file", file != nil, [.ics, .atom]), ("--to", to != nil, [.mail]),
      ("--url", url != nil, [.webhook]), ("--secret-file", secretFile != nil, [.webhook]),
      ("--allow", !allow.isEmpty, [.webhook]), ("A program", !command.isEmpty, [.command]),
    ]
    for option in given where option.isGiven && !option.kinds.contains(word) {
      throw UsageError(
        "\(option.name) says nothing of a channel of the kind \(word.rawValue).", "Leave it out.")
    }
  }

  private func path(_ path: String?, _ option: String) throws -> String {
    guard let path, !path.isEmpty else {
      throw UsageError("A channel of the kind \(word.rawValue) needs a file.", "Give \(option).")
    }
    let whole = Files.absolute(path)
    let folder = whole.lastIndex(of: "/").map { String(whole[...$0]) } ?? "/"
    guard access(folder, W_OK | X_OK) == 0 else {
      throw ConflictError(
        "Nothing can be written to the folder \(folder).",
        "Make it, or give a path in another folder.")
    }
    return whole
  }

  private func address() throws -> String {
    guard let to else { throw UsageError("A mail needs an address.", "Give --to.") }
    guard MailMessage.isAddress(to) else {
      throw UsageError(
        "\"\(to.clipped)\" is not a mail address.", "Give one such as me@example.org.")
    }
    return to
  }

  private func webhook() throws -> ChannelKind {
    guard let url else { throw UsageError("A webhook needs an address.", "Give --url.") }
    let isPlain = url.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPlain, ["https://", "http://"].contains(where: { url.hasPrefix($0) && url != $0 })
    else {
      throw UsageError(
        "\"\(url.clipped)\" is not a web address.", "Give one such as https://example.org/hook.")
    }
    for host in allow where !ChannelDraft.isHostAndPort(host) {
      throw UsageError(
        "\"\(host.clipped)\" is not a host with its port.", "Write one such as localhost:8080.")
    }
    let secretFile = try secretFile.map { try path($0, "--secret-file") }
    if let secretFile, try Files.read(secretFile).isEmpty {
      throw UsageError("The key in \(secretFile) is empty.", "Put a key into the file.")
    }
    return .webhook(url: url, secretFile: secretFile, allowed: allow)
  }

  private static func isHostAndPort(_ text: String) -> Bool {
    guard let colon = text.lastIndex(of: ":"), colon != text.startIndex,
      let port = UInt16(text[text.index(after: colon)...])
    else { return false }
    return port > 0 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

/// The options that say when a channel is used.
struct PlanDraft {
  let daily: String?
  let weekly: [String]
  let quiet: String?
  let zone: String?
  let onlyOverdue: Bool

  /// Returns the plan, in a zone of its own or the ledger's.
  func plan(ledgerZone: String) throws -> DeliveryPlan {
    let zone = zone ?? ledgerZone
    _ = try ZoneFiles.rules(zone)
    return DeliveryPlan(
      digest: try digest(), quiet: try quietHours(), zone: zone, onlyOverdue: onlyOverdue)
  }

  private func digest() throws -> DigestTime {
    switch (daily, weekly) {
    case (nil, []): return .atOnce
    case (let daily?, []):
      guard let digest = DigestTime("daily \(daily)") else {
        throw UsageError("\"\(daily.clipped)\" is not a time of day.", "Write one such as 08:00.")
      }
      return digest
    case (nil, let weekly):
      let text = weekly.joined(separator: " ")
      guard let digest = DigestTime("weekly \(text)") else {
        throw UsageError(
          "\"\(text.clipped)\" is not a weekday and a time.", "Write --weekly mon 09:00.")
      }
      return digest
    default:
      throw UsageError("A digest is either daily or weekly.", "Give --daily or --weekly.")
    }
  }

  private func quietHours() throws -> QuietHours? {
    guard let quiet else { return nil }
    guard let hours = QuietHours(quiet) else {
      throw UsageError("\"\(quiet.clipped)\" are no hours.", "Write --quiet 22:00-07:00.")
    }
    return hours
  }
}
