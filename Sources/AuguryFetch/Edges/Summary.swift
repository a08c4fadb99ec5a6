import Augury
import Crypto

/// The line that says what a fetch brought.
struct Summary {
  /// The URL that was asked for, as it was written.
  let url: String
  let address: WebAddress
  let outcome: Fetch.Outcome

  /// One JSON object, without a line's end; `charset` is left out when none is named.
  var line: String {
    let answer = outcome.answer
    let type = answer.type.map(MediaType.init)
    var members: [(String, JSONValue)] = [
      ("url", .string(url)), ("final_url", .string((outcome.redirects.last ?? address).text)),
      ("status", .integer(Int64(answer.status))), ("content_type", text(type?.name)),
      ("last_modified", text(answer.lastModified)), ("etag", text(answer.etag)),
      ("bytes", .integer(Int64(answer.body.count))), ("sha256", .string(digest)),
      ("redirects", .array(outcome.redirects.map { .string($0.text) })),
    ]
    if let charset = type?.charset { members.append(("charset", .string(charset))) }
    return JSONLine.text(members)
  }

  private var digest: String {
    SHA256.hash(data: outcome.answer.body)
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
}

/// JSON of one line.
enum JSONLine {
  /// Returns an object of the members, in canonical form.
  static func text(_ members: [(String, JSONValue)]) -> String {
    let object = JSONObject(members: members.map { JSONObject.Member(key: $0.0, value: $0.1) })
    return String(decoding: JSONValue.object(object).canonicalBytes(), as: UTF8.self)
  }
}
