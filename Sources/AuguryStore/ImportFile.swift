package import Augury

/// The file that an import comes from, as its batch entry names it.
package struct ImportFile: Sendable {
  package var format: String
  package var name: String
  package var sha256: String
  package var ledger: OriginLedger?

  package init(format: String, name: String, sha256: String, ledger: OriginLedger? = nil) {
    self.format = format
    self.name = name
    self.sha256 = sha256
    self.ledger = ledger
  }
}

/// What an import did, or would do.
package struct ImportResult: Sendable, Equatable {
  package var forecasts = 0
  /// Forecasts of the file that stood in the ledger, or earlier in the file.
  package var known = 0
  package var sources = 0
  package var questions = 0
  package var resolutions = 0
  package var withdrawals = 0
  /// Questions whose deadline was moved.
  package var moves = 0
  /// Forecasts that took the place of others, because they were put right where they come from.
  package var replaced = 0
  /// Settings, snoozes and rules of questions.
  package var watching = 0
  /// Rules that run a program, which were left out.
  package var programs = 0
  /// The identifier of the batch; nothing when nothing was new.
  package var batch: Identifier?

  /// How many entries follow the batch's own.
  package var entries: Int {
    forecasts + sources + questions + resolutions + withdrawals + moves + watching
      + min(replaced, 1)
  }
}
