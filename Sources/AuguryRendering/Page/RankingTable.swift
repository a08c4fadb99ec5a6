internal import Augury

/// The ranked sources as a table; those whose ranks overlap share a background.
struct RankingTable {
  /// What the backgrounds say.
  static let note = "Sources on the same background have ranks that overlap, each with the next."

  private let record: TrackRecord
  private let words: TrackRecordWords
  private let scale: ChartScale

  init(_ record: TrackRecord) {
    self.record = record
    words = TrackRecordWords(record)
    scale = EdgeForest.scale(record.ties.joined().compactMap { EdgeForest.Row($0) })
  }

  var table: CardTable {
    CardTable(
      [
        .init("source"), .init("scored of recorded", "scored"), .init("events"),
        .init("edge with its 90 % range", "edge", style: "edge"), .init("rank", style: "rank"),
        .init("verdict", style: "words"),
      ],
      groups: record.ties.enumerated().map { place, tie in
        (place.isMultiple(of: 2) ? "tied" : "plain", tie.map(row))
      })
  }

  private func row(_ line: TrackRecord.Line) -> [HTML] {
    [
      HTML.foreign(line.name), .text(line.share), .text(line.events), edge(line),
      .text(words.rank(line) ?? "–"), .text(words.verdict(line)),
    ]
  }

  /// The shrunken edge with the raw one in its tooltip, and its range as a drawing.
  private func edge(_ line: TrackRecord.Line) -> HTML {
    guard let row = EdgeForest.Row(line) else { return "–" }
    return .pieces([
      HTML(.b, .init(.title, EdgeForest.sentence(row))) {
        NumberText.signed(row.shrunken ?? row.mean, 2)
      },
      RangeMark(row, scale, 9).cell(id: "edge-\(line.number)"),
    ])
  }
}

/// The sources that are not ranked as a table.
struct UnrankedTable {
  let lines: [TrackRecord.Line]
  let words: TrackRecordWords

  init(_ lines: [TrackRecord.Line], _ words: TrackRecordWords) {
    self.lines = lines
    self.words = words
  }

  var table: CardTable {
    CardTable(
      [
        .init("source"), .init("scored of recorded", "scored"), .init("events"),
        .init("mean Brier"), .init("verdict", style: "words"),
      ],
      lines.map { line in
        [
          HTML.foreign(line.name), .text(line.share), .text(line.events),
          .text(line.figures.statedBrier), .text(words.verdict(line)),
        ]
      })
  }
}

/// What the references would have scored as a table.
struct ReferenceTable {
  let record: TrackRecord

  init(_ record: TrackRecord) { self.record = record }

  var table: CardTable {
    let words = TrackRecordWords(record)
    return CardTable(
      [
        .init("reference"), .init("questions"), .init("events"), .init("mean Brier"),
        .init("compared"), .init("edge"), .init("90 % range"), .init("rank", style: "rank"),
      ],
      words.references.map { ReferenceCells($0, words).texts.map(HTML.text) })
  }
}

/// The cells of a reference in a table.
struct ReferenceCells {
  let texts: [String]

  init(_ reference: TrackRecord.Reference, _ words: TrackRecordWords) {
    let (figures, edge) = (reference.figures, reference.figures.edge)
    texts = [
      Sentence.capitalised(words.name(of: reference.kind)), NumberText.grouped(figures.questions),
      NumberText.grouped(figures.events), Optional(figures).statedBrier,
      edge.map { NumberText.grouped($0.count) } ?? "–",
      edge.flatMap { $0.isStated ? NumberText.signed($0.mean, 2) : nil } ?? "–",
      edge?.interval.map(NumberText.range) ?? "–",
      words.rank(reference) ?? "–",
    ]
  }
}

extension TrackRecord.Line {
  /// How many were scored of how many.
  var share: String {
    "\(NumberText.grouped(funnel.scored)) of \(NumberText.grouped(funnel.recorded))"
  }

  /// On how many events.
  var events: String { figures.map { NumberText.grouped($0.events) } ?? "–" }
}

extension SourceFigures? {
  /// The mean Brier score; a dash of so few that it would say nothing.
  var statedBrier: String {
    guard let self, self.questions >= Finding.leastScored else { return "–" }
    return NumberText.fixed(self.brier, 2)
  }
}
