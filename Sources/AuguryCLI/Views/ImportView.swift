import Augury
import AuguryRendering
import AuguryStore

/// What an import did, or would do.
struct ImportView {
  private let result: ImportResult
  private let isRehearsal: Bool
  private let ledger: Ledger

  init(_ result: ImportResult, isRehearsal: Bool, _ ledger: Ledger) {
    self.result = result
    self.isRehearsal = isRehearsal
    self.ledger = ledger
  }

  func answer() throws -> Answer {
    let batch = try result.batch.map { try ledger.now().short($0) }
    let parts = [
      (result.forecasts, "forecast"), (result.sources, "source"), (result.questions, "question"),
      (result.resolutions, "resolution"),
    ].map { "\(NumberText.grouped($0.0)) \($0.0 == 1 ? $0.1 : Sentence.plural(of: $0.1))" }
    let json: JSONOutput = [
      "forecasts": .int(Int64(result.forecasts)), "known": .int(Int64(result.known)),
      "sources": .int(Int64(result.sources)), "questions": .int(Int64(result.questions)),
      "resolutions": .int(Int64(result.resolutions)),
      "batch": result.batch.map { .string($0.text) } ?? .null, "dry_run": .bool(isRehearsal),
    ]
    return Answer(json: json) { [self] _, style in
      var text =
        result.entries == 0
        ? "Nothing new in this file.\n"
        : "\(isRehearsal ? "Would add" : "Added") \(Sentence.list(parts)).\n"
      if result.known > 0 {
        text += "  \(NumberText.grouped(result.known)) of the file's forecasts were known already\n"
      }
      if let batch { text += style.styled("Undo with: augury undo \(batch)", .dim) + "\n" }
      return text
    }
  }
}
