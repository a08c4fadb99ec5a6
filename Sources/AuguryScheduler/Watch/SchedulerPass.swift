package import Augury
internal import AuguryRendering
package import AuguryStore

/// What one whole pass did: what was decided, and what came of telling it.
package struct PassReport: Sendable {
  /// What the rules of questions found.
  package var looks: [RuleLook]
  /// What was decided.
  package var tick: TickReport
  /// What each channel was handed, by name.
  package var deliveries: [(channel: String, result: CourierResult)] = []
  /// When the next pass is wanted, at the latest.
  package var next: Instant?

  /// Whether a channel did not take what it was handed.
  package var hasFailed: Bool {
    deliveries.contains { if case .failed = $0.result { true } else { false } }
  }
}

/// One whole pass of the scheduler over a ledger: it decides what is to be asked, and tells it.
package struct SchedulerPass {
  private let ledger: Ledger
  private let capture: Capture
  private let zone: (String?) throws -> ZoneRules
  private let sender: ChannelSender
  private let runner: RuleRunner
  private let show: ((Delivery) throws -> Void)?
  /// What comes next is shown in files through so many days.
  private static let fileDays = 400
  /// Files are written again after so many days also where nothing has happened: they show what
  /// comes next, and that moves on.
  private static let freshDays = 30
  /// Files show so many items of each part at most.
  private static let fileItems = 1000

  /// Creates a pass.
  ///
  /// - Parameters:
  ///   - ledger: The ledger, by a connection of its own.
  ///   - capture: The clock, and who writes.
  ///   - tools: What channels take from outside.
  ///   - runner: What looks at the rules of questions.
  ///   - zone: Returns the rules of a zone, or the ledger's for no name.
  ///   - show: Tells notices on the terminal; when it returns they are told. Nothing where there is
  ///     no terminal: what is for it waits for a pass that has one.
  package init(
    _ ledger: Ledger, _ capture: Capture, _ tools: ChannelTools, _ runner: RuleRunner,
    zone: @escaping (String?) throws -> ZoneRules, show: ((Delivery) throws -> Void)?
  ) {
    self.ledger = ledger
    self.capture = capture
    self.zone = zone
    self.show = show
    self.runner = runner
    sender = ChannelSender(tools)
  }

  /// Decides and tells.
  ///
  /// - Returns: What was done; nothing while another process is at it.
  package func run() throws -> PassReport? {
    guard let lock = try TickLock(ledger.path) else { return nil }
    defer { withExtendedLifetime(lock) {} }
    let channels = try self.channels()
    let isFollowed = try ledger.read {
      try NoticeBook(ledger)?.state()?.cursor == ledger.size() - 1
    }
    let looks = try RuleLooks(ledger, capture, runner, zone: zone).run(isFollowed: isFollowed)
    let tick = try Tick(
      ledger, capture, recipients: channels.map(recipient), zone: zone
    ).run()
    var report = PassReport(looks: looks, tick: tick)
    let faults = try self.faults()
    for channel in used(channels, faults) {
      let result = try deliver(
        to: channel, hasNews: tick.looked > 0 || !looks.isEmpty,
        hasFault: faults[channel.name] != nil)
      if case .nothing = result { continue }
      report.deliveries.append((channel.name, result))
    }
    report.next = try next(after: tick, channels)
    return report
  }

  /// When the next pass is wanted: to ask, to deliver or to look at a rule.
  private func next(after tick: TickReport, _ channels: [Channel]) throws -> Instant? {
    try ledger.read {
      guard let book = try NoticeBook(ledger) else { return tick.next }
      let waiting = try Outbox(book).nextDelivery(used(channels, faults()).map(\.name))
      return [tick.next, waiting, try LookBook(book).next()].compactMap(\.self).min()
    }
  }

  /// The channels of the ledger; the terminal is always one.
  private func channels() throws -> [Channel] {
    let named = try ledger.read { try ChannelStore(ledger).all() }
    guard !named.contains(where: { $0.kind == .terminal }) else { return named }
    let terminal = Channel(
      name: "terminal", kind: .terminal, plan: DeliveryPlan(zone: ledger.zone))
    // Last, so that a terminal that is gone holds up no other.
    return named + [terminal]
  }

  /// The channels that can be told now.
  private func used(_ channels: [Channel], _ faults: [String: ChannelFault]) -> [Channel] {
    channels.filter {
      faults[$0.name]?.isLasting != true && (show != nil || $0.kind != .terminal)
    }
  }

  /// What is wrong with channels, by name.
  private func faults() throws -> [String: ChannelFault] {
    try ledger.read { try ChannelStore(ledger).faults() }
  }

  private func recipient(_ channel: Channel) -> Recipient {
    let plan = channel.plan
    return Recipient(channel: channel.name) { ask, isOverdue, now in
      guard plan.includes(ask.step.kind, isOverdue: isOverdue) else { return nil }
      return (try? zone(plan.zone)).map { plan.time(for: now, in: $0) } ?? now
    }
  }

  private func deliver(
    to channel: Channel, hasNews: Bool, hasFault: Bool
  ) throws -> CourierResult {
    let rules = try zone(channel.plan.zone)
    let courier = Courier(ledger, capture, zone: zone)
    var isWritten = false
    let result = try courier.deliver(to: channel.name) { items in
      isWritten = true
      let delivery = try delivery(items, channel, rules)
      // Nobody is disturbed for what has been settled already.
      if channel.kind.isForPeople, items.allSatisfy(\.isSettled) { return }
      // Without a terminal its channel is not used.
      if channel.kind == .terminal {
        try show?(delivery)
      } else {
        try sender.send(delivery, by: channel.kind)
      }
    }
    // A file shows the whole agenda: it follows the ledger also where nothing is to be told.
    guard let path = channel.kind.path, !isWritten, hasNews || isStale(path) else {
      return result
    }
    let agenda = try delivery([], channel, rules)
    do throws(ChannelError) {
      try sender.send(agenda, by: channel.kind)
    } catch {
      let fault = ChannelFault(error, at: capture.clock())
      try courier.record(fault, of: channel.name)
      return .failed(0, fault)
    }
    if hasFault { try courier.record(nil, of: channel.name) }
    return result
  }

  /// Whether a file is not there, or was written long ago.
  private func isStale(_ path: String) -> Bool {
    guard let written = Files.written(path) else { return true }
    let limit = Int64(SchedulerPass.freshDays) * 86_400_000_000
    return written.advanced(byMicroseconds: limit) <= capture.clock()
  }

  private func delivery(
    _ items: [AgendaItem], _ channel: Channel, _ rules: ZoneRules
  ) throws -> Delivery {
    try ledger.read {
      let snapshot = try ledger.now()
      let now = capture.clock()
      var agenda = Agenda(instant: now, zone: channel.plan.zone, now: items, next: [])
      var rest = AgendaRest()
      if channel.kind.isFile {
        let made = try AgendaMaker(snapshot, at: now, zone: zone).agenda(
          in: channel.plan.zone,
          through: now.advanced(byMicroseconds: Int64(SchedulerPass.fileDays) * 86_400_000_000),
          limit: SchedulerPass.fileItems
        )
        agenda = made.agenda
        rest = AgendaRest(now: made.now - agenda.now.count, next: made.next - agenda.next.count)
      }
      var names: [Identifier: String] = [:]
      for item in items {
        names[item.occasion.question] = try snapshot.short(item.occasion.question)
      }
      return Delivery(
        ledger: ledger.id, items: items, agenda: agenda, rest: rest, zone: rules, names: names)
    }
  }
}

extension ChannelKind {
  /// Whether it is a message to people, and not a file or for programs.
  fileprivate var isForPeople: Bool {
    switch self {
    case .terminal, .desktop, .mail: true
    default: false
    }
  }

  /// The path of the file that it is, if it is one.
  fileprivate var path: String? {
    switch self {
    case .ics(let path), .atom(let path): path
    default: nil
    }
  }
}
