package import Augury
internal import CSQLite

/// Why the store could not do what it was asked.
package enum StoreError: Error, Sendable, Equatable {
  /// Another process held the ledger for longer than the waiting time.
  case busy
  /// The disk or the quota is full.
  case full
  /// Reading or writing failed.
  case inputOutput(String)
  /// The file is damaged.
  case damaged(String)
  /// There is no ledger at the path.
  case missing(path: String)
  /// The path cannot be opened or made.
  case cannotOpen(path: String, reason: String)
  /// The file is something else than a ledger.
  case notALedger(path: String)
  /// A ledger already stands at the path.
  case exists(path: String)
  /// The ledger was written by a newer program.
  case newer(version: Int64)
  /// Another content was put in the ledger's place after it was opened.
  case replaced
  /// The ledger may only be read.
  case readOnly
  /// The database refused a statement that this program should never send.
  case refused(String)
  /// A record cannot be read.
  case record(seq: Int64, EntryError)
}

extension StoreError: Explained {
  package var kind: FailureKind {
    switch self {
    case .busy, .full, .inputOutput: .unavailable
    case .missing: .notFound
    case .exists, .replaced: .conflict
    default: .invalid
    }
  }

  package var what: String {
    switch self {
    case .busy: "The ledger is held by another process."
    case .full: "The disk is full; nothing was written."
    case .inputOutput(let reason): "The ledger could not be read or written: \(reason)."
    case .damaged(let reason): "The ledger file is damaged: \(reason)."
    case .missing(let path): "There is no ledger at \(path)."
    case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)."
    case .notALedger(let path): "\(path) is not an Augury ledger."
    case .exists(let path): "A ledger already stands at \(path)."
    case .newer(let version):
      "The ledger has form \(version); this program knows forms up to \(Schema.version)."
    case .replaced: "The ledger was restored from another while the command ran."
    case .readOnly: "The ledger may only be read."
    case .refused(let reason): "The database refused a statement: \(reason)."
    case .record(let seq, let error): "Entry #\(seq) cannot be read: \(error.what)"
    }
  }

  package var remedy: String {
    switch self {
    case .busy: "Try again when the other command has finished."
    case .full: "Free some space and run the command again."
    case .inputOutput: "Check the disk and the permissions of the folder, then try again."
    case .damaged: "Run `augury verify`, and `augury restore` from a backup."
    case .missing: "Name another with --ledger, or create it with `augury init`."
    case .cannotOpen: "Check the path and its permissions."
    case .notALedger: "Name another file with --ledger."
    case .exists: "Name another path with --ledger."
    case .newer: "Use a newer version of augury; the file was left as it is."
    case .replaced: "See what it holds now, then run the command again; nothing was written."
    case .readOnly: "Change the permissions of the file and its folder."
    case .refused: "Please report this as a defect."
    case .record(_, let error): error.remedy
    }
  }

  /// Translates a result code of SQLite.
  static func sqlite(_ code: Int32, _ message: String) -> StoreError {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_FULL: .full
    case SQLITE_IOERR, SQLITE_NOMEM: .inputOutput(message)
    case SQLITE_CORRUPT: .damaged(message)
    case SQLITE_NOTADB: .notALedger(path: "The file")
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_CANTOPEN: .inputOutput(message)
    default: .refused(message)
    }
  }
}
