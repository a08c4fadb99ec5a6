import Augury
import AuguryRendering
import Testing

/// The drawings: where their marks lie, and what stands for them where they are not seen.
struct DrawingTests {
  private func read(_ drawing: HTML) throws -> MarkupNode {
    try MarkupNode(reading: "<!DOCTYPE html>\n" + drawing.markup)
  }

  private func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

  // MARK: Calibration

  @Test func `each chance of the curve is a point with its count, inside the frame`() throws {
    let curve = try #require(try NewsroomSample().page()?.curve)
    let drawing = try read(CalibrationDrawing(curve, of: "N.").drawing)
    let points = drawing.all(class: "dot")
    #expect(points.count == curve.points.count && drawing.all(class: "band").count == 1)
    for (mark, point) in zip(points, curve.points) {
      let x = try #require(Double(mark.attributes["cx"] ?? ""))
      let y = try #require(Double(mark.attributes["cy"] ?? ""))
      #expect(abs(x - (48 + 280 * point.chance)) < 0.06)
      #expect(abs(y - (310 - 280 * point.frequency)) < 0.06)
      #expect(mark.text.contains("\(point.happened) of \(point.count) happened"))
    }
    #expect(drawing.all(class: "count").count == curve.points.count)
  }

  // MARK: Edges

  private static let rows: [EdgeForest.Row] = [
    .init(name: "A", mean: 0.08, shrunken: 0.05, interval: ScoreInterval(low: 0.01, high: 0.15)),
    .init(name: "B <i>", mean: -0.02),
  ]

  @Test func `an edge without a range is a hollow point, one with it a full one`() throws {
    let drawing = try read(EdgeForest(Self.rows, id: "x", title: "Edges").drawing)
    #expect(drawing.all(class: "point").count == 1 && drawing.all(class: "hollow").count == 1)
    #expect(drawing.all(class: "raw").count == 1)
    let description = try #require(drawing.all("desc").first).text
    #expect(description.contains("A: edge +0.08, shrunken +0.05, 90 % range +0.01 to +0.15."))
    #expect(description.contains("B <i>: edge −0.02, too few events for a range."))
  }

  @Test func `edges lie on one scale, which holds all of them and 0`() throws {
    let drawing = try read(EdgeForest(Self.rows, id: "x", title: "Edges").drawing)
    func share(_ name: String, _ key: String) throws -> Double {
      let value = try #require(drawing.all(class: name).first?.attributes[key])
      return try #require(Double(value.dropLast()))
    }
    let (zero, point, hollow) = (
      try share("zero", "x1"), try share("point", "cx"), try share("hollow", "cx")
    )
    #expect(hollow < zero && zero < point && hollow > 0 && point < 100)
    // 0.05 is as far to the right of 0 as 0.02 is to the left, times 2.5.
    #expect(abs((point - zero) / (zero - hollow) - 2.5) < 0.01)
  }

  @Test func `a scale is found for any edges`() throws {
    for values in [[0, 0], [1, -1], [0.001, 0.002], [-0.9, -0.8], [.nan, .infinity]] {
      let rows = values.map { EdgeForest.Row(name: "N.", mean: $0) }
      let drawing = try read(EdgeForest(rows, id: "x", title: "Edges").drawing)
      let ticks = drawing.all(class: "tick").map(\.text)
      #expect((2...6).contains(ticks.count) && ticks.contains("0.00"), "\(ticks)")
    }
  }

  // MARK: Time

  private func entry(
    _ number: Int, _ said: String?, _ deadline: String?,
    _ outcome: TimelineEntry.Outcome = .happened
  ) throws -> TimelineEntry {
    TimelineEntry(
      number: number, chance: "70 %", said: try said.map(day), deadline: try deadline.map(day),
      outcome: outcome)
  }

  @Test func `every outcome has a sign of its own, which needs no colour`() throws {
    let entries = try TimelineEntry.Outcome.allCases.enumerated().map { place, outcome in
      try entry(place + 1, "2026-01-01", "2026-06-30", outcome)
    }
    let timeline = TimelineDrawing(entries, at: try day("2026-03-01"))
    #expect(Set(timeline.signs.map(\.sign)).count == entries.count)
    let drawing = try read(try #require(timeline.drawings.first))
    #expect(drawing.all(class: "point").count == 1 && drawing.all(class: "cross").count == 1)
    #expect(drawing.all(class: "hollow").count == 1 && drawing.all(class: "sign").count == 3)
    #expect(drawing.all(class: "wait").count == 1 && drawing.all(class: "now").count == 1)
    for outcome in TimelineEntry.Outcome.allCases {
      #expect(drawing.text.contains("by 2026-06-30, \(outcome.rawValue)."))
    }
  }

  @Test func `what has no date is counted and not drawn; the latest stay of very many`() throws {
    let entries =
      [try entry(1, nil, nil)]
      + (try (2...161).map { try entry($0, "2026-01-01", $0 % 2 == 0 ? nil : "2026-06-30") })
    let timeline = TimelineDrawing(entries, at: try day("2026-03-01"))
    #expect(timeline.dateless == 1 && timeline.earlier == 40)
    #expect(timeline.note.contains("40 earlier forecasts") && timeline.note.contains("date: 1"))
    #expect(timeline.drawings.count == 3)
    #expect(TimelineDrawing([try entry(1, nil, nil)], at: try day("2026-03-01")).drawings.isEmpty)
  }

  @Test(arguments: [
    ("2026-01-01", "2026-01-01"), ("2026-01-01", "2026-02-10"), ("2026-01-20", "2026-12-20"),
    ("2024-12-31", "2026-11-30"), ("2020-05-05", "2026-05-05"), ("1850-01-01", "2026-01-01"),
    ("0001-01-01", "9999-12-31"),
  ])
  func `any span of time has a few marks, which do not touch`(first: String, last: String) throws {
    let entries = [try entry(1, first, last)]
    let drawing = TimelineDrawing(entries, at: try day("2026-03-01")).drawings.first
    let ticks = try read(try #require(drawing)).all(class: "tick")
    #expect(ticks.count <= 6)
    let places = try ticks.map { try #require(Double(($0.attributes["x"] ?? "").dropLast())) }
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 12 })
  }
}
