package import Augury

/// The leaderboard as Markdown.
package struct TrackRecordMarkdown: Sendable {
  private let record: TrackRecord
  private let words: TrackRecordWords
  private let stamp: ReportStamp

  /// Creates the page of a track record.
  package init(_ record: TrackRecord, _ stamp: ReportStamp) {
    self.record = record
    self.stamp = stamp
    words = TrackRecordWords(record)
  }

  /// The file, as text.
  package var file: String {
    var output = MarkdownWriter()
    output.heading(1, words.heading)
    for line in words.counts { output.paragraph(line) }
    for note in stamp.notes { output.paragraph(note) }
    output.paragraph(words.funnel)
    if let losses = words.losses { output.paragraph(losses) }
    let ranked = record.ties.flatMap(\.self)
    if !ranked.isEmpty {
      output.heading(2, "Ranked by edge")
      output.table(
        [
          "source", "scored of recorded", "events", "raw edge", "edge", "90 % range", "rank",
          "verdict",
        ],
        ranked.map { line in
          let edge = line.figures?.edge
          return counts(line) + [
            edge.map { NumberText.signed($0.mean, 2) } ?? "–",
            edge.map { NumberText.signed($0.shrunken ?? $0.mean, 2) } ?? "–",
            edge?.interval.map(NumberText.range) ?? "–", words.rank(line) ?? "–",
            words.verdict(line),
          ]
        })
    }
    let others = record.lines.filter { $0.figures?.edge?.rank == nil }
    if !others.isEmpty {
      output.heading(2, "Too few to judge")
      output.paragraph(words.unranked)
      output.table(
        ["source", "scored of recorded", "events", "mean Brier", "verdict"],
        others.map { line in
          counts(line) + [line.figures.statedBrier, words.verdict(line)]
        })
    }
    references(&output)
    output.heading(2, "How to read this")
    output.list(words.notes)
    output.stamp(stamp)
    return output.text
  }

  private func references(_ output: inout MarkdownWriter) {
    guard !words.references.isEmpty else { return }
    output.heading(2, "The references")
    output.paragraph(words.referenceHeading)
    output.table(
      ["reference", "questions", "events", "mean Brier", "compared", "edge", "90 % range", "rank"],
      words.references.map { ReferenceCells($0, words).texts })
  }

  private func counts(_ line: TrackRecord.Line) -> [String] {
    [
      line.name, line.share, line.events,
    ]
  }
}
