import Foundation

/// Texts meant to harm whoever prints them, and what must not get through.
enum HostileText {
  /// Written by number, since a literal may not hold them.
  private static let noncharacters = [0x10FFFF, 0xFDD0, 0xFFFF].compactMap(Unicode.Scalar.init)
    .map { String(Character($0)) }.joined()

  static let own: [String] = [
    "=1+1", "+1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =1+1", "\u{A0}=1+1", "a\n=cmd|'/c calc'!A1",
    "\u{1B}]0;owned\u{7}", "\u{1B}[2J\u{1B}[1;1H", "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}[8m hidden",
    "\u{1B}]8;;http://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{1B}P+q544e\u{1B}\\",
    "\u{9B}31m", "a\rb overwritten", "\u{8}\u{8}\u{8}", "a\r\nb", "\u{202E}gnp.exe",
    "\u{2066}x\u{2069}", "\u{61C}\u{200E}\u{200F}", "p\u{430}ypal", "e\u{301} vs \u{E9}",
    "\u{200B}zero\u{200B}width", "a\u{200D}b", "a\u{200C}b", "\u{FEFF}BOM", "\u{2060}\u{AD}",
    "Z" + String(repeating: "\u{301}", count: 2000), "\u{301}leading mark",
    String(repeating: "👩‍👩‍👧‍👦", count: 50), "👩" + String(repeating: "\u{200D}👩", count: 500),
    "👍" + String(repeating: "\u{1F3FD}", count: 300),
    "a" + String(repeating: "\u{E0100}", count: 100),
    "a" + String(repeating: "\u{FE0F}", count: 100),
    "x\u{E0041}\u{E0042}\u{E007F}", "\u{D7FF}\u{E000}", noncharacters,
    "NUL\u{0}byte", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "javascript:alert(1)", "../../../etc/passwd", "C:\\..\\x", "'; drop table e; --", "%s%n%x",
    "${jndi:ldap://x}", "{{7*7}}", "line1\u{2028}line2\u{2029}", "\u{85}nel", "\u{7F}",
    "क" + String(repeating: "\u{94D}क", count: 200),
    "ᄀ" + String(repeating: "\u{1161}", count: 300),
    "\u{3164}\u{115F}\u{1160}\u{FFA0}", String(repeating: "a", count: 100_000),
    "مرحبا بالعالم", "日本語のテキスト", "🇩🇪🇫🇷", "1️⃣", "trailing   ", "",
  ]

  /// The shared list, or nil where it is not at hand.
  static let shared: [String]? = {
    let folder =
      ProcessInfo.processInfo.environment["AUGURY_REFERENCE_DATA"]
      .map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "../shared")
    let file = folder.appending(path: "vectors/integrity/hostile/naughty-strings.json")
    guard let data = try? Data(contentsOf: file) else { return nil }
    return try? JSONSerialization.jsonObject(with: data) as? [String]
  }()

  static var all: [String] { own + (shared ?? []) }

  /// Returns the first scalar that must not reach a terminal raw; a list of its own, kept apart from
  /// the one of the code under test.
  static func danger(in text: String, allowing allowed: String = "") -> Unicode.Scalar? {
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars where !allowed.unicodeScalars.contains(scalar) {
      switch scalar.value {
      case 0...0x1F, 0x7F...0x9F, 0xAD, 0x61C, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E,
        0x2060...0x206F, 0xFEFF, 0xE0000...0xE007F, 0xE000...0xF8FF, 0xF0000...0x10FFFF:
        return scalar
      case 0x200D where previous?.properties.isEmoji != true && previous?.value != 0xFE0F:
        return scalar
      default: previous = scalar
      }
    }
    return nil
  }
}

/// The generator SplitMix64, so that a failing seed can be run again.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Returns scalars from all over Unicode, more often from the awkward corners.
  mutating func text(upTo length: Int) -> String {
    let corners: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0...0x9F, 0x300...0x36F, 0x600...0x6FF, 0x900...0xDFF,
      0x1100...0x11FF, 0x2000...0x206F, 0x2600...0x27BF, 0x4E00...0x4FFF, 0xFE00...0xFE0F,
      0x1F1E6...0x1F1FF, 0x1F3F0...0x1F4FF, 0x200D...0x200D, 0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      guard let corner = corners.randomElement(using: &self),
        let scalar = Unicode.Scalar(UInt32.random(in: corner, using: &self))
      else { continue }
      text.append(scalar)
    }
    return String(text)
  }
}
