/// Bars for a column of a table.
package enum Bar {
  private static let eighths = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  /// Returns a bar of exactly that many cells, filled from the left by a share of 0 to 1.
  ///
  /// Blocks are drawn to the eighth of a cell, in ASCII to the whole cell. Shares outside 0 to 1 are
  /// drawn as the nearer end, one that is not a number as empty; a share above 0 is never drawn as
  /// empty, nor one below 1 as full.
  package static func horizontal(value: Double, width: Int, isASCII: Bool = false) -> String {
    guard width > 0 else { return "" }
    let steps = width * (isASCII ? 1 : 8)
    let filled = filledSteps(value, of: steps)
    if isASCII {
      return String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    }
    let bar = String(repeating: "█", count: filled / 8) + eighths[filled % 8]
    return TerminalText.padded(bar, to: width)
  }

  private static func filledSteps(_ value: Double, of steps: Int) -> Int {
    guard value > 0 else { return 0 }
    guard value < 1 else { return steps }
    let nearest = Int(value * Double(steps) + 0.5)
    return max(min(nearest, steps - 1), min(1, steps - 1))
  }
}
