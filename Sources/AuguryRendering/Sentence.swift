/// Pieces of English sentences around numbers.
package enum Sentence {
  private static let irregularPlurals = [
    "analysis": "analyses", "child": "children", "hypothesis": "hypotheses", "index": "indexes",
    "person": "people", "series": "series", "has": "have", "is": "are", "was": "were",
  ]

  /// Returns the number with its noun, "1 forecast" or "3,000 forecasts"; the plural may be given.
  package static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    let word = number == 1 ? noun : plural ?? self.plural(of: noun)
    return "\(NumberText.grouped(number)) \(word)"
  }

  /// Returns the plural of an English noun whose last word carries it.
  package static func plural(of noun: String) -> String {
    let start = noun.lastIndex(of: " ").map { noun.index(after: $0) } ?? noun.startIndex
    if let irregular = irregularPlurals[String(noun[start...])] {
      return noun[..<start] + irregular
    }
    let vowelBeforeY = ["ay", "ey", "oy", "uy"].contains { noun.hasSuffix($0) }
    if noun.hasSuffix("y"), !vowelBeforeY { return noun.dropLast() + "ies" }
    let hissing = ["s", "x", "z", "ch", "sh"].contains { noun.hasSuffix($0) }
    return noun + (hissing ? "es" : "s")
  }

  /// Returns the items as "a", "a and b" or "a, b and c"; of no items, the empty text.
  package static func list(_ items: [String], conjunction: String = "and") -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// Returns a share of 0 to 1 as "70 %", with one decimal where needed.
  ///
  /// What is neither 0 nor 1 is never shown as such, but as "<0.1 %" or ">99.9 %".
  package static func percent(_ share: Double) -> String {
    percentDigits(share) + " %"
  }

  /// Returns two shares of 0 to 1 as "60–85 %", or one if they look the same.
  package static func percent(from low: Double, to high: Double) -> String {
    let (low, high) = (percentDigits(low), percentDigits(high))
    return low == high ? "\(low) %" : "\(low)–\(high) %"
  }

  private static func percentDigits(_ share: Double) -> String {
    if share > 0, share < 0.0005 { return "<0.1" }
    if share < 1, share >= 0.9995 { return ">99.9" }
    let text = NumberText.fixed(share, 1, scaledByPower: 2)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Returns a size as "1 byte", "999 bytes", "12.3 MB", in powers of 1000.
  package static func bytes(_ size: Int) -> String {
    guard size >= 1000 else { return count(size, "byte") }
    var unit: UInt64 = 1
    var text = ""
    for name in ["kB", "MB", "GB", "TB", "PB", "EB"] {
      unit *= 1000
      let tenths = (UInt64(size) + unit / 20) / (unit / 10)
      text = "\(tenths / 10).\(tenths % 10) \(name)"
      if tenths < 10_000 { break }
    }
    return text
  }

  /// Returns a length of time in its largest unit, rounded, such as "3 minutes".
  ///
  /// Units go from milliseconds, "120 milliseconds", to days; below zero it has a minus sign.
  package static func duration(_ duration: Duration) -> String {
    if duration < .zero { return "−" + self.duration(.zero - duration) }
    if duration < .seconds(1) {
      let milliseconds = rounded(duration, to: .milliseconds(1))
      return milliseconds < 1000 ? count(milliseconds, "millisecond") : "1 second"
    }
    let seconds = rounded(duration, to: .seconds(1))
    if seconds < 60 { return count(seconds, "second") }
    let minutes = (seconds + 30) / 60
    if minutes < 60 { return count(minutes, "minute") }
    let hours = (seconds + 1_800) / 3_600
    if hours < 24 { return count(hours, "hour") }
    return count((seconds + 43_200) / 86_400, "day")
  }

  private static func rounded(_ duration: Duration, to unit: Duration) -> Int {
    Int((duration + unit / 2) / unit)
  }
}
