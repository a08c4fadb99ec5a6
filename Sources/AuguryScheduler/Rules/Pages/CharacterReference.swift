/// The references of HTML and XML that stand for characters: `&amp;`, `&eacute;`, `&#8217;`.
enum CharacterReference {
  /// The longest reference that is looked for, in bytes.
  private static let longest = 32

  /// Appends text with its references read; what is no reference, or unknown, stays as it is.
  ///
  /// Soft hyphens are left out, since they would part words that a reader sees whole.
  static func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8]) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xAD {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "&"), let found = reference(bytes[index...].dropFirst()) {
        text += Array(found.text.utf8)
        index = found.end
        continue
      }
      text.append(bytes[index])
      index += 1
    }
  }

  /// Reads the reference behind an ampersand, up to its semicolon.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (text: String, end: Int)? {
    let name = bytes.prefix(longest).prefix { $0.isLetter || $0 &- 0x30 <= 9 || $0 == 0x23 }
    guard name.endIndex < bytes.endIndex, bytes[name.endIndex] == UInt8(ascii: ";") else {
      return nil
    }
    let written = String(decoding: name, as: UTF8.self)
    let text = written.hasPrefix("#") ? numbered(written.dropFirst()) : named(written)
    return text.map { ($0, name.endIndex + 1) }
  }

  /// Reads a number in decimal, or after an "x" in hexadecimal digits.
  private static func numbered(_ digits: Substring) -> String? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "#") }) else { return nil }
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return "\u{FFFD}" }
    if number == 0xAD { return "" }
    if (0x80...0x9F).contains(number) {
      return String(WesternText.scalar(UInt8(truncatingIfNeeded: number)))
    }
    guard number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return String(scalar)
  }

  private static func named(_ name: String) -> String? {
    if let text = names[name] { return text }
    // Letters with marks are named after both: "eacute", "Ouml".
    guard let letter = name.unicodeScalars.first, let mark = marks[String(name.dropFirst())] else {
      return nil
    }
    return String(String.UnicodeScalarView([letter, mark]))
  }

  private static let marks: [String: Unicode.Scalar] = [
    "grave": "\u{300}", "acute": "\u{301}", "circ": "\u{302}", "tilde": "\u{303}",
    "macr": "\u{304}", "breve": "\u{306}", "dot": "\u{307}", "uml": "\u{308}", "ring": "\u{30A}",
    "caron": "\u{30C}", "cedil": "\u{327}", "ogon": "\u{328}",
  ]

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "shy": "",
    "ndash": "–", "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "ldquo": "“", "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "lsaquo": "‹",
    "rsaquo": "›", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™",
    "euro": "€", "pound": "£", "yen": "¥", "cent": "¢", "deg": "°", "sect": "§", "para": "¶",
    "times": "×", "minus": "−", "plusmn": "±", "frac12": "½", "frac14": "¼", "frac34": "¾",
    "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "oslash": "ø",
    "Oslash": "Ø", "eth": "ð", "ETH": "Ð", "thorn": "þ", "THORN": "Þ", "lstrok": "ł",
    "Lstrok": "Ł", "iexcl": "¡", "iquest": "¿", "ensp": " ", "emsp": " ", "thinsp": " ",
    "zwnj": "", "zwj": "",
  ]
}
