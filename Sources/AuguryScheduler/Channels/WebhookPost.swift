internal import Augury
internal import AuguryRendering
internal import Crypto
internal import Glibc

/// A delivery as a POST of JSON, signed where there is a key.
struct WebhookPost {
  /// The JSON that is sent.
  let body: String
  private let headers: [String]

  /// Creates the post.
  ///
  /// The signature is HMAC-SHA-256 over the timestamp in seconds, a full stop and the body: what is
  /// caught on the way cannot be sent again later as something new.
  init(_ delivery: Delivery, key: [UInt8]?, at instant: Instant) {
    let timestamp = instant.microseconds / 1_000_000
    body = delivery.json.compact
    var headers = ["X-Augury-Timestamp: \(timestamp)", "X-Augury-Delivery: \(delivery.id)"]
    if let key {
      let code = HMAC<SHA256>.authenticationCode(
        for: Array("\(timestamp).\(body)".utf8), using: SymmetricKey(data: key))
      headers.append("X-Augury-Signature: sha256=\(HexText.write(code))")
    }
    self.headers = headers
  }

  /// The call of the program that makes the request, with the body on its standard input.
  func arguments(_ program: String, url: String, allowed: [String]) -> [String] {
    [program, "--post", "-", "--content-type", "application/json", "--limit", "1000000"]
      + headers.flatMap { ["--header", $0] } + allowed.flatMap { ["--allow", $0] } + ["--", url]
  }

  /// Reads the key from its file; line ends after it do not belong to it.
  static func key(_ path: String) throws(ChannelError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .secret(path, code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .secret(path, code: errno) }
    var key = bytes[..<count]
    while key.last == 0x0A || key.last == 0x0D { key.removeLast() }
    guard !key.isEmpty else { throw .emptySecret(path) }
    return Array(key)
  }
}
