package import Augury

/// Forecasts and their outcomes along time: a line for each, from the day it was said to its deadline.
package struct Timeline: Sendable {
  /// The most forecasts that are drawn.
  package static let most = 20

  private let forecasts: [(forecast: AssessedForecast, said: CivilDate, deadline: CivilDate)]
  private let all: Int

  /// Creates the timeline of forecasts in the order in which they were said; nothing when none has
  /// both a date and a deadline.
  package init?(_ forecasts: [AssessedForecast]) {
    let dated = forecasts.compactMap { forecast in
      forecast.said.flatMap { said in
        forecast.deadline.map { (forecast: forecast, said: said, deadline: $0.day) }
      }
    }
    guard !dated.isEmpty else { return nil }
    self.forecasts = Array(dated.suffix(Self.most))
    all = forecasts.count
  }

  /// What the chart shows.
  package func sentence(isASCII: Bool) -> String {
    let shown = Sentence.spelled(forecasts.count, "prediction")
    let start =
      forecasts.count == all
      ? "Each line runs"
      : "The last \(shown) with a date and a deadline, of \(NumberText.grouped(all)). Each line runs"
    let marks = Mark.allCases.filter { mark in forecasts.contains { Mark($0.forecast) == mark } }
    let legend = marks.map { "\($0.sign(isASCII)) \($0.rawValue)" }
    return start + " from the day it was said to its deadline: \(Sentence.list(legend))."
  }

  /// The lines, each with the name of its forecast, in no more than so many cells.
  package func lines(
    width: Int, isASCII: Bool, name: (AssessedForecast) -> String
  ) -> [String] {
    let first = forecasts.map(\.said.dayNumber).min() ?? 0
    let last = max(first + 1, forecasts.map(\.deadline.dayNumber).max() ?? 0)
    let names = forecasts.map { TerminalText.escape(name($0.forecast)) }
    let margin = min(names.map(TerminalText.width).max() ?? 0, width / 3)
    let room = max(20, width - margin - 2)
    func cell(_ day: CivilDate) -> Int {
      max(0, (day.dayNumber - first) * (room - 1) / (last - first))
    }
    let rows = zip(forecasts, names).map { row, name -> String in
      var cells = [Character](repeating: " ", count: room)
      let (start, end) = (cell(row.said), max(cell(row.said), cell(row.deadline)))
      for cell in start...end { cells[cell] = isASCII ? "-" : "─" }
      cells[start] = isASCII ? "o" : "●"
      cells[end] = Mark(row.forecast).sign(isASCII)
      let shown = TerminalText.truncated(name, to: margin, ellipsis: isASCII ? "..." : "…")
      return TerminalText.padded(shown, to: margin) + "  " + String(cells)
    }
    let ends = [first, last].map { Sentence.month(CivilDate(dayNumber: $0)) }
    let axis =
      String(repeating: " ", count: margin + 2) + ends[0]
      + TerminalText.padded(ends[1], to: room - ends[0].utf8.count, alignment: .trailing)
    return ([axis] + rows).map(TerminalText.trimmed)
  }

  /// How a forecast ended.
  private enum Mark: String, CaseIterable {
    case yes = "came about"
    case no = "did not"
    case early = "came about already, not due yet"
    case open = "not due yet"
    case options = "scored over options"
    case other = "not scored"

    init(_ forecast: AssessedForecast) {
      switch (forecast.standing, forecast.happened) {
      case (.scored, true?): self = .yes
      case (.scored, false?): self = .no
      case (.scored, nil): self = .options
      case (.notDue, _): self = forecast.cameAboutEarly ? .early : .open
      default: self = .other
      }
    }

    func sign(_ isASCII: Bool) -> Character {
      switch self {
      case .yes: isASCII ? "+" : "✓"
      case .no: isASCII ? "x" : "✗"
      case .early: isASCII ? "*" : "◐"
      case .open: isASCII ? ">" : "○"
      case .options: isASCII ? "#" : "◆"
      case .other: "?"
      }
    }
  }
}
