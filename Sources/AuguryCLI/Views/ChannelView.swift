import Augury
import AuguryRendering

/// Channels as answers.
enum ChannelView {
  static func added(_ channel: Channel) -> Answer {
    let hasHours = channel.plan.digest != .atOnce || channel.plan.quiet != nil
    return Answer(json: json(channel)) { _, style in
      TerminalText.escape(
        "Added the channel “\(channel.name)”: \(phrase(channel.kind)), \(when(channel.plan))"
          + (hasHours ? " (\(channel.plan.zone))." : "."))
        + "\n" + hint("Try it with: augury channels test", channel.name, style)
        + hint("Undo with: augury channels drop", channel.name, style)
    }
  }

  static func approved(_ channel: Channel) -> Answer {
    let json: JSONOutput = ["name": .string(channel.name), "to": .string(place(channel.kind))]
    return Answer(json: json) { _, _ in
      TerminalText.escape(
        "Approved on this machine, the channel “\(channel.name)”: \(phrase(channel.kind)).") + "\n"
    }
  }

  static func dropped(_ name: String, _ channel: Channel?) -> Answer {
    let words = channel.map(ChannelWords.adding) ?? []
    let json: JSONOutput = [
      "name": .string(name), "add_again": words.isEmpty ? .null : .strings(words),
    ]
    return Answer(json: json) { _, style in
      let text = TerminalText.escape("Dropped the channel “\(name)”.") + "\n"
      guard !words.isEmpty else { return text }
      let command = words.map(Environment.quoted).joined(separator: " ")
      return text + style.styled("Undo with: \(command)", .dim) + "\n"
    }
  }

  static func tested(_ channel: Channel, _ delivery: String) -> Answer {
    let json: JSONOutput = ["name": .string(channel.name), "delivery": .string(delivery)]
    return Answer(json: json) { _, _ in
      TerminalText.escape("Sent a sample notice by “\(channel.name)”.") + "\n"
    }
  }

  private static func hint(_ words: String, _ name: String, _ style: Styler) -> String {
    style.styled("\(words) \(Environment.quoted(name))", .dim) + "\n"
  }

  private static func json(_ channel: Channel) -> JSONOutput { .object(members(channel)) }

  /// What a channel is, as members of a JSON object.
  static func members(_ channel: Channel) -> [(String, JSONOutput)] {
    [
      ("name", .string(channel.name)), ("kind", .string(channel.kind.word)),
      ("to", .string(place(channel.kind))), ("when", .string(channel.plan.digest.text)),
      ("quiet", .optional(channel.plan.quiet?.text)), ("zone", .string(channel.plan.zone)),
      ("only_overdue", .bool(channel.plan.onlyOverdue)),
    ]
  }

  /// Where a channel leads.
  static func place(_ kind: ChannelKind) -> String {
    switch kind {
    case .terminal, .desktop: ""
    case .ics(let path), .atom(let path): path
    case .mail(let to): to
    case .webhook(let url, _, _): url
    case .command(let words): words.map(Environment.quoted).joined(separator: " ")
    }
  }

  private static func phrase(_ kind: ChannelKind) -> String {
    switch kind {
    case .terminal: "on the terminal"
    case .desktop: "on the desktop"
    case .ics: "the calendar \(place(kind))"
    case .atom: "the feed \(place(kind))"
    case .mail: "a mail to \(place(kind))"
    case .webhook(_, let secretFile, _):
      "\(secretFile == nil ? "an unsigned" : "a signed") POST to \(place(kind))"
    case .command: "the program \(place(kind))"
    }
  }

  static func when(_ plan: DeliveryPlan) -> String {
    plan.digest.text + (plan.quiet.map { ", not \($0.text)" } ?? "")
      + (plan.onlyOverdue ? ", only what is overdue" : "")
  }
}

/// A channel as the command that adds it.
enum ChannelWords {
  static func adding(_ channel: Channel) -> [String] {
    var words = ["augury", "channels", "add", channel.kind.word]
    if channel.name != channel.kind.word { words += ["--name", channel.name] }
    var program: [String] = []
    switch channel.kind {
    case .terminal, .desktop: break
    case .ics(let path), .atom(let path): words += ["--file", path]
    case .mail(let to): words += ["--to", to]
    case .webhook(let url, let secretFile, let allowed):
      words += ["--url", url] + (secretFile.map { ["--secret-file", $0] } ?? [])
      words += allowed.flatMap { ["--allow", $0] }
    case .command(let command): program = ["--"] + command
    }
    if channel.plan.digest != .atOnce {
      words += "--\(channel.plan.digest.text)".split(separator: " ").map(String.init)
    }
    if let quiet = channel.plan.quiet { words += ["--quiet", quiet.text] }
    words += ["--zone", channel.plan.zone]
    return words + (channel.plan.onlyOverdue ? ["--only-overdue"] : []) + program
  }
}
