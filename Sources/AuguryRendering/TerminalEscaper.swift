/// The state of one pass over hostile text, scalar by scalar.
struct TerminalEscaper {
  let keepsLines: Bool
  private var output: [UInt8] = []
  /// The last scalar that was let through, if nothing was escaped since.
  private var previous: Unicode.Scalar?
  /// Whether the last drawn scalar was an emoji, so that a joiner may follow.
  private var followsEmoji = false
  private var joins = 0
  private var marks = 0
  private var firstHeld: Unicode.Scalar?
  private var held = 0

  init(keepsLines: Bool) {
    self.keepsLines = keepsLines
  }

  /// Takes the next scalar; the one after it decides about joiners and keycaps.
  mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) {
    if keepsLines, scalar == "\n" || (scalar == "\r" && next == "\n") {
      return endLine(scalar)
    }
    if scalar.value == 0x200D {
      return isJoiner(before: next) ? join(scalar) : show(scalar)
    }
    if scalar.value >= 0x180B, scalar.properties.isVariationSelector {
      return isVariation(scalar, before: next) ? keep(scalar) : show(scalar)
    }
    if scalar.isUnsafe { return show(scalar) }
    if scalar.takesNoCell { return mark(scalar) }
    draw(scalar)
  }

  /// Returns the safe text.
  mutating func finish() -> String {
    release()
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func draw(_ scalar: Unicode.Scalar) {
    release()
    if previous?.value != 0x200D { joins = 0 }
    marks = 0
    followsEmoji = scalar.isJoinableEmoji
    keep(scalar)
  }

  private mutating func join(_ scalar: Unicode.Scalar) {
    joins += 1
    keep(scalar)
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    guard previous != nil else { return show(scalar) }
    marks += 1
    guard marks > TerminalText.longestMarkRun else { return keep(scalar) }
    if firstHeld == nil { firstHeld = scalar }
    held += 1
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    output.append(contentsOf: scalar.utf8)
    previous = scalar
  }

  private mutating func show(_ scalar: Unicode.Scalar) {
    release()
    output.append(contentsOf: scalar.visibleEscape.utf8)
    forgetBase()
  }

  private mutating func endLine(_ scalar: Unicode.Scalar) {
    release()
    if scalar == "\n" { output.append(contentsOf: scalar.utf8) }
    forgetBase()
  }

  /// Writes what stands for the marks that were held back.
  private mutating func release() {
    guard let first = firstHeld else { return }
    output.append(contentsOf: "\(first.visibleEscape)×\(held)".utf8)
    firstHeld = nil
    held = 0
    forgetBase()
  }

  private mutating func forgetBase() {
    previous = nil
    followsEmoji = false
    joins = 0
    marks = 0
  }

  private func isJoiner(before next: Unicode.Scalar?) -> Bool {
    guard followsEmoji, joins < TerminalText.longestJoinRun, let previous, let next else {
      return false
    }
    return (previous.isJoinableEmoji || previous.value == 0xFE0F) && next.isJoinableEmoji
  }

  /// A selector is let through only where it picks between forms that exist; anywhere else it is
  /// invisible and can carry hidden data.
  private func isVariation(_ selector: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    guard held == 0, let base = previous else { return false }
    switch selector.value {
    case 0xFE0E...0xFE0F:
      if base.properties.isEmojiModifier { return false }
      return base.isJoinableEmoji || (base.isASCII && next?.value == 0x20E3)
    case 0x180B...0x180F: return (0x1820...0x18AA).contains(base.value)
    default: return base.properties.isIdeographic
    }
  }
}
