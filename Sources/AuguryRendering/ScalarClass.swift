extension Unicode.Scalar {
  /// Whether printing the scalar would steer the display, or show nothing that a person could see:
  /// controls, bidi and other format characters, separators of lines, blank fillers, and all that
  /// has no agreed meaning (private use, unassigned, noncharacters).
  ///
  /// Zero-width joiners are included: whoever allows them between emoji checks for that first.
  var isUnsafe: Bool {
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return true
    case .format: return !isPrependedMark
    default: return isBlankFiller
    }
  }

  /// Whether the scalar is a format character that is drawn, such as the Arabic number sign.
  var isPrependedMark: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Whether the scalar counts as a letter or mark and yet is invisible.
  private var isBlankFiller: Bool {
    switch value {
    case 0x34F, 0x115F...0x1160, 0x17B4...0x17B5, 0x3164, 0xFFA0: true
    default: false
    }
  }

  /// Whether the scalar may be joined to an emoji, or be the emoji that another is joined to.
  var isJoinableEmoji: Bool {
    value >= 0xA9 && !isRegionalIndicator && properties.isEmoji
  }

  /// Whether the scalar is one half of a flag.
  var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }

  /// The scalar as visible ASCII: `\n`, `\r`, `\t`, or its number, `\u{202e}`.
  var visibleEscape: String {
    switch value {
    case 0x09: "\\t"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    default: "\\u{\(String(value, radix: 16))}"
    }
  }
}
