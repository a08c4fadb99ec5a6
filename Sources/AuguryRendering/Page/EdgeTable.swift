package import Augury

/// The edges of sources as the rows of a table: raw, shrunken, and their ranges.
struct EdgeTable {
  let header = ["source", "predictions", "events", "edge", "90 % range", "shrunken", "rank"]
  let rows: [[String]]

  init(_ record: TrackRecord) {
    let words = TrackRecordWords(record)
    rows = record.lines.compactMap { line in
      guard let edge = line.figures?.edge, edge.isStated else { return nil }
      return [
        line.name, NumberText.grouped(edge.count), NumberText.grouped(edge.events),
        NumberText.signed(edge.mean, 2),
        edge.interval.map(NumberText.range) ?? "–",
        edge.shrunken.map { NumberText.signed($0, 2) } ?? "–", words.rank(line) ?? "–",
      ]
    }
  }

  /// The table, as HTML.
  var table: HTMLTable { HTMLTable(header, rows, caption: "Edges in numbers") }
}

extension TrackRecord {
  /// The ranked sources in their order, those together whose ranks overlap, each with the next.
  package var ties: [[Line]] {
    var ties: [[Line]] = []
    var reach = 0
    for line in lines {
      guard let rank = line.figures?.edge?.rank else { continue }
      if rank.lowerBound <= reach {
        ties[ties.count - 1].append(line)
      } else {
        ties.append([line])
      }
      reach = max(reach, rank.upperBound)
    }
    return ties
  }
}
