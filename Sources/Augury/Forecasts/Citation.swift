/// Where something was said or read: one hop of the way from the speaker to the ledger.
///
/// The first citation of a forecast is its venue; each one after it is a relay, an outlet that
/// passed the claim on. A relay is not a source of that forecast.
public struct Citation: Sendable, Equatable {
  /// The outlet or occasion.
  public var venue: String
  /// The title of the piece.
  public var title: String?
  /// Its address.
  public var url: String?
  /// When it was published.
  public var published: SaidTime?
  /// When it was read.
  public var retrieved: SaidTime?
  /// The archived document.
  public var document: Document?

  /// Creates a citation.
  public init(
    venue: String, title: String? = nil, url: String? = nil, published: SaidTime? = nil,
    retrieved: SaidTime? = nil, document: Document? = nil
  ) {
    self.venue = venue
    self.title = title
    self.url = url
    self.published = published
    self.retrieved = retrieved
    self.document = document
  }
}

/// A file kept beside the ledger under the hash of its bytes.
public struct Document: Sendable, Hashable {
  /// The SHA-256 of its bytes, 64 hexadecimal digits in lower case.
  public var sha256: String
  /// The name it had.
  public var name: String

  /// Creates a document reference.
  public init(sha256: String, name: String) {
    self.sha256 = sha256
    self.name = name
  }
}

/// What supports a resolution: an address or an archived document.
public enum Evidence: Sendable, Hashable {
  case url(String)
  case document(Document)
}
