package import Augury

/// A calibration curve as a plot of characters, with the band of luck shaded and n per chance.
package struct CalibrationChart: Sendable {
  private static let rows = 11
  private static let margin = 6

  private let curve: CalibrationCurve
  private let columns: Int
  private let isASCII: Bool

  /// Creates the plot of a curve, in no more than so many cells; a narrow one is half as wide.
  package init(_ curve: CalibrationCurve, width: Int = .max, isASCII: Bool) {
    self.curve = curve
    columns = width >= 41 + Self.margin + 1 ? 41 : 21
    self.isASCII = isASCII
  }

  /// The lines, the highest frequency first.
  package var lines: [String] {
    let cells = cells
    let plot = (0..<Self.rows).map { row -> String in
      let label = [0: "100 %", Self.rows / 2: "50 %", Self.rows - 1: "0 %"][row] ?? ""
      return line(label, isASCII ? "|" : "│", String(cells[row]))
    }
    let rule = String(repeating: isASCII ? "-" : "─", count: columns)
    let half = columns / 2 - 1
    let axis =
      "0 %" + TerminalText.padded("50 %", to: half, alignment: .trailing)
      + TerminalText.padded("100 %", to: half, alignment: .trailing)
    return plot + [
      line("", isASCII ? "+" : "└", rule), line("", " ", axis), line("n", " ", counts),
    ]
  }

  /// What the signs mean.
  package var legend: String {
    let (point, band, even) = isASCII ? ("o", ":", ".") : ("●", "░", "·")
    let most = curve.points.map(\.count).max() ?? 0
    return
      "Across: the chance given. Up: how often it came about (\(point)), where luck puts it nine "
      + "times in ten if the chances are right (\(band)), and the chance itself (\(even)). n: how "
      + "many predictions, at most \(NumberText.grouped(most)) at one chance."
  }

  private func line(_ label: String, _ edge: String, _ text: String) -> String {
    TerminalText.trimmed(
      TerminalText.padded(label, to: Self.margin - 1, alignment: .trailing) + " " + edge + text)
  }

  private func column(_ chance: Double) -> Int {
    Int((min(max(chance, 0), 1) * Double(columns - 1)).rounded())
  }

  private func row(_ frequency: Double) -> Int {
    Self.rows - 1 - Int((min(max(frequency, 0), 1) * Double(Self.rows - 1)).rounded())
  }

  private var cells: [[Character]] {
    var cells = [[Character]](
      repeating: [Character](repeating: " ", count: columns), count: Self.rows)
    for column in 0..<columns {
      cells[row(Double(column) / Double(columns - 1))][column] = isASCII ? "." : "·"
    }
    for point in curve.points {
      for row in row(point.band.high)...row(point.band.low) {
        cells[row][column(point.chance)] = isASCII ? ":" : "░"
      }
    }
    for point in curve.points {
      cells[row(point.frequency)][column(point.chance)] = isASCII ? "o" : "●"
    }
    return cells
  }

  /// How many forecasts gave each chance, in eighths of the most that any has.
  private var counts: String {
    var sums = [Int](repeating: 0, count: columns)
    for point in curve.points { sums[column(point.chance)] += point.count }
    let most = max(1, sums.max() ?? 1)
    let marks = Array(isASCII ? "12345678" : "▁▂▃▄▅▆▇█")
    return String(sums.map { $0 == 0 ? " " : marks[min(7, ($0 * 8 - 1) / most)] })
  }
}

extension TerminalText {
  /// Returns the text without spaces at its end.
  static func trimmed(_ text: String) -> String {
    var text = text
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }
}
