/// Why bytes are not an entry that this program can read.
public enum EntryError: Error, Sendable, Equatable {
  /// The bytes are not JSON in canonical form.
  case notCanonical
  /// The bytes are not JSON.
  case notJSON(JSONError)
  /// A member is missing or has the wrong form.
  case member(String)
  /// A member that this version does not know.
  case unknownMember(String)
  /// A kind of entry that this version does not know.
  case unknownKind(String)
  /// A record form newer than this version reads.
  case newerVersion(Int64)
  /// A forecast that depends on another question.
  case conditional
}

extension EntryError: Explained {
  /// What kind of failure it is.
  public var kind: FailureKind { .invalid }

  /// One sentence that names what is wrong with the record.
  public var what: String {
    switch self {
    case .notCanonical: "The record is not canonical JSON (RFC 8785)."
    case .notJSON(let error): "The record is not JSON: \(error.what)"
    case .member(let name):
      "The record's member \"\(name.clipped)\" is missing or has the wrong form."
    case .unknownMember(let name):
      "The record has a member \"\(name.clipped)\" that is not known here."
    case .unknownKind(let name):
      "The record is of kind \"\(name.clipped)\", which is not known here."
    case .newerVersion(let version):
      "The record has version \(version); this program reads versions up to \(Entry.version)."
    case .conditional: "Forecasts that are conditional on another question are not supported."
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .unknownMember, .unknownKind, .newerVersion: "Use a newer version of augury."
    case .conditional:
      "Log the forecast without its condition, and put the condition in the criteria."
    default: "Run `augury verify`, and restore from a backup if it finds damage."
    }
  }
}
