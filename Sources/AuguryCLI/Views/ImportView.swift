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
    let parts =
      [
        (result.forecasts, "forecast"), (result.sources, "source"), (result.questions, "question"),
        (result.resolutions, "resolution"),
      ]
      + [
        (result.withdrawals, "withdrawal"), (result.moves, "moved deadline"),
        (result.watching, "setting"),
      ].filter { $0.0 > 0 }
    let json: JSONOutput = [
      "forecasts": .int(Int64(result.forecasts)), "known": .int(Int64(result.known)),
      "sources": .int(Int64(result.sources)), "questions": .int(Int64(result.questions)),
      "resolutions": .int(Int64(result.resolutions)),
      "withdrawals": .int(Int64(result.withdrawals)), "moves": .int(Int64(result.moves)),
      "replaced": .int(Int64(result.replaced)), "watching": .int(Int64(result.watching)),
      "programs_left_out": .int(Int64(result.programs)),
      "batch": result.batch.map { .string($0.text) } ?? .null, "dry_run": .bool(isRehearsal),
    ]
    return Answer(json: json) { [self] _, style in
      var text =
        result.entries == 0
        ? "Nothing new in this file.\n"
        : "\(isRehearsal ? "Would add" : "Added") \(Sentence.list(parts.map(ImportView.counted))).\n"
      if result.known > 0 {
        text += "  \(NumberText.grouped(result.known)) of the file's forecasts were known already\n"
      }
      if result.replaced > 0 {
        text += "  \(ImportView.counted(result.replaced, "forecast")) put right at the origin"
        text += " took the place of what was imported before\n"
      }
      if result.programs > 0 {
        text +=
          "  left out \(ImportView.counted(result.programs, "rule")) that would run a program; "
        text += "set what you trust with `augury rules set`\n"
      }
      if let batch { text += style.styled("Undo with: augury undo \(batch)", .dim) + "\n" }
      return text
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? noun : Sentence.plural(of: noun))"
  }
}
