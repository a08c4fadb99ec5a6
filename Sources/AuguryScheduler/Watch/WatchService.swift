package import Augury
internal import Dispatch
internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// Passes of the scheduler, one after the other, until the process is told to stop.
///
/// It sleeps by the monotonic clock, and never longer than a minute, so that it sees what happened
/// to the wall clock and to the ledger meanwhile. A pass under way is finished before it stops.
package struct WatchService: Service {
  /// The longest sleep between two passes, in seconds.
  package static let longestSleep: Int64 = 60

  private let now: @Sendable () -> Instant
  private let pass: @Sendable () -> Instant?

  /// Creates the service.
  ///
  /// - Parameters:
  ///   - now: The wall clock.
  ///   - pass: One pass; returns when the next is wanted, or nothing.
  package init(now: @escaping @Sendable () -> Instant, pass: @escaping @Sendable () -> Instant?) {
    self.now = now
    self.pass = pass
  }

  /// Runs passes until a graceful shutdown.
  package func run() async throws {
    while !Task.isCancelled && !Task.isShuttingDownGracefully {
      let next = pass()
      let wait = WatchService.sleep(until: next, now: now())
      try? await cancelWhenGracefulShutdown {
        try await Task.sleep(for: .microseconds(wait), clock: .suspending)
      }
    }
  }

  /// Returns how long to sleep, in microseconds: 10 ms at least, a minute at most.
  package static func sleep(until next: Instant?, now: Instant) -> Int64 {
    let longest = longestSleep * 1_000_000
    guard let next else { return longest }
    let (left, overflow) = next.microseconds.subtractingReportingOverflow(now.microseconds)
    return overflow ? longest : min(max(left, 10_000), longest)
  }
}

extension WatchService {
  /// Runs passes until the process is told to stop by SIGTERM or SIGINT, then returns.
  ///
  /// A second signal, or a pass that takes longer than half a minute to finish, ends it at once.
  package static func runUntilStopped(
    now: @escaping @Sendable () -> Instant, pass: @escaping @Sendable () -> Instant?
  ) throws {
    let ended = DispatchSemaphore(value: 0)
    // Unsafe: the task writes it before it signals, and it is read after.
    nonisolated(unsafe) var failure: (any Error)?
    Task {
      var configuration = ServiceGroupConfiguration(
        services: [WatchService(now: now, pass: pass)],
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: Logger(label: "augury") { _ in SwiftLogNoOpLogHandler() })
      configuration.maximumGracefulShutdownDuration = .seconds(30)
      configuration.maximumCancellationDuration = .seconds(5)
      do { try await ServiceGroup(configuration: configuration).run() } catch { failure = error }
      ended.signal()
    }
    ended.wait()
    if let failure { throw failure }
  }
}
