package import Augury
package import AuguryStore

/// What came of handing a channel its notices.
package enum CourierResult: Sendable {
  /// Nothing waited.
  case nothing
  /// So many notices were delivered.
  case delivered(Int)
  /// They were not, and this is why; they wait.
  case failed(Int, ChannelFault)
}

extension ChannelFault {
  /// Tells what it means that handing over ended with an error.
  init(_ error: any Error, at instant: Instant) {
    let reason = (error as? any Explained).map { "\($0.what) \($0.remedy)" } ?? "\(error)"
    self.init(
      reason: reason, at: instant, isLasting: (error as? ChannelError)?.isPermanent ?? false)
  }
}

/// Hands what waits in the outbox to channels.
///
/// A channel that failed for good keeps what waits for it, and is not tried before somebody has put
/// it right; after any other failure it is tried again later and later.
///
/// What a channel took is recorded after it took it: when a process ends between the two, the same
/// notices come again, under the same keys.
package struct Courier {
  private let ledger: Ledger
  private let capture: Capture
  private let zone: (String?) throws -> ZoneRules

  /// Creates a courier.
  package init(
    _ ledger: Ledger, _ capture: Capture, zone: @escaping (String?) throws -> ZoneRules
  ) {
    self.ledger = ledger
    self.capture = capture
    self.zone = zone
  }

  /// Hands a channel the notices that wait for it.
  ///
  /// - Parameters:
  ///   - channel: The name of the channel.
  ///   - send: Delivers the items; what it throws is the reason why it could not.
  /// - Returns: What came of it.
  /// - Throws: ``StoreError``, or what looking up a zone throws; what the channel throws is recorded.
  package func deliver(
    to channel: String, _ send: ([AgendaItem]) throws -> Void
  ) throws -> CourierResult {
    let now = capture.clock()
    let (waiting, items) = try ledger.read { () -> ([WaitingNotice], [AgendaItem]) in
      guard let book = try NoticeBook(ledger) else { return ([], []) }
      let waiting = try Outbox(book).waiting(channel, at: now)
      guard !waiting.isEmpty else { return ([], []) }
      let maker = AgendaMaker(try ledger.now(), at: now, zone: zone)
      let items = try maker.items(
        waiting.map {
          ($0.notice.question, PlannedAsk($0.notice.step, asked: $0.notice.asked))
        })
      return (waiting, items)
    }
    guard !waiting.isEmpty else { return .nothing }
    do {
      if !items.isEmpty { try send(items) }
    } catch {
      let fault = ChannelFault(error, at: now)
      let attempts = waiting.map(\.attempts).max() ?? 0
      try record(fault, of: channel) { outbox in
        guard !fault.isLasting else { return }
        try outbox.failed(
          waiting, by: channel, reason: fault.reason,
          again: now.advanced(byMicroseconds: Courier.pause(after: attempts)))
      }
      return .failed(waiting.count, fault)
    }
    try record(nil, of: channel) { try $0.sent(waiting, by: channel, at: now) }
    return .delivered(waiting.count)
  }

  /// Records how a channel does now, together with what follows for its notices.
  func record(
    _ fault: ChannelFault?, of channel: String, _ body: (Outbox) throws -> Void = { _ in }
  ) throws {
    try ledger.write(capture) { _ in
      let outbox = Outbox(try NoticeBook(making: ledger))
      try ChannelStore(ledger).record(fault, of: channel)
      try body(outbox)
    }
  }

  /// How long to wait after so many attempts before the next, in microseconds: five minutes, twice
  /// as long each time, a day at most.
  package static func pause(after attempts: Int) -> Int64 {
    min(300 << Int64(min(max(attempts, 0), 16)), 86_400) * 1_000_000
  }
}
