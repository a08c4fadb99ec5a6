internal import Augury

/// Numbers in decimal digits, for people.
package enum NumberText {
  /// Returns the value with exactly that many decimals, such as "0.25", or "−0.02" with a true
  /// minus sign.
  ///
  /// Rounds half away from zero, on the digits of the shortest decimal that reads back as the same
  /// value: 0.285 gives "0.29", as a reader of "0.285" expects. What rounds to zero has no sign.
  /// The value may be scaled by a power of ten first, which adds no binary error.
  package static func fixed(
    _ value: Double, _ decimals: Int, scaledByPower power: Int = 0
  ) -> String {
    guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "−∞" : "∞" }
    let decimals = max(0, decimals)
    var digits = ShortestDigits(of: value.magnitude, scaledByPower: power)
    digits.round(toDecimals: decimals)
    let text = digits.text(decimals: decimals)
    return value < 0 && !digits.isZero ? "−" + text : text
  }

  /// Returns the value with that many decimals and its sign, "+0.02" or "−0.02"; what rounds to
  /// zero has none.
  package static func signed(_ value: Double, _ decimals: Int) -> String {
    let text = fixed(value, decimals)
    let isPositive = value > 0 && text.utf8.contains { (0x31...0x39).contains($0) }
    return isPositive || value == .infinity ? "+" + text : text
  }

  /// Returns a range of edges with two decimals, "−0.02 to +0.10".
  static func range(_ interval: ScoreInterval) -> String {
    "\(signed(interval.low, 2)) to \(signed(interval.high, 2))"
  }

  /// Returns the number with commas between thousands, "1,000,000", and a true minus sign.
  package static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}

/// A number as 0.d₁d₂d₃… × 10^exponent, with d₁ ≠ 0 unless it is zero.
private struct ShortestDigits {
  private var digits: [UInt8] = []
  private var exponent = 0

  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// Creates the digits of a finite value that is not negative.
  init(of value: Double, scaledByPower scale: Int) {
    var pointSeen = false
    var power = 0
    var isPowerNegative = false
    var inPower = false
    for byte in value.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): pointSeen = true
      case UInt8(ascii: "e"): inPower = true
      case UInt8(ascii: "-"): isPowerNegative = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let digit = byte - UInt8(ascii: "0")
        if inPower {
          power = power * 10 + Int(digit)
        } else {
          digits.append(digit)
          if !pointSeen { exponent += 1 }
        }
      default: continue
      }
    }
    exponent += isPowerNegative ? -power : power
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent = digits.isEmpty ? 0 : exponent + scale - zeros
  }

  /// Rounds half away from zero.
  mutating func round(toDecimals decimals: Int) {
    let kept = exponent + decimals
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      digits = []
      return
    }
    let roundsUp = digits[kept] >= 5
    digits.removeSubrange(kept...)
    guard roundsUp else { return }
    var index = kept
    while index > 0 {
      index -= 1
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// Returns the digits around the point, already rounded to that many decimals.
  func text(decimals: Int) -> String {
    var text = exponent > 0 ? "" : "0"
    for place in 0..<max(0, exponent) { text += String(digit(at: place)) }
    guard decimals > 0 else { return text }
    text += "."
    for place in 0..<decimals { text += String(digit(at: exponent + place)) }
    return text
  }

  private func digit(at index: Int) -> UInt8 {
    digits.indices.contains(index) ? digits[index] : 0
  }
}
