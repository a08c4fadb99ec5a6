/// A range around a figure, drawn on an axis with zero in its middle: a row of a forest plot.
package struct RangeBar: Sendable {
  /// The value at the upper end of the axis; the lower end is as far below zero.
  package let limit: Double
  /// The cells of the axis; odd, so that zero has one.
  package let width: Int

  /// Creates an axis that holds all values, with ends at a round figure.
  package init(holding values: [Double], width: Int) {
    let most = values.map(abs).max() ?? 0
    limit = max(0.05, (most * 20).rounded(.up) / 20)
    self.width = max(11, width - (width.isMultiple(of: 2) ? 1 : 0))
  }

  /// Returns the row of one figure: "─────┼──━━●━━──".
  package func row(_ mean: Double, _ interval: (low: Double, high: Double)?, isASCII: Bool)
    -> String
  {
    var cells = [Character](repeating: isASCII ? "-" : "─", count: width)
    cells[width / 2] = isASCII ? "|" : "┼"
    if let interval {
      for cell in cell(interval.low)...max(cell(interval.low), cell(interval.high)) {
        cells[cell] = isASCII ? "=" : "━"
      }
    }
    // Zero shows through the range.
    if cells[width / 2] == (isASCII ? "=" : "━") { cells[width / 2] = isASCII ? "+" : "╋" }
    cells[cell(mean)] = isASCII ? "o" : "●"
    return String(cells)
  }

  /// The figures under the axis: its ends and zero.
  package var scale: String {
    let (low, high) = (NumberText.signed(-limit, 2), NumberText.signed(limit, 2))
    return TerminalText.padded(low, to: width / 2) + "0"
      + TerminalText.padded(high, to: width / 2, alignment: .trailing)
  }

  private func cell(_ value: Double) -> Int {
    let share = (min(max(value / limit, -1), 1) + 1) / 2
    return Int((share * Double(width - 1)).rounded())
  }
}
