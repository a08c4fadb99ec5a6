import Augury

/// A URL of the web, taken apart by one strict reader.
///
/// What is sent is made from these parts, so that no other reader can see another host in it.
struct WebAddress: Hashable, Sendable {
  /// The schemes that a fetch knows.
  enum Scheme: String, Sendable {
    case http, https

    /// The port where a URL names none.
    var port: Int { self == .http ? 80 : 443 }
  }

  let scheme: Scheme
  let host: Host
  let port: Int
  /// The path and the query, percent-encoded, with a slash at its beginning.
  let target: String

  /// Creates the address that `text` writes; what follows `#` is left out.
  init(_ text: String) throws(FetchError) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      WebAddress.isScheme(text.utf8[..<colon])
    else { throw .badAddress(text) }
    guard let scheme = Scheme(rawValue: text[..<colon].lowercased()) else {
      throw .otherScheme(text)
    }
    guard text[colon...].utf8.starts(with: "://".utf8), text.utf8.allSatisfy({ $0 >= 0x20 }) else {
      throw .badAddress(text)
    }
    let rest = text[text.utf8.index(colon, offsetBy: 3)...].utf8
    let end = rest.firstIndex { "/?#".utf8.contains($0) } ?? rest.endIndex
    guard !rest[..<end].contains(UInt8(ascii: "@")) else { throw .credentials }
    self.scheme = scheme
    (host, port) = try WebAddress.authority(String(rest[..<end]) ?? "", scheme, in: text)
    target = WebTarget.text(of: rest[end...].prefix { $0 != UInt8(ascii: "#") })
  }

  /// The URL as it is fetched and named in answers.
  var text: String { origin + target }

  /// The scheme, the host and the port as a URL begins with them.
  var origin: String {
    scheme.rawValue + "://" + host.text + (port == scheme.port ? "" : ":\(port)")
  }

  /// Returns the address that a redirect from this one leads to, after RFC 3986, section 5.2.
  func following(_ location: String) throws(FetchError) -> WebAddress {
    let path = target.prefix { $0 != "?" }
    if let colon = location.utf8.firstIndex(of: UInt8(ascii: ":")),
      WebAddress.isScheme(location.utf8[..<colon])
    {
      return try WebAddress(location)
    }
    if location.hasPrefix("//") { return try WebAddress(scheme.rawValue + ":" + location) }
    if location.hasPrefix("/") { return try WebAddress(origin + location) }
    if location.hasPrefix("?") { return try WebAddress(origin + path + location) }
    if location.isEmpty || location.hasPrefix("#") { return self }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return try WebAddress(origin + folder + location)
  }

  private static func isScheme(_ bytes: Substring.UTF8View) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    return bytes.first.map(isLetter) == true
      && bytes.allSatisfy { isLetter($0) || $0.isDigit || "+-.".utf8.contains($0) }
  }

  private static func authority(
    _ authority: String, _ scheme: Scheme, in text: String
  ) throws(FetchError) -> (Host, Int) {
    let colon = authority.lastIndex(of: ":")
    let bracket = authority.lastIndex(of: "]")
    guard let colon, bracket.map({ $0 < colon }) ?? true else {
      return (try host(authority), scheme.port)
    }
    let digits = authority[authority.index(after: colon)...]
    guard digits.utf8.allSatisfy(\.isDigit), digits.utf8.count <= 5,
      let port = digits.isEmpty ? scheme.port : Int(digits), (1...65535).contains(port)
    else { throw .badAddress(text) }
    return (try host(authority[..<colon]), port)
  }

  private static func host(_ text: some StringProtocol) throws(FetchError) -> Host {
    guard let host = Host(text) else { throw .oddHost(String(text)) }
    return host
  }
}
