/// A stretch of time, half-open: it holds its first instant and not its last.
public struct InstantRange: Sendable, Hashable {
  /// The first instant inside, or nil when the range has no beginning.
  public var from: Instant?
  /// The first instant after the range, or nil when it has no end.
  public var until: Instant?

  /// Creates a range; nil leaves that end open.
  public init(from: Instant?, until: Instant?) {
    self.from = from
    self.until = until
  }

  /// Returns whether an instant lies in the range.
  public func contains(_ instant: Instant) -> Bool {
    if let from, instant < from { return false }
    if let until, instant >= until { return false }
    return true
  }
}
