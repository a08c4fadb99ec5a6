import Glibc

/// Tells work that takes time in proportion to its size from work that takes its square.
package enum Growth {
  /// Whether work of `factor` times the size takes less than the middle between `factor` and its
  /// square times as long.
  ///
  /// What counts is the time of the processor in this thread, not that of the clock, and the best
  /// of some rounds: whatever else the machine does only adds to it.
  package static func isLinear(
    from size: Int, times factor: Int, rounds: Int = 8, _ work: (_ size: Int) -> Void
  ) -> Bool {
    work(size)
    var (small, large) = (Double.infinity, Double.infinity)
    for _ in 0..<rounds {
      small = min(small, seconds { work(size) })
      large = min(large, seconds { work(size * factor) })
      if large < small * Double(factor) * Double(factor).squareRoot() { return true }
    }
    return false
  }

  private static func seconds(_ work: () -> Void) -> Double {
    let start = now()
    work()
    return now() - start
  }

  /// The time that the processor has given to this thread, in seconds.
  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
