/// What manner of thing a source is.
public enum SourceKind: String, Sendable, CaseIterable {
  case person, outlet, organisation, group, model, market
  /// The keeper of the ledger: "you".
  case own = "self"
}

/// Who is accountable for a forecast and gets scored.
public struct Source: Sendable, Equatable {
  /// Its identifier.
  public var id: Identifier
  /// The name it is shown under.
  public var name: String
  /// What manner of thing it is.
  public var kind: SourceKind

  /// Creates a source.
  public init(id: Identifier, name: String, kind: SourceKind) {
    self.id = id
    self.name = name
    self.kind = kind
  }
}
