package import Augury

/// Forecasts over time as drawings: a line from the day each was said to its deadline, and a sign
/// for what became of it.
package struct TimelineDrawing: Sendable {
  /// The most forecasts that are drawn; the latest.
  package static let most = 120
  /// The most forecasts of one drawing, so that a drawing fits on a printed page.
  private static let part = 40
  private static let pitch = 20.0
  private static let head = 24.0

  private let entries: [TimelineEntry]
  private let now: CivilDate

  /// How many forecasts are not drawn, as they have neither a day on which they were said nor a
  /// deadline.
  package let dateless: Int
  /// How many earlier forecasts are left out of the drawing.
  package let earlier: Int

  /// Creates the drawings of forecasts, in the order in which they are given.
  package init(_ entries: [TimelineEntry], at now: CivilDate) {
    let dated = entries.filter { $0.span(until: now) != nil }
    self.now = now
    self.entries = dated.suffix(TimelineDrawing.most)
    dateless = entries.count - dated.count
    earlier = dated.count - self.entries.count
  }

  /// The drawings, each as wide as its place; none where nothing has a date.
  package var drawings: [HTML] {
    stride(from: 0, to: entries.count, by: TimelineDrawing.part).map { start in
      drawing(Array(entries[start..<min(start + TimelineDrawing.part, entries.count)]), start)
    }
  }

  /// The signs and what they stand for, of those that are drawn.
  package var signs: [(sign: String, meaning: String)] {
    TimelineEntry.Outcome.allCases.filter { outcome in
      entries.contains { $0.outcome == outcome }
    }.map { ($0.sign, $0.rawValue) }
  }

  /// What the drawings show, and what they leave out.
  package var note: String {
    var text = "Numbers are those of the list below."
    let isNowDrawn = entries.compactMap { $0.span(until: now) }.contains {
      $0.upperBound >= now.dayNumber
    }
    if isNowDrawn { text += " The dotted line upright is \(now)." }
    if earlier > 0 { text += " The \(Sentence.count(earlier, "earlier forecast")) are not drawn." }
    if dateless > 0 { text += " Not drawn for want of a date: \(NumberText.grouped(dateless))." }
    return text
  }

  private func drawing(_ part: [TimelineEntry], _ start: Int) -> HTML {
    let spans = part.compactMap { $0.span(until: now) }
    let first = spans.map(\.lowerBound).min() ?? now.dayNumber
    let last = spans.map(\.upperBound).max() ?? now.dayNumber
    let scale = DayScale(first...max(first + 1, last))
    let bottom = Self.head + Double(part.count) * Self.pitch
    let numbers = "\(part.first?.number ?? 0) to \(part.last?.number ?? 0)"
    return SVG.drawing(
      id: "timeline-\(start / TimelineDrawing.part + 1)", title: "Forecasts \(numbers) over time",
      description: TimelineDrawing.description(part), class: "timeline", height: bottom + 8
    ) {
      HTML(
        .svg, .class("plot"), .init(.x, 108), .init(.width, "66%"), .init(.hidden, "true")
      ) {
        axis(scale, bottom)
        for (index, entry) in part.enumerated() { draw(entry, scale, TimelineDrawing.y(index)) }
      }
      for (index, entry) in part.enumerated() { caption(entry, TimelineDrawing.y(index)) }
    }
  }

  private static func y(_ index: Int) -> Double { head + (Double(index) + 0.5) * pitch }

  private func axis(_ scale: DayScale, _ bottom: Double) -> HTML {
    HTML(.g) {
      for tick in scale.ticks {
        SVG.upright("grid", at: scale.share(tick.day), from: Self.head - 6, to: bottom)
        SVG.label(tick.name, at: scale.share(tick.day), 13)
      }
      if scale.days.contains(now.dayNumber) {
        SVG.upright("now", at: scale.share(now.dayNumber), from: Self.head - 6, to: bottom)
      }
    }
  }

  private func draw(_ entry: TimelineEntry, _ scale: DayScale, _ y: Double) -> HTML? {
    guard let span = entry.span(until: now) else { return nil }
    let (from, to) = (scale.share(span.lowerBound), scale.share(span.upperBound))
    return HTML(.g) {
      SVG.level(entry.outcome == .open ? "wait" : "span", from: from, to: to, at: y)
      if entry.said != nil { SVG.upright("said", at: from, from: y - 4, to: y + 4) }
      mark(entry.outcome, to, y)
    }
  }

  private func mark(_ outcome: TimelineEntry.Outcome, _ x: Double, _ y: Double) -> HTML {
    switch outcome {
    case .happened: SVG.disc("point", at: x, y, radius: 5)
    case .open: SVG.disc("hollow", at: x, y, radius: 4.5)
    case .not, .disputed, .decided, .annulled:
      HTML(.svg, .class("mark"), .init(.x, share: x), .init(.y, y)) {
        if outcome == .not {
          HTML(.path, .class("cross"), .init(.d, "M-4.5,-4.5L4.5,4.5M-4.5,4.5L4.5,-4.5"))
        } else {
          HTML(
            .rect, .class("plate"), .init(.x, -6), .init(.y, -7), .init(.width, 12),
            .init(.height, 14))
          HTML(.label, .class("sign"), .init(.x, 0), .init(.y, 4.5), .init(.anchor, "middle")) {
            outcome.sign
          }
        }
      }
    }
  }

  private func caption(_ entry: TimelineEntry, _ y: Double) -> HTML {
    HTML(.g) {
      HTML(.label, .class("number"), .init(.x, 26), .init(.y, y + 4.5), .init(.anchor, "end")) {
        "\(entry.number)"
      }
      HTML(.label, .class("value"), .init(.x, 100), .init(.y, y + 4.5), .init(.anchor, "end")) {
        entry.chance
      }
    }
  }

  private static func description(_ part: [TimelineEntry]) -> String {
    "One row for each forecast: the line runs from the day it was said to its deadline. "
      + part.map { entry in
        let said = entry.said.map { "said \($0)" } ?? "said on an unknown day"
        let deadline = entry.deadline.map { "by \($0)" } ?? "without a deadline"
        return "\(entry.number): \(entry.chance), \(said), \(deadline), \(entry.outcome.rawValue)."
      }.joined(separator: " ")
  }
}
