import Augury

/// Why nothing was fetched.
enum FetchError: Explained, Equatable {
  /// What stands for the URL is none.
  case badAddress(String)
  /// The URL has another scheme than http and https.
  case otherScheme(String)
  /// The URL holds a name or a password.
  case credentials
  /// The host is neither a name in ASCII nor an address in its plain form.
  case oddHost(String)
  /// The host leads to an address that is not of the public internet.
  case notPublic(host: String, port: Int, address: String, kind: String)
  /// The system knows no address for the host.
  case unresolved(host: String, detail: String)
  /// No connection came about with any address of the host.
  case unreachable(host: String, port: Int, detail: String)
  /// The other side closed the connection before it had answered.
  case closed(host: String)
  /// The other side could not prove to be the host.
  case notTrusted(host: String, detail: String)
  /// The exchange took longer than it may.
  case timedOut(seconds: Double)
  /// The answer leads on once more than it may.
  case tooManyRedirects(limit: Int)
  /// The answer is longer than it may be.
  case tooLarge(limit: Int)
  /// The answer ended before its end.
  case cutShort(host: String)
  /// The answer breaks the rules of HTTP.
  case malformed(host: String, detail: String)
  /// The answer is packed in a way that a fetch does not know.
  case otherEncoding(String)
  /// The server answered with another status than one of success.
  case status(Int, url: String)
  /// What `--allow` names is no host and port.
  case badAllowance(String)
  /// What `--header` gives is no header.
  case badHeader(String)
  /// The header is set by the program itself.
  case ownHeader(String)
  /// A number lies outside its range.
  case outOfRange(option: String, range: String)
  /// A type was given, but nothing that has it.
  case typeWithoutBody

  var kind: FailureKind {
    switch self {
    case .badAllowance, .badHeader, .ownHeader, .outOfRange, .typeWithoutBody: .usage
    case .unresolved, .unreachable, .closed, .timedOut: .unavailable
    case .status(404, _), .status(410, _): .notFound
    case .status(408, _), .status(429, _), .status(500..., _): .unavailable
    default: .invalid
    }
  }
}
