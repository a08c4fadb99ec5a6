import Augury
import AuguryFormats
import AuguryStore

/// The ledger as Augury CSV: each standing forecast with its question's outcome.
struct TableExport {
  private let snapshot: Snapshot
  private var writer: AuguryCSVWriter

  init(_ snapshot: Snapshot, guardFormulas: Bool) {
    self.snapshot = snapshot
    writer = AuguryCSVWriter(guardFormulas: guardFormulas)
  }

  mutating func write() throws {
    writer.header()
    try snapshot.tableForecasts { row in
      for row in TableExport.rows(row) { writer.row(row) }
      if writer.bytes.count > 1 << 18 { Terminal.write(bytes: writer.take()) }
    }
    Terminal.write(bytes: writer.take())
  }

  private static func rows(_ row: TableForecast) -> [AuguryCSVRow] {
    AuguryCSVRow.rows(
      row.forecast, on: row.question.question, by: row.source.name,
      outcome: row.question.resolution?.outcome, known: row.question.resolution?.known,
      withdrawn: row.withdrawn, isOpen: row.isOpen)
  }
}
