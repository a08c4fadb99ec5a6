package import Augury

/// The calibration curve as a drawing: how often what was given a chance came about.
package struct CalibrationDrawing: Sendable {
  private let curve: CalibrationCurve
  private let name: String

  private static let side = 280.0
  private static let left = 48.0
  private static let top = 30.0
  private static let strip = 44.0
  private static var bottom: Double { top + side }

  /// Creates the drawing of a source's curve.
  package init(_ curve: CalibrationCurve, of name: String) {
    self.curve = curve
    self.name = name
  }

  /// The drawing, scaled as a whole; its parts are styled by their classes.
  package var drawing: HTML {
    SVG.drawing(
      id: "calibration", title: "Calibration of \(name)", description: description,
      class: "calibration", viewBox: "0 0 352 422"
    ) {
      axes
      HTML(.polygon, .class("band"), .init(.points, band))
      HTML(.path, .class("diagonal"), .init(.d, diagonal))
      HTML(.polyline, .class("curve"), .init(.points, line))
      for point in curve.points {
        HTML(
          .circle, .class("dot"), .init(.cx, x(point.chance)), .init(.cy, y(point.frequency)),
          .init(.r, radius(point.count))
        ) {
          HTML(.title) { CalibrationDrawing.sentence(point) }
        }
      }
      counts
    }
  }

  /// What its lines stand for.
  static let legend =
    "Line: how often it happened. Shaded: where the line of a source whose chances are right lies "
    + "nine times in ten. Dotted: as often as said. Larger points and taller bars: more forecasts."

  /// What the drawing shows, point by point, as the rows of a table.
  var numbers: (header: [String], rows: [[String]]) {
    let rows = curve.points.map { point in
      [
        Sentence.percent(point.chance), NumberText.grouped(point.count),
        NumberText.grouped(point.happened), Sentence.percent(point.frequency),
        Sentence.percent(from: point.band.low, to: point.band.high),
      ]
    }
    return (["chance given", "forecasts", "happened", "curve", "band"], rows)
  }

  /// The same as a table.
  package var table: HTML {
    HTMLTable(numbers.header, numbers.rows, caption: "The curve in numbers").html
  }

  private var description: String {
    "Across: the chance that was given, from 0 to 100 %. Up: how often it happened. "
      + "The shaded band is where the curve of a source whose chances are right lies nine times "
      + "in ten; the dotted line is as often as said. "
      + curve.points.map(CalibrationDrawing.sentence).joined(separator: " ")
  }

  private static func sentence(_ point: CalibrationCurve.Point) -> String {
    "\(Sentence.percent(point.chance)): \(NumberText.grouped(point.happened)) of "
      + "\(NumberText.grouped(point.count)) happened."
  }

  private var axes: HTML {
    let marks = [0, 0.25, 0.5, 0.75, 1]
    return HTML(.g) {
      for mark in marks {
        HTML(.path, .class("grid"), .init(.d, segment(0, mark, 1, mark)))
        text(Sentence.percent(mark), Self.left - 6, y(mark) + 4, "end")
        text(Sentence.percent(mark), x(mark), Self.bottom + 17, "middle")
      }
      text("How often it happened", 0, 12, "start", "axis")
      text("Chance given", x(1), Self.bottom + 36, "end", "axis")
    }
  }

  /// How many forecasts gave each chance, as bars below the axis.
  private var counts: HTML {
    let most = curve.points.map(\.count).max() ?? 1
    let base = Self.bottom + Self.strip + 46
    return HTML(.g) {
      text("Forecasts", 0, Self.bottom + 36, "start", "axis")
      for point in curve.points {
        let height = max(1.5, Self.strip * Double(point.count) / Double(max(1, most)))
        HTML(
          .rect, .class("count"), .init(.x, x(point.chance) - 2), .init(.y, base - height),
          .init(.width, 4), .init(.height, height))
      }
      text(NumberText.grouped(most), Self.left - 6, base - Self.strip + 10, "end")
      text("0", Self.left - 6, base, "end")
      HTML(.path, .class("base"), .init(.d, "M\(pair(x(0), base))L\(pair(x(1), base))"))
    }
  }

  private var band: String {
    let upper = curve.points.map { pair(x($0.chance), y($0.band.high)) }
    let lower = curve.points.reversed().map { pair(x($0.chance), y($0.band.low)) }
    return (upper + lower).joined(separator: " ")
  }

  private var line: String {
    curve.points.map { pair(x($0.chance), y($0.frequency)) }.joined(separator: " ")
  }

  private var diagonal: String { segment(0, 0, 1, 1) }

  private func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
    "M\(pair(x(x1), y(y1)))L\(pair(x(x2), y(y2)))"
  }

  /// Discs whose area grows with the number of forecasts, within limits.
  private func radius(_ count: Int) -> Double {
    min(9, max(2.5, 1.6 * Double(count).squareRoot()))
  }

  private func x(_ chance: Double) -> Double { Self.left + Self.side * chance }
  private func y(_ frequency: Double) -> Double { Self.bottom - Self.side * frequency }

  private func pair(_ x: Double, _ y: Double) -> String {
    SVG.number(x) + "," + SVG.number(y)
  }

  private func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: String, _ name: String = "tick"
  ) -> HTML {
    HTML(.label, .class(name), .init(.x, x), .init(.y, y), .init(.anchor, anchor)) { text }
  }
}
