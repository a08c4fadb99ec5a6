package import Augury

/// When a rule is looked at again.
package enum RuleRetry {
  /// How long the first wait after a failure is, in seconds.
  static let firstWait: Int64 = 300

  /// When to look again after so many failures in a row.
  ///
  /// Without a failure it is the rule's own interval. After the first it is five minutes, and twice
  /// as long after each more, up to the rule's own interval. Nothing is left to chance, so the next
  /// look is known in advance.
  ///
  /// - Parameters:
  ///   - failures: The failures since the last look that succeeded. What cannot pass by itself
  ///     (see ``RuleError/isPassing``) is no failure here: it waits for the rule's interval.
  ///   - instant: When the last look was.
  ///   - everyHours: The rule's interval in hours.
  /// - Returns: The instant of the next look, after the last one.
  package static func next(after failures: Int, at instant: Instant, everyHours: Int) -> Instant {
    let (hours, overflows) = Int64(max(1, everyHours)).multipliedReportingOverflow(by: 3600)
    let interval = overflows ? Int64.max / 1_000_000 : min(hours, Int64.max / 1_000_000)
    guard failures > 0 else { return instant.advanced(byMicroseconds: interval * 1_000_000) }
    let wait = min(interval, firstWait << Int64(min(failures - 1, 40)))
    return instant.advanced(byMicroseconds: wait * 1_000_000)
  }
}
