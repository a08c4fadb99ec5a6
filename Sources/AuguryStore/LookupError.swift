package import Augury

/// Why something that was named could not be found, or not alone.
package enum LookupError: Error, Sendable, Equatable {
  case noEntry(Int64, last: Int64)
  case beforeBeginning(Instant)
  case tooShort(String)
  case malformed(String)
  case noSuch(String, nouns: [String])
  case wrongKind(String, is: String, wanted: [String])
  case several(String, candidates: [String])
  case noSource(String, similar: [String])
  case noEdition(String)
}

extension LookupError: Explained {
  package var kind: FailureKind {
    switch self {
    case .noEntry, .beforeBeginning, .noSuch, .noSource, .noEdition: .notFound
    case .tooShort, .malformed, .wrongKind, .several: .invalid
    }
  }

  package var what: String {
    switch self {
    case .noEntry(let seq, let last): "There is no entry #\(seq); the last one is #\(last)."
    case .beforeBeginning(let instant): "The ledger did not exist yet at \(instant.rfc3339)."
    case .tooShort(let text): "\"\(text.clipped)\" is too short to name anything."
    case .malformed(let text): "\"\(text.clipped)\" is not an identifier."
    case .noSuch(let text, let nouns) where nouns.count > 3:
      "Nothing here is called \"\(text.clipped)\"."
    case .noSuch(let text, let nouns):
      "There is no \(nouns.joined(separator: " or ")) \"\(text.clipped)\"."
    case .wrongKind(let text, let kind, let wanted):
      "\"\(text.clipped)\" is a \(kind), not a \(wanted.joined(separator: " or "))."
    case .several(let text, let candidates):
      "\"\(text.clipped)\" could be any of \(candidates.joined(separator: ", "))."
    case .noSource(let name, _): "There is no source \"\(name.clipped)\"."
    case .noEdition(let name): "There is no edition \"\(name.clipped)\"."
    }
  }

  package var remedy: String {
    switch self {
    case .noEntry: "Give a number from 0 to the last entry's."
    case .beforeBeginning: "Give a later instant."
    case .tooShort: "Give at least \(Identifier.shortest) characters of the identifier."
    case .malformed: "Identifiers are listed by `augury list` and `augury search`."
    case .noSuch, .wrongKind: "Look it up with `augury list` or `augury search`."
    case .several: "Give one more character of it."
    case .noEdition: "See `augury editions list`."
    case .noSource(_, let similar):
      similar.isEmpty
        ? "See the names with `augury sources list`."
        : "Did you mean \(similar.map { "\"\($0.clipped)\"" }.joined(separator: " or "))?"
    }
  }
}
