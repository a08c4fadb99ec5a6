internal import Augury
internal import AuguryRendering

/// A delivery as a mail (RFC 5322, with MIME).
///
/// Lines end with a line feed, as `sendmail` takes them.
package struct MailMessage {
  /// The whole message.
  let text: String

  /// Creates the mail to an address.
  init(_ delivery: Delivery, to address: String) throws(ChannelError) {
    guard MailMessage.isAddress(address) else { throw .address(address) }
    let subject = "Augury: \(TerminalText.escape(delivery.headline))"
    let body = delivery.text.render(width: 76, style: .plain)
    let headers = [
      "To: \(address)",
      "Subject: \(EncodedWord.write(subject))",
      "Date: \(MailDate.write(delivery.agenda.instant))",
      "Message-ID: <\(delivery.id)@augury.invalid>",
      "Auto-Submitted: auto-generated",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: base64",
    ]
    text =
      headers.joined(separator: "\n") + "\n\n"
      + Base64Text.lines(Array(body.utf8)).joined(separator: "\n") + "\n"
  }

  /// Whether a text is one bare address, which cannot end its header or name a second one.
  package static func isAddress(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    let isPlain = text.utf8.allSatisfy {
      $0 > 0x20 && $0 < 0x7F && !"()<>[]:;,\\\"".utf8.contains($0)
    }
    return isPlain && parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      && !text.hasPrefix("-") && text.utf8.count <= 254
  }
}

/// Text in a header (RFC 2047).
enum EncodedWord {
  /// The most bytes of text in one word: its line has 76 characters at most, also the first one.
  private static let longest = 39

  /// Returns the text as it is if it is printable ASCII of moderate length, else as encoded words.
  static func write(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
    guard !isPlain || text.utf8.count > 66 else { return text }
    var words: [[UInt8]] = [[]]
    for scalar in text.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      if (words.last?.count ?? 0) + bytes.count > longest { words.append([]) }
      words[words.count - 1] += bytes
    }
    return words.map { "=?utf-8?B?\(Base64Text.write($0))?=" }.joined(separator: "\n ")
  }
}

/// Dates in headers (RFC 5322, 3.3), in UTC.
enum MailDate {
  static func write(_ instant: Instant) -> String {
    let day = instant.civilDate
    let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][(day.weekday + 6) % 7]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][(day.month + 11) % 12]
    let time = instant.rfc3339.dropFirst(11).prefix(8)
    return "\(weekday), \(day.day) \(month) \(day.description.prefix(4)) \(time) +0000"
  }
}

/// Bytes in base 64 (RFC 4648, 4).
enum Base64Text {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func write(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place <= group.count
            ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The same in lines of 76 characters.
  static func lines(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 57).map {
      write(Array(bytes[$0..<min($0 + 57, bytes.count)]))
    }
  }
}
