package import Augury
package import AuguryRendering
internal import Glibc

/// What senders take from outside.
package struct ChannelTools {
  /// The program that makes HTTP requests.
  package var fetch: String
  /// The program that takes mails, `sendmail` or one that stands in for it.
  package var sendmail: String
  /// The program that shows notices on a desktop.
  package var notifier: String
  /// The environment that programs are given.
  package var environment: [String: String]
  /// Returns whether the keeper has approved a channel on this machine; see ``Approvals``.
  package var isApproved: (ChannelKind) -> Bool
  /// Returns what the machine's clock says.
  package var clock: () -> Instant
  /// Shows text on the terminal.
  package var show: (String) -> Void
  /// The width of the terminal in cells, if there is one.
  package var width: Int?
  /// The look of the terminal.
  package var style: Styler

  /// Creates the tools; programs without a slash are looked for in `PATH`.
  package init(
    fetch: String, sendmail: String = ChannelTools.sendmail, notifier: String = "notify-send",
    environment: [String: String], isApproved: @escaping (ChannelKind) -> Bool,
    clock: @escaping () -> Instant, show: @escaping (String) -> Void, width: Int? = nil,
    style: Styler = .plain
  ) {
    self.fetch = fetch
    self.sendmail = sendmail
    self.notifier = notifier
    self.environment = environment
    self.isApproved = isApproved
    self.clock = clock
    self.show = show
    self.width = width
    self.style = style
  }

  /// Where `sendmail` is by custom, which is often not in `PATH`; else its bare name.
  package static var sendmail: String {
    ["/usr/sbin/sendmail", "/usr/lib/sendmail"].first { access($0, X_OK) == 0 } ?? "sendmail"
  }
}

/// Hands notices over.
package struct ChannelSender {
  private let tools: ChannelTools
  /// How long a program may take, in seconds.
  static let patience = 30

  /// Creates a sender.
  package init(_ tools: ChannelTools) {
    self.tools = tools
  }

  /// Hands notices over by a channel; when this returns, they are handed over.
  ///
  /// Nothing is held against the channel's plan. The terminal and files never wait; a program has
  /// 30 seconds.
  ///
  /// - Throws: ``ChannelError``, which says whether another try may do. The notices may have reached
  ///   somebody all the same.
  package func send(_ delivery: Delivery, by kind: ChannelKind) throws(ChannelError) {
    guard tools.isApproved(kind) else { throw .notApproved }
    switch kind {
    case .terminal: tools.show(delivery.text.render(width: tools.width, style: tools.style))
    case .ics(let path):
      try AgendaFile.write(
        AgendaICS(
          delivery.agenda, ledger: delivery.ledger, zone: delivery.zone, rest: delivery.rest
        ).text, to: path)
    case .atom(let path):
      try AgendaFile.write(
        AgendaAtom(delivery.agenda, ledger: delivery.ledger, rest: delivery.rest).text, to: path)
    case .desktop:
      let notice = DesktopNotice(delivery)
      try run(
        [tools.notifier, "--app-name=Augury", "--", notice.summary, notice.body])
    case .mail(let address):
      let mail = try MailMessage(delivery, to: address)
      try run([tools.sendmail, "-i", "-t"], input: mail.text)
    case .webhook(let url, let secretFile, let allowed):
      let post = WebhookPost(
        delivery, key: try secretFile.map(WebhookPost.key), at: tools.clock())
      try run(post.arguments(tools.fetch, url: url, allowed: allowed), input: post.body)
    case .command(let words):
      let count = String(delivery.items.count)
      try run(words, input: delivery.json.compact + "\n", ["AUGURY_NOTICES": count])
    }
  }

  /// Runs a program, whose answer is not wanted.
  private func run(
    _ arguments: [String], input: String = "", _ variables: [String: String] = [:]
  ) throws(ChannelError) {
    let result: ChildResult
    do {
      result = try ChildProcess.run(
        arguments, input: Array(input.utf8),
        environment: tools.environment.merging(variables) { $1 },
        seconds: ChannelSender.patience, outputLimit: 2_000_000)
    } catch {
      throw .program(error)
    }
    if let error = ChannelError(arguments.first ?? "", result) { throw error }
  }
}
