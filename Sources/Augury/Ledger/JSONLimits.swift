/// How much JSON is read before it is refused.
public struct JSONLimits: Sendable, Hashable {
  /// The deepest nesting of arrays and objects; a lone number has depth 0.
  public let depth: Int
  /// The longest text, in bytes.
  public let bytes: Int

  /// Creates limits; the depth is held within 0…512, so that no text can exhaust the stack.
  public init(depth: Int = 64, bytes: Int = 1 << 20) {
    self.depth = min(max(depth, 0), 512)
    self.bytes = max(bytes, 0)
  }

  /// The limits for one record or one request: 64 levels, 1 MiB.
  public static let standard = JSONLimits()

  /// The limits for a whole file that a person chose: 128 levels, 1 GiB.
  public static let large = JSONLimits(depth: 128, bytes: 1 << 30)
}
