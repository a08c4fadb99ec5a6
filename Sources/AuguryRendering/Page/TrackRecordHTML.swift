package import Augury

/// The leaderboard as an HTML file that stands by itself.
package struct TrackRecordHTML: Sendable {
  private let record: TrackRecord
  private let words: TrackRecordWords
  private let stamp: ReportStamp
  private let rows: [EdgeForest.Row]

  /// Creates the page of a track record.
  package init(_ record: TrackRecord, _ stamp: ReportStamp) {
    self.record = record
    self.stamp = stamp
    words = TrackRecordWords(record)
    rows = record.lines.compactMap { EdgeForest.Row($0) }
  }

  /// The file, as text.
  package var file: String {
    HTMLDocument(title: words.heading) {
      HTML(.main, .class("board")) {
        HTML(.header) {
          HTML(.p, .class("kicker")) { "As of \(record.policy.instant.civilDate)" }
          HTML(.h1) { "Track record" }
          if let difference = words.difference { HTML(.p, .class("lead")) { difference } }
          for line in words.counts { HTML(.p) { line } }
          for note in stamp.notes { HTML(.p) { note } }
          strip
          if let losses = words.losses { HTML(.p, .class("note")) { losses } }
        }
        ranking
        forest
        unranked
        references
        HTML(.section) {
          HTML(.h2) { "How to read this" }
          for note in words.notes where note != words.difference { HTML(.p) { note } }
        }
      }
      stamp.footer
    }.file
  }

  /// The funnel, stage by stage.
  private var strip: HTML {
    let funnel = record.funnel
    let stages = [
      (funnel.recorded, "recorded"), (funnel.scoreable, "scoreable"), (funnel.due, "due"),
      (funnel.resolved, "resolved"), (funnel.scored, "scored"),
    ]
    return HTML(.ul, .class("strip stages")) {
      for (count, label) in stages {
        HTML(.li) {
          HTML(.div) {
            HTML(.b) { NumberText.grouped(count) }
            HTML(.span) { label }
          }
        }
      }
    }
  }

  private var ranking: HTML? {
    record.ties.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "Ranked by edge" }
        RankingTable(record).table.html
        HTML(.p, .class("note")) { RankingTable.note }
      }
  }

  private var forest: HTML? {
    guard !rows.isEmpty else { return nil }
    let left = rows.count - EdgeForest.most
    return HTML(.section) {
      HTML(.h2) { "Every edge, with what luck leaves open" }
      HTML(.figure) {
        EdgeForest(rows, id: "forest", title: "Edges of all sources").drawing
        HTML(.figcaption) {
          HTML(.p) { EdgeForest.legend }
          if left > 0 {
            HTML(.p) { "Not drawn: \(Sentence.count(left, "source")) further down." }
          }
        }
      }
      HTML(.details) {
        HTML(.summary) { "The edges in numbers" }
        EdgeTable(record).table.html
      }
    }
  }

  private var unranked: HTML? {
    let lines = record.lines.filter { $0.figures?.edge?.rank == nil }
    return lines.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "Too few to judge" }
        HTML(.p, .class("note")) { words.unranked }
        UnrankedTable(lines, words).table.html
      }
  }

  private var references: HTML? {
    words.references.isEmpty
      ? nil
      : HTML(.section) {
        HTML(.h2) { "The references" }
        HTML(.p, .class("note")) { words.referenceHeading }
        ReferenceTable(record).table.html
      }
  }
}
