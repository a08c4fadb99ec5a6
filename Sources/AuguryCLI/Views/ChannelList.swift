import Augury
import AuguryRendering
import AuguryStore

/// The channels of a ledger by name, with what waits for each and how it does.
struct ChannelList {
  private struct Row {
    let channel: Channel
    let backlog: Backlog
    let fault: ChannelFault?
    let isApproved: Bool

    /// Whether it is not used until somebody has put it right.
    var isHeld: Bool { !isApproved || fault?.isLasting == true }
    /// When what waits is handed over next, at the earliest.
    var next: Instant? { isHeld ? nil : backlog.next }
  }

  private let rows: [Row]

  init(_ ledger: Ledger, isApproved: (ChannelKind) -> Bool) throws {
    rows = try ledger.read {
      let store = ChannelStore(ledger)
      let faults = try store.faults()
      let outbox = try NoticeBook(ledger).map(Outbox.init)
      return try store.all().map { channel in
        Row(
          channel: channel, backlog: try outbox?.backlog(channel.name) ?? Backlog(),
          fault: faults[channel.name], isApproved: isApproved(channel.kind))
      }
    }
  }

  func answer() -> Answer {
    let items = rows.map { JSONOutput.object(ChannelView.members($0.channel) + members($0)) }
    let header = [
      "name", "kind", "to", "when", "quiet", "zone", "only_overdue", "approved", "waiting",
      "waiting_since", "next", "last_failure", "failed_at", "held",
    ]
    return Answer(
      items: items, in: ["channels": .array(items)], rows: [header] + rows.map(fields)
    ) { [self] width, style in
      guard !rows.isEmpty else { return "There are no channels yet.\n" }
      var table = TextTable(columns: [
        .init("name", minimumWidth: 8, fit: .wrapped), .init("kind"),
        .init("to", minimumWidth: 12, fit: .wrapped),
        .init("when", minimumWidth: 12, fit: .wrapped), .init("zone", dropOrder: 1),
        .init("waiting", fit: .wrapped),
      ])
      for row in rows {
        let channel = row.channel
        table.append([
          .init(channel.name, style: .identifier), .init(channel.kind.word),
          .init(ChannelView.place(channel.kind)), .init(ChannelView.when(channel.plan)),
          .init(channel.plan.zone), .init(waiting(row), footnote: trouble(row)),
        ])
      }
      return table.render(width: width, style: style)
    }
  }

  private func waiting(_ row: Row) -> String {
    guard row.backlog.count > 0, let since = row.backlog.since else { return "none" }
    return "\(row.backlog.count) since \(since.civilDate)"
  }

  /// What is wrong with a channel, and when it is tried again.
  private func trouble(_ row: Row) -> String? {
    guard row.isApproved else {
      return "not approved on this machine: augury channels approve "
        + Environment.quoted(row.channel.name)
    }
    guard let fault = row.fault else { return nil }
    let next =
      row.isHeld
      ? "not used until `augury channels test \(Environment.quoted(row.channel.name))` goes well"
      : row.next.map { "tried again from \($0.rfc3339) on" }
    return "\(fault.at.rfc3339): \(fault.reason)" + (next.map { " It is \($0)." } ?? "")
  }

  private func members(_ row: Row) -> [(String, JSONOutput)] {
    [
      ("approved", .bool(row.isApproved)), ("waiting", .int(Int64(row.backlog.count))),
      ("waiting_since", .optional(row.backlog.since?.rfc3339)),
      ("next", .optional(row.next?.rfc3339)), ("last_failure", .optional(row.fault?.reason)),
      ("failed_at", .optional(row.fault?.at.rfc3339)), ("held", .bool(row.isHeld)),
    ]
  }

  private func fields(_ row: Row) -> [String] {
    let channel = row.channel
    return [
      channel.name, channel.kind.word, ChannelView.place(channel.kind), channel.plan.digest.text,
      channel.plan.quiet?.text ?? "", channel.plan.zone, "\(channel.plan.onlyOverdue)",
      "\(row.isApproved)", "\(row.backlog.count)", row.backlog.since?.rfc3339 ?? "",
      row.next?.rfc3339 ?? "", row.fault?.reason ?? "", row.fault?.at.rfc3339 ?? "",
      "\(row.isHeld)",
    ]
  }
}
