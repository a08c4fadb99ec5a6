package import Augury

/// The edges of sources as a drawing: one row each, the range as a line, the figure as a point.
package struct EdgeForest: Sendable {
  /// One source of the drawing.
  package struct Row: Sendable, Equatable {
    /// Its name.
    package var name: String
    /// Its mean edge.
    package var mean: Double
    /// The mean drawn towards that of all sources; nothing for a source that is shown alone.
    package var shrunken: Double?
    /// The interval of the mean; nothing where there are too few events.
    package var interval: ScoreInterval?

    /// Creates a row.
    package init(
      name: String, mean: Double, shrunken: Double? = nil, interval: ScoreInterval? = nil
    ) {
      self.name = name
      self.mean = mean
      self.shrunken = shrunken
      self.interval = interval
    }

    /// Creates the row of a line; nothing where too little was compared for any figure.
    package init?(_ line: TrackRecord.Line) {
      guard let edge = line.figures?.edge, edge.isStated else { return nil }
      self.init(
        name: line.name, mean: edge.mean, shrunken: edge.shrunken, interval: edge.interval)
    }

    /// The row as it is shown by itself, where nothing is drawn towards others.
    var alone: Row { Row(name: name, mean: mean, interval: interval) }
  }

  /// The most rows that one drawing has.
  package static let most = 60

  private let rows: [Row]
  private let id: String
  private let title: String
  private let isNamed: Bool
  private let scale: ChartScale

  private var pitch: Double { isNamed ? 46 : 34 }
  private static let head = 30.0

  /// Creates a drawing of the first sources, at most ``most``; one that is shown by itself needs no
  /// name.
  package init(_ rows: [Row], id: String, title: String, isNamed: Bool = true) {
    self.isNamed = isNamed
    self.rows = Array(rows.prefix(EdgeForest.most))
    self.id = id
    self.title = title
    scale = EdgeForest.scale(self.rows)
  }

  /// The scale that the rows of a drawing, or of a table, have in common.
  static func scale(_ rows: [Row]) -> ChartScale {
    ChartScale(
      over: rows.flatMap { row in
        [row.mean, row.shrunken ?? row.mean, row.interval?.low ?? 0, row.interval?.high ?? 0]
      })
  }

  /// The drawing; it is as wide as its place.
  package var drawing: HTML {
    let bottom = Self.head + Double(rows.count) * pitch
    return SVG.drawing(
      id: id, title: title, description: description, class: "forest", height: bottom + 28
    ) {
      axis(bottom)
      for (index, row) in rows.enumerated() {
        draw(row, Self.head + Double(index) * pitch)
      }
    }
  }

  private func axis(_ bottom: Double) -> HTML {
    let zero = scale.share(0)
    return HTML(.g) {
      for tick in scale.ticks where tick.magnitude > 1e-9 {
        SVG.upright("grid", at: scale.share(tick), from: Self.head - 8, to: bottom + 6)
      }
      for tick in shownTicks {
        SVG.label(NumberText.signed(tick, 2), at: scale.share(tick), bottom + 22)
      }
      SVG.upright("zero", at: zero, from: Self.head - 8, to: bottom + 6)
      SVG.label("← reference closer", at: 0, 13, class: "axis")
      SVG.label("source closer →", at: 1, 13, class: "axis")
    }
  }

  /// The ticks that are written: all, or every second one where they would touch.
  private var shownTicks: [Double] {
    guard scale.ticks.count > 5 else { return scale.ticks }
    let zero = scale.ticks.firstIndex { $0.magnitude < 1e-9 } ?? 0
    return scale.ticks.enumerated().filter { ($0.offset - zero).isMultiple(of: 2) }.map(\.element)
  }

  private func draw(_ row: Row, _ top: Double) -> HTML {
    HTML(.g) {
      HTML(.title) { EdgeForest.sentence(row) }
      RangeMark(row, scale, top + (isNamed ? 27 : 12)).parts
      if isNamed {
        SVG.label(
          TerminalText.truncated(row.name, to: 32), at: 0, top + 14, class: "name", anchor: "start")
        SVG.label(
          NumberText.signed(row.shrunken ?? row.mean, 2), at: 1, top + 14, class: "value",
          anchor: "end")
      }
    }
  }

  private var description: String {
    let hollow = rows.contains { $0.interval == nil }
    return "Edges over the reference; to the right of the line at 0 the source was closer. "
      + (hollow ? "A hollow point has too few events for a range. " : "")
      + rows.map(EdgeForest.sentence).joined(separator: " ")
  }

  /// What its marks stand for.
  package static let legend =
    "Filled point and figure: the edge, drawn towards the mean of all sources as far as it is unsure. "
    + "Upright stroke: the edge itself. Line: its 90 % range. Hollow point: the edge itself, of too few "
    + "events for a range."

  /// What a row says, as a sentence.
  static func sentence(_ row: Row) -> String {
    let range =
      row.interval.map {
        ", 90 % range \(NumberText.range($0))"
      } ?? ", too few events for a range"
    let shrunken = row.shrunken.map { ", shrunken \(NumberText.signed($0, 2))" } ?? ""
    return "\(row.name): edge \(NumberText.signed(row.mean, 2))\(shrunken)\(range)."
  }
}

/// The range and the points of one source, at a height of a drawing.
struct RangeMark {
  let row: EdgeForest.Row
  let scale: ChartScale
  let y: Double

  init(_ row: EdgeForest.Row, _ scale: ChartScale, _ y: Double) {
    self.row = row
    self.scale = scale
    self.y = y
  }

  var parts: HTML {
    HTML(.g) {
      if let interval = row.interval {
        let (low, high) = (scale.share(interval.low), scale.share(interval.high))
        SVG.level("range", from: low, to: high, at: y)
        SVG.upright("range", at: low, from: y - 4, to: y + 4)
        SVG.upright("range", at: high, from: y - 4, to: y + 4)
        if let shrunken = row.shrunken {
          SVG.upright("raw", at: scale.share(row.mean), from: y - 6, to: y + 6)
          SVG.disc("point", at: scale.share(shrunken), y, radius: 5)
        } else {
          SVG.disc("point", at: scale.share(row.mean), y, radius: 5)
        }
      } else {
        SVG.disc("hollow", at: scale.share(row.mean), y, radius: 4.5)
      }
    }
  }

  /// The mark by itself, for a cell of a table.
  func cell(id: String) -> HTML {
    SVG.drawing(
      id: id, title: "Edge of \(row.name)", description: EdgeForest.sentence(row), class: "bar",
      height: 2 * y
    ) {
      SVG.upright("zero", at: scale.share(0), from: 0, to: 2 * y)
      parts
    }
  }
}
