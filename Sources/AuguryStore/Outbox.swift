package import Augury

/// A notice that waits to be delivered by a channel.
package struct WaitingNotice: Sendable, Equatable {
  /// The notice.
  package let notice: Notice
  /// How often it was tried.
  package let attempts: Int
}

/// How much waits for a channel.
package struct Backlog: Sendable, Equatable {
  /// How many notices.
  package var count = 0
  /// When the first of them was decided.
  package var since: Instant?
  /// When the first of them is to be delivered.
  package var next: Instant?

  /// Creates an empty one.
  package init() {}

  init(count: Int, since: Instant?, next: Instant?) {
    self.count = count
    self.since = since
    self.next = next
  }
}

/// What waits to be delivered, by the names of channels.
package struct Outbox {
  let database: Database

  /// Opens the outbox beside a book of notices.
  package init(_ book: NoticeBook) { database = book.database }

  /// Has a notice delivered by a channel from an instant on; once more where it was sent before.
  package func add(
    _ notice: Int64, to channel: String, from ready: Instant
  ) throws(StoreError) {
    try database.run(
      """
      insert into delivery (notice, channel, ready_at, attempts) values ($1, $2, $3, 0)
      on conflict (notice, channel) do update
        set ready_at = excluded.ready_at, attempts = 0, sent_at = null, reason = null
      """, .integer(notice), .text(channel), .integer(ready.microseconds))
  }

  /// Returns what a channel is to deliver by an instant, in the order in which it was to be asked.
  package func waiting(_ channel: String, at now: Instant) throws(StoreError) -> [WaitingNotice] {
    try database.all(
      """
      select n.number, n.question, n.kind, n.due, n.asked, n.decided_at, d.attempts
      from delivery d join notice n on n.number = d.notice
      where d.channel = $1 and d.sent_at is null and d.ready_at <= $2
      order by n.asked, n.number
      """, .text(channel), .integer(now.microseconds)
    ) { (row) throws(StoreError) in
      WaitingNotice(notice: try Notice(row), attempts: Int(row.integer(6)))
    }
  }

  /// Returns the next instant at which anything is to be delivered by any of some channels.
  package func nextDelivery(_ channels: [String]) throws(StoreError) -> Instant? {
    var next: Instant?
    for channel in channels {
      let found = try database.first(
        "select min(ready_at) from delivery where channel = $1 and sent_at is null",
        .text(channel)
      ) { $0.optionalInteger(0) }
      guard let found = found ?? nil else { continue }
      next = min(next ?? Instant(microseconds: found), Instant(microseconds: found))
    }
    return next
  }

  /// Records that a channel delivered notices.
  package func sent(
    _ deliveries: [WaitingNotice], by channel: String, at now: Instant
  ) throws(StoreError) {
    for delivery in deliveries {
      try database.run(
        """
        update delivery set sent_at = $3, reason = null where notice = $1 and channel = $2
        """, .integer(delivery.notice.number), .text(channel), .integer(now.microseconds))
    }
  }

  /// Records that a channel failed to deliver notices, and when it is tried again.
  package func failed(
    _ deliveries: [WaitingNotice], by channel: String, reason: String, again ready: Instant
  ) throws(StoreError) {
    for delivery in deliveries {
      try database.run(
        """
        update delivery set attempts = attempts + 1, ready_at = $3, reason = $4
        where notice = $1 and channel = $2
        """, .integer(delivery.notice.number), .text(channel), .integer(ready.microseconds),
        .text(reason))
    }
  }

  /// Has what waits for a time beyond an instant delivered from another instant on.
  package func pullBack(to now: Instant, beyond latest: Instant) throws(StoreError) {
    try database.run(
      "update delivery set ready_at = $1 where sent_at is null and ready_at > $2",
      .integer(now.microseconds), .integer(latest.microseconds))
  }

  /// Drops what a channel that is no more was to deliver.
  package func drop(_ channel: String) throws(StoreError) {
    try database.run(
      "delete from delivery where channel = $1 and sent_at is null", .text(channel))
  }

  /// Returns how much waits for a channel, since when, and when it is to be delivered.
  package func backlog(_ channel: String) throws(StoreError) -> Backlog {
    try database.first(
      """
      select count(*), min(n.decided_at), min(d.ready_at)
      from delivery d join notice n on n.number = d.notice
      where d.channel = $1 and d.sent_at is null
      """, .text(channel)
    ) { row in
      Backlog(
        count: Int(row.integer(0)), since: row.optionalInteger(1).map(Instant.init),
        next: row.optionalInteger(2).map(Instant.init))
    } ?? Backlog()
  }
}
