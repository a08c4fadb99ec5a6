package import Augury

/// The channels that a ledger's notices go out by.
///
/// They are no entries: another copy of the ledger need not tell the same people.
package struct ChannelStore {
  private let ledger: Ledger

  /// Creates a view of a ledger's channels.
  package init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// Returns all channels, by name.
  ///
  /// - Throws: ``StoreError``, or `ChannelTextError` for one that cannot be read.
  package func all() throws -> [Channel] {
    guard try Schema.hasOperational(ledger.database) else { return [] }
    return try ledger.database.all(
      "select definition from channel order by name", make: { $0.text(0) }
    )
    .map { try Channel(json: $0) }
  }

  /// Returns the channel of a name.
  ///
  /// - Throws: ``ChannelStoreError/missing(_:)`` when there is none.
  package func find(_ name: String) throws -> Channel {
    guard try Schema.hasOperational(ledger.database) else { throw ChannelStoreError.missing(name) }
    let found = try ledger.database.first(
      "select definition from channel where name = $1", .text(name), make: { $0.text(0) })
    guard let found else { throw ChannelStoreError.missing(name) }
    return try Channel(json: found)
  }

  /// Adds a channel; it is durable when this returns.
  ///
  /// - Throws: ``ChannelStoreError/exists(_:)`` when there is one of its name.
  package func add(_ channel: Channel) throws {
    try ledger.database.transaction { () throws in
      try Schema.makeOperational(ledger.database)
      try ledger.database.run(
        "insert into channel (name, definition) values ($1, $2) on conflict do nothing",
        .text(channel.name), .text(channel.json))
      guard ledger.database.changes == 1 else { throw ChannelStoreError.exists(channel.name) }
    }
  }

  /// Drops the channel of a name, also one that cannot be read.
  ///
  /// - Throws: ``ChannelStoreError/missing(_:)`` when there is none.
  package func drop(_ name: String) throws {
    try ledger.database.transaction { () throws in
      try Schema.makeOperational(ledger.database)
      try ledger.database.run("delete from channel where name = $1", .text(name))
      guard ledger.database.changes == 1 else { throw ChannelStoreError.missing(name) }
      try record(nil, of: name)
    }
  }
}

/// Why a channel did not take what it was handed last.
package struct ChannelFault: Sendable, Hashable {
  /// The reason, in words.
  package let reason: String
  /// When that was.
  package let at: Instant
  /// Whether the channel is not used until somebody has put it right.
  package let isLasting: Bool

  /// Creates the fault of a channel.
  package init(reason: String, at instant: Instant, isLasting: Bool) {
    self.reason = reason
    at = instant
    self.isLasting = isLasting
  }
}

extension ChannelStore {
  /// Returns the faults of channels, by name; one that works has none.
  package func faults() throws(StoreError) -> [String: ChannelFault] {
    guard try Schema.holds("channel_fault", in: ledger.database) else { return [:] }
    let found = try ledger.database.all(
      "select channel, reason, at, is_held from channel_fault"
    ) { row in
      let fault = ChannelFault(
        reason: row.text(1), at: Instant(microseconds: row.integer(2)),
        isLasting: row.integer(3) == 1)
      return (row.text(0), fault)
    }
    return Dictionary(found, uniquingKeysWith: { $1 })
  }

  /// Records why a channel failed, or that it works.
  package func record(_ fault: ChannelFault?, of name: String) throws(StoreError) {
    try Schema.makeOperational(ledger.database)
    guard let fault else {
      return try ledger.database.run(
        "delete from channel_fault where channel = $1", .text(name))
    }
    try ledger.database.run(
      """
      insert into channel_fault (channel, reason, at, is_held) values ($1, $2, $3, $4)
      on conflict (channel) do update set reason = excluded.reason, at = excluded.at,
        is_held = excluded.is_held
      """, .text(name), .text(fault.reason), .integer(fault.at.microseconds),
      .integer(fault.isLasting ? 1 : 0))
  }
}

/// Why a channel could not be added, found or dropped.
package enum ChannelStoreError: Error, Sendable, Equatable {
  /// There is one of that name.
  case exists(String)
  /// There is none of that name.
  case missing(String)
}

extension ChannelStoreError: Explained {
  package var kind: FailureKind {
    switch self {
    case .exists: .conflict
    case .missing: .notFound
    }
  }

  package var what: String {
    switch self {
    case .exists(let name): "There is a channel \"\(name.clipped)\" already."
    case .missing(let name): "There is no channel \"\(name.clipped)\"."
    }
  }

  package var remedy: String {
    switch self {
    case .exists: "Choose another name with --name, or drop that one first."
    case .missing: "See `augury channels list`."
    }
  }
}
