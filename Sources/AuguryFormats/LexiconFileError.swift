package import Augury

/// Why a file is not a lexicon that can be taken.
package enum LexiconFileError: Error, Sendable, Equatable {
  /// The file is not JSON.
  case json(JSONError)
  /// The file does not say that it is of a form known here.
  case form(String)
  /// A member is missing or has the wrong form; `place` is the lexicon or one of its rows.
  case member(String, place: String, needed: String)
  /// A member has no meaning here.
  case unknownMember(String, place: String)
  /// The id has other characters than small letters, digits and hyphens.
  case identifier(String)
  /// A phrase is not written as phrases are looked up.
  case phrase(String, suggestion: String)
  /// A phrase stands twice.
  case repeated(String)
  /// A figure is no fraction of 1.
  case outside(String, place: String, value: String)
  /// The ends of a range, or quantiles, do not ascend.
  case unordered(place: String)
}

extension LexiconFileError: Explained {
  /// Always `invalid`: the file cannot be taken as it is.
  package var kind: FailureKind { .invalid }

  /// The fault, with the place in the file.
  package var what: String {
    switch self {
    case .json(let error): "The lexicon is not JSON: \(error.what)"
    case .form(let form): "“\(form)” is not a form of lexicon known here."
    case .member(let name, let place, _): "\(place) has no usable member “\(name)”."
    case .unknownMember(let name, let place): "\(place) has an unknown member “\(name)”."
    case .identifier(let id): "“\(id)” is not the id of a lexicon."
    case .phrase(let phrase, _): "The phrase “\(phrase)” cannot be looked up as it is written."
    case .repeated(let phrase): "The phrase “\(phrase)” stands twice in the lexicon."
    case .outside(let name, let place, let value):
      "\(place) has \(value) as “\(name)”, which is no fraction of 1."
    case .unordered(let place): "\(place) has figures that do not ascend."
    }
  }

  /// What to change in the file.
  package var remedy: String {
    switch self {
    case .json(let error): error.remedy
    case .form: "Begin with \"format\": \"\(LexiconFile.form)\"."
    case .member(_, _, let needed): "Give it \(needed)."
    case .unknownMember(let name, _): "Remove “\(name)”, or correct its spelling."
    case .identifier: "Use 1 to 40 small letters, digits and hyphens, such as desk-2026."
    case .phrase(_, let suggestion):
      suggestion.isEmpty
        ? "Write 1 to 12 words in small letters with single spaces."
        : "Write “\(suggestion)”."
    case .repeated: "Keep it in one row."
    case .outside: "Write a number from 0 to 1, such as 0.55 for 55 %."
    case .unordered: "Let the figures rise: low up to high, q05 up to q95."
    }
  }
}
