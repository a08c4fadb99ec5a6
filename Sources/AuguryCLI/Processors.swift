import Augury
import Dispatch

extension Workers {
  /// Runs parts on all processors that there are.
  static let processors = Workers { count, part in
    withoutActuallyEscaping(part) { part in
      // Unsafe: parts share nothing that another writes, and all have ended when this returns.
      nonisolated(unsafe) let part = part
      DispatchQueue.concurrentPerform(iterations: count) { part($0) }
    }
  }
}
