package import Augury

/// Why a file that reads well cannot enter the ledger.
package enum ImportError: Error, Sendable, Equatable {
  /// An outcome is said to have come about, or become known, on a day that has not come.
  case notYet(line: Int, day: CivilDate)
}

extension ImportError: Explained {
  package var kind: FailureKind { .invalid }

  package var what: String {
    switch self {
    case .notYet(let line, let day):
      "Line \(line): its question is said to be decided on \(day), which has not come yet."
    }
  }

  package var remedy: String {
    "Leave the outcome empty until it is known, or put the date right; nothing was imported."
  }
}

extension ImportError {
  /// Refuses outcomes of days that have not come anywhere on earth.
  static func check(_ questions: [ImportedQuestion], now: Instant) throws(ImportError) {
    let latest = now.civilDate.adding(days: 1)
    for question in questions {
      var days = [question.known]
      switch question.outcome {
      case .happened(let day): days.append(day)
      case .notSeen(let through): days.append(through.adding(days: 1))
      default: break
      }
      if let day = days.compactMap(\.self).first(where: { $0 > latest }) {
        throw .notYet(line: question.line, day: day)
      }
    }
  }
}
