/// A way by which notices reach people.
public struct Channel: Sendable, Hashable {
  /// The name by which it is known; no two of a ledger are the same.
  public var name: String
  /// What it is, and where it leads.
  public var kind: ChannelKind
  /// When it is used, and for what.
  public var plan: DeliveryPlan

  /// Creates a channel.
  public init(name: String, kind: ChannelKind, plan: DeliveryPlan) {
    self.name = name
    self.kind = kind
    self.plan = plan
  }
}

/// What a channel is, and where it leads.
public enum ChannelKind: Sendable, Hashable {
  /// Standard output of the program that hands over.
  case terminal
  /// A calendar file (RFC 5545) at a path.
  case ics(path: String)
  /// A feed file (RFC 4287) at a path.
  case atom(path: String)
  /// The notices of a desktop.
  case desktop
  /// A mail to an address.
  case mail(to: String)
  /// A POST to an address, signed with the key in a file if one is named; `allowed` lists the hosts
  /// with their ports that may lie in a private network.
  case webhook(url: String, secretFile: String?, allowed: [String])
  /// A program with its arguments, run without a shell.
  case command([String])

  /// The words by which the kinds are told apart.
  public static let words = ["terminal", "ics", "atom", "desktop", "mail", "webhook", "command"]

  /// The word for this kind, one of ``words``.
  public var word: String {
    switch self {
    case .terminal: "terminal"
    case .ics: "ics"
    case .atom: "atom"
    case .desktop: "desktop"
    case .mail: "mail"
    case .webhook: "webhook"
    case .command: "command"
    }
  }

  /// Whether it is a file that shows the whole agenda, and not a message.
  public var isFile: Bool {
    switch self {
    case .ics, .atom: true
    default: false
    }
  }
}
