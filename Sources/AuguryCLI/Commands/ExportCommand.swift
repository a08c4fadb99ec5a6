import ArgumentParser
import Augury
import AuguryFormats
import AuguryRendering
import AuguryStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the ledger out as records or as a table.",
    usage: "augury export [<options>]",
    discussion: """
      `--format jsonl` (the default) writes the exact records, one a line: importing them where \
      there is no ledger yet restores the same root. `--format csv` writes Augury CSV, which keeps \
      forecasts and outcomes; --lossless leaves out the apostrophe that keeps a spreadsheet from \
      taking a cell for a formula.

      EXAMPLE
        augury export > ledger.jsonl
        augury export --format csv > forecasts.csv
      """)

  @OptionGroup var options: ReadOptions

  @Flag(help: "Write CSV cells exactly as they are.")
  var lossless = false

  func run() throws {
    let vantage = try Vantage(options)
    switch options.common.format ?? .jsonl {
    case .jsonl: try records(vantage)
    case .csv: try table(vantage)
    case .table, .json, .markdown, .html:
      throw UsageError(
        "An export is a stream of records or a table of forecasts.",
        "Give --format jsonl or --format csv.")
    }
  }

  private func records(_ vantage: Vantage) throws {
    try vantage.ledger.read {
      var out: [UInt8] = []
      try vantage.ledger.records(through: vantage.snapshot.seq) { seq, record, leaf in
        out += record ?? Array(RecordFile.redacted(seq, leaf?.hex ?? "").utf8)
        out.append(UInt8(ascii: "\n"))
        guard out.count > 1 << 18 else { return }
        Terminal.write(bytes: out)
        out.removeAll(keepingCapacity: true)
      }
      Terminal.write(bytes: out)
    }
  }

  private func table(_ vantage: Vantage) throws {
    try vantage.ledger.read {
      var export = TableExport(vantage.snapshot, guardFormulas: !lossless)
      try export.write()
    }
  }
}
