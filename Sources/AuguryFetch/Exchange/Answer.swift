/// What a server answered.
struct Answer: Sendable {
  let status: Int
  /// The value of `Content-Type`, as it came.
  let type: String?
  let lastModified: String?
  let etag: String?
  /// Where the answer leads on, if it does.
  let location: String?
  /// The bytes after decompression; nothing unless the status is one of success.
  let body: [UInt8]

  /// Whether the request was done.
  var isSuccess: Bool { (200...299).contains(status) }

  /// Where a redirect leads; nothing for other answers.
  var redirect: String? { [301, 302, 303, 307, 308].contains(status) ? location : nil }
}
