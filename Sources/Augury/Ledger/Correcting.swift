extension EntryBody {
  /// Returns the body with a correction's changes made.
  ///
  /// - Throws: ``EntryError`` when the changed members are not such a body any more, or when they
  ///   touch a member that no correction may change.
  public func corrected(by correction: Correction) throws(EntryError) -> EntryBody {
    var writer = CanonicalWriter(reserving: 512)
    encode(into: &writer)
    guard let value = try? JSONValue(parsing: writer.bytes, limits: .large),
      case .object(let object) = value
    else { throw .notCanonical }
    var members = object.members
    for change in correction.changes.members {
      guard correctable.contains(change.key) else { throw .member(change.key) }
      members.removeAll { $0.key == change.key }
      if case .null = change.value { continue }
      members.append(change)
    }
    return try EntryBody(kind, JSONObject(members: members))
  }

  /// The members that a correction may change: never an identity, a stamp or a criterion.
  private var correctable: Set<String> {
    switch self {
    case .source: ["kind", "name"]
    case .question: ["text", "unit"]
    case .forecast:
      [
        "baseline", "citations", "negated", "parts", "probability", "said", "source", "window",
        "wording",
      ]
    default: []
    }
  }
}

extension Question {
  /// Moves the criteria or the deadline.
  public mutating func amend(by amendment: Amendment) {
    criteria = amendment.criteria ?? criteria
    deadline = amendment.deadline ?? deadline
  }

  /// Puts tags on and takes tags off.
  public mutating func tag(by tagging: Tagging) {
    tags = Set(tags).union(tagging.added).subtracting(tagging.removed).sorted()
  }
}

extension EntryBody {
  /// Returns the members that differ from another body of the same kind; null for one that is gone.
  public func members(changedFrom other: EntryBody) -> [JSONObject.Member] {
    let before = other.object
    let after = object
    var changes = after.members.filter { member in
      before[member.key].map { $0.canonicalBytes() } != member.value.canonicalBytes()
    }
    for member in before.members where after[member.key] == nil {
      changes.append(JSONObject.Member(key: member.key, value: .null))
    }
    return changes
  }

  private var object: JSONObject {
    var writer = CanonicalWriter(reserving: 512)
    encode(into: &writer)
    guard case .object(let object)? = try? JSONValue(parsing: writer.bytes, limits: .large) else {
      return JSONObject()
    }
    return object
  }
}
