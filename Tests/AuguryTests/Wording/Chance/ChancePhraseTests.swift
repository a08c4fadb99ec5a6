import Augury
import Lexicons
import TestSupport
import Testing

/// The phrases of `phrases.tsv`, each with the table or rule that decides it.
@Suite struct ChancePhraseTests {
  struct Row: Sendable, CustomStringConvertible {
    let cells: [String]
    var description: String { "\(cells[0]) (\(cells[1]))" }
  }

  static let rows: [Row] = {
    let path = "Tests/AuguryTests/Wording/Chance/phrases.tsv"
    let text = (try? PackageRoot.text(of: path)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { Row(cells: $0.split(separator: "\t").map(String.init)) }
  }()

  static let readers: [String: ChanceReader] = Dictionary(
    uniqueKeysWithValues: Set(rows.map { $0.cells[1] }).map {
      ($0, $0 == "-" ? .standard : ChanceReader(scale: Lexicon.named($0)))
    })

  @Test func `there are more than sixty phrases, and each names what decides it`() {
    #expect(Self.rows.count > 60)
    for row in Self.rows { #expect(row.cells.count == 10, "\(row)") }
  }

  @Test(arguments: rows)
  func `a phrase is read as the table or rule that is cited has it`(row: Row) throws {
    let cells = row.cells
    let reader = try #require(Self.readers[cells[1]])
    let reading = try #require(reader.phrase(cells[0]), "\(row)")
    #expect(reading.kind.rawValue == cells[2])
    for (figure, expected) in zip([reading.low, reading.high, reading.mean], cells[3...5]) {
      guard let expected = Double(expected) else {
        #expect(figure == nil)
        continue
      }
      #expect(abs((figure ?? .nan) - expected) < 1e-6, "\(figure ?? .nan) for \(expected)")
    }
    #expect(reading.table?.id ?? "-" == cells[6])
    #expect(reading.row ?? "-" == cells[7])
    for rule in cells[8].split(separator: " ").map(String.init) {
      #expect(reading.rules.contains(rule), "\(reading.rules)")
    }
  }

  @Test func `every phrase is found in a sentence as well`() throws {
    for row in Self.rows where row.cells[1] == "-" {
      let readings = ChanceReader.standard.find(in: "It \(row.cells[0]), he said.")
      if row.cells[0].hasSuffix("often") || row.cells[0].hasSuffix("usually") {
        #expect(readings.isEmpty, "\(row)")
      } else {
        #expect(readings.count == 1, "\(row): \(readings)")
        #expect(readings.first?.mean == ChanceReader.standard.phrase(row.cells[0])?.mean, "\(row)")
      }
    }
  }
}
