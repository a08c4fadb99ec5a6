internal import Augury

/// The cells of a table that show what was scored and how it compares.
struct FigureCells {
  /// What stands for a figure that there is not.
  static let none = TextTable.Cell("–")

  private let funnel: Funnel?
  private let figures: SourceFigures?

  init(_ funnel: Funnel?, _ figures: SourceFigures?) {
    self.funnel = funnel
    self.figures = figures
  }

  /// The edge; nothing where there are too few events to state one.
  var stated: EdgeFigure? { figures?.edge.flatMap { $0.isStated ? $0 : nil } }

  var share: TextTable.Cell {
    funnel.map {
      .init("\(NumberText.grouped($0.scored)) of \(NumberText.grouped($0.recorded))")
    } ?? figures.map { .init(NumberText.grouped($0.questions)) } ?? Self.none
  }

  var events: TextTable.Cell { figures.map { .init(NumberText.grouped($0.events)) } ?? Self.none }

  var brier: TextTable.Cell { figures.map { .init(NumberText.fixed($0.brier, 2)) } ?? Self.none }

  /// The mean of the best and of the worst scores, where they differ.
  var bounds: TextTable.Cell {
    guard let bounds = figures?.bounds, bounds.isOpen else { return Self.none }
    let (best, worst) = (NumberText.fixed(bounds.best, 2), NumberText.fixed(bounds.worst, 2))
    return .init(best == worst ? best : "\(best)–\(worst)")
  }

  /// How many questions could be compared.
  var compared: TextTable.Cell {
    figures?.edge.map { .init(NumberText.grouped($0.count)) } ?? Self.none
  }

  /// The edge as it was scored.
  var rawEdge: TextTable.Cell {
    stated.map { .init(NumberText.signed($0.mean, 2)) } ?? Self.none
  }

  /// The edge, drawn towards the common mean where that is known.
  var edge: TextTable.Cell {
    stated.map { .init(NumberText.signed($0.shrunken ?? $0.mean, 2)) } ?? Self.none
  }

  var range: TextTable.Cell {
    guard let interval = stated?.interval else { return Self.none }
    return .init(NumberText.range(interval))
  }

  /// The edge in its range.
  func drawn(on bar: RangeBar, _ style: Styler) -> TextTable.Cell {
    stated.map { edge in
      .init(
        bar.row(
          edge.shrunken ?? edge.mean, edge.interval.map { ($0.low, $0.high) },
          isASCII: style.isASCII))
    } ?? Self.none
  }
}
