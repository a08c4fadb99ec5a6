internal import Dispatch

/// Runs work on a database beside work that does not touch it.
enum Beside {
  /// Runs both at once where there are two processors, and returns when both are done.
  ///
  /// The caller sees to it that the two share nothing.
  static func run(
    _ other: @escaping () -> Void, _ work: @escaping () throws(StoreError) -> Void
  ) throws(StoreError) {
    // Unsafe: each is called on one processor only, and neither call outlives this one.
    nonisolated(unsafe) let (other, work) = (other, work)
    // Unsafe: only the work writes it, and it is read when both are done.
    nonisolated(unsafe) var failure: StoreError?
    DispatchQueue.concurrentPerform(iterations: 2) { task in
      guard task == 0 else { return other() }
      do throws(StoreError) {
        try work()
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }
}
