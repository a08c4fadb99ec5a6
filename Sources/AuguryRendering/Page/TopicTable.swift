internal import Augury

/// The figures of a source by topic, as the rows of a table.
struct TopicTable {
  let header = ["topic", "scored", "events", "mean Brier", "edge", "90 % range"]
  let rows: [[String]]

  init(_ topics: [TrackRecord.Group]) {
    rows = topics.map { topic in
      let edge = topic.figures?.edge
      return [
        topic.name, NumberText.grouped(topic.figures?.questions ?? 0),
        NumberText.grouped(topic.figures?.events ?? 0),
        topic.figures.map { NumberText.fixed($0.brier, 2) } ?? "–",
        edge.map { NumberText.signed($0.mean, 2) } ?? "–",
        edge?.interval.map(NumberText.range) ?? "–",
      ]
    }
  }

  /// The table, as HTML.
  var cards: CardTable {
    CardTable(
      header.map { CardTable.Column($0, style: $0 == header.last ? "interval" : "number") },
      rows.map { $0.map(HTML.foreign) })
  }
}
