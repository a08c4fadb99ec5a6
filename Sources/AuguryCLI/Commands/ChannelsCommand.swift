import ArgumentParser
import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

struct ChannelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "channels",
    abstract: "Say by which ways notices reach you, and when.",
    discussion: """
      A channel is the terminal, a calendar or feed file, the desktop, a mail address, a webhook \
      or a program of your own. Channels belong to this copy of the ledger; they are no entries.

      EXAMPLE
        augury channels add mail --to me@example.org --daily 08:00
        augury channels test mail
        augury channels list
        augury channels drop mail
      """,
    subcommands: [List.self, ChannelsAdd.self, Approve.self, Drop.self, Test.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List channels.",
      usage: "augury channels list [<options>]",
      discussion: """
        EXAMPLE
          augury channels list
        """)

    @OptionGroup var options: LedgerOptions

    func run() throws {
      let workspace = try Workspace(options)
      let ledger = try workspace.open()
      let approvals = workspace.approvals(ledger)
      try ChannelList(ledger) { approvals.hold($0) }.answer().print(workspace)
    }
  }

  struct Approve: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "approve",
      abstract: "Approve a channel on this machine.",
      usage: "augury channels approve [<options>] <name>",
      discussion: """
        A channel that came with a file from elsewhere writes no file, sends nothing and runs no \
        program before it is approved here. What you add yourself is approved.

        EXAMPLE
          augury channels approve mail
        """)

    @OptionGroup var named: NamedChannel

    func run() throws {
      let (workspace, ledger, channel) = try named.find()
      try workspace.approvals(ledger).add(channel.kind)
      try ChannelStore(ledger).record(nil, of: channel.name)
      try ChannelView.approved(channel).print(workspace)
    }
  }

  struct Drop: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "drop",
      abstract: "Drop a channel.",
      usage: "augury channels drop [<options>] <name>",
      discussion: """
        EXAMPLE
          augury channels drop mail
        """)

    @OptionGroup var named: NamedChannel

    func run() throws {
      let workspace = try Workspace(named.options)
      let store = ChannelStore(try workspace.open())
      // One that cannot be read can be dropped all the same.
      let channel = try? store.find(named.name)
      try store.drop(named.name)
      try ChannelView.dropped(named.name, channel).print(workspace)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Send a sample notice by a channel at once.",
      usage: "augury channels test [<options>] <name>",
      discussion: """
        Quiet hours and digests are left aside. A file gets the sample in place of what it shows, \
        until it is next written.

        EXAMPLE
          augury channels test mail
        """)

    @OptionGroup var named: NamedChannel

    func run() throws {
      let (workspace, ledger, channel) = try named.find()
      let delivery = SampleNotice.delivery(
        ledger: ledger.id, zone: try ZoneFiles.rules(channel.plan.zone), now: Environment.now())
      try ChannelSender(try workspace.channelTools(ledger)).send(delivery, by: channel.kind)
      try ChannelStore(ledger).record(nil, of: channel.name)
      try ChannelView.tested(channel, delivery.id).print(workspace)
    }
  }
}

/// One channel of a ledger, by its name.
struct NamedChannel: ParsableArguments {
  @OptionGroup var options: LedgerOptions

  @Argument(help: ArgumentHelp("The channel's name.", valueName: "name"))
  var name: String

  /// Opens the ledger and finds the channel.
  func find() throws -> (workspace: Workspace, ledger: Ledger, channel: Channel) {
    let workspace = try Workspace(options)
    let ledger = try workspace.open()
    return (workspace, ledger, try ChannelStore(ledger).find(name))
  }
}

/// The notice that `channels test` sends.
enum SampleNotice {
  /// A delivery of one item that belongs to no question.
  static func delivery(ledger: String, zone: ZoneRules, now: Instant) -> Delivery {
    let today = zone.civilDate(at: now)
    let occasion = Occasion(
      question: Identifier(.question, random: 0, 0), kind: .due, due: zone.startOfDay(today))
    let item = AgendaItem(
      occasion: occasion, asked: occasion.due,
      text: "A sample notice, to show that this channel works", status: .due, waits: .due)
    let agenda = Agenda(instant: now, zone: zone.name, now: [item], next: [])
    return Delivery(ledger: ledger, items: [item], agenda: agenda, zone: zone)
  }
}
