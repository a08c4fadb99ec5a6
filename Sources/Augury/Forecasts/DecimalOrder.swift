extension DecimalText {
  /// Returns whether this number is smaller than another, by all the digits of their values.
  public func isLess(than other: DecimalText) -> Bool {
    // Rounding to a double keeps the order, so only equal doubles need a second look.
    if double != other.double { return double < other.double }
    guard value != other.value, let one = try? DecimalNumber(Array(value.utf8)),
      let two = try? DecimalNumber(Array(other.value.utf8))
    else { return false }
    return one.isNegative ? two.isNearerZero(than: one) : one.isNearerZero(than: two)
  }
}
