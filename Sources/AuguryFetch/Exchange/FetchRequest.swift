/// What is to be fetched, and within which limits.
struct FetchRequest: Sendable {
  /// What is posted; without it the request is a GET.
  struct Body: Sendable {
    let bytes: [UInt8]
    /// The media type; nothing when none was named.
    let type: Header?
  }

  var address: WebAddress
  var body: Body?
  /// What goes to the first host only, and to no other that a redirect leads to.
  var headers: [Header] = []
  /// The longest answer that is taken, in bytes after decompression.
  var limit = 10_000_000
  /// When the exchange must have ended, all redirects included.
  var deadline = ContinuousClock.now + .seconds(20)

  /// Returns the request that an answer with the given status and location leads to.
  ///
  /// A POST becomes a GET unless the status keeps it (307, 308). Another origin gets none of the
  /// extra headers.
  func following(_ location: String, status: Int) throws(FetchError) -> FetchRequest {
    var next = self
    next.address = try address.following(location)
    if status != 307 && status != 308 { next.body = nil }
    if next.address.origin != address.origin { next.headers = [] }
    return next
  }
}
