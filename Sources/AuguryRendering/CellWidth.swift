extension Unicode.Scalar {
  /// Whether the scalar adds no cell of its own: marks, format characters that are not drawn, and
  /// the vowels and finals of Hangul, which join their initial.
  var takesNoCell: Bool {
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark, .lineSeparator, .paragraphSeparator:
      return true
    case .format: return !isPrependedMark
    case .otherLetter:
      return (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
        || value == 0x3164 || value == 0xFFA0
    default: return false
    }
  }

  /// Whether the scalar is a mark that is drawn beside its base; the first of them takes a cell.
  var isSpacingMark: Bool {
    value >= 0x300 && properties.generalCategory == .spacingMark
  }

  /// The cells that the scalar takes by itself: 0, 1 or 2.
  var cellWidth: Int {
    if value < 0x300 { return takesNoCell ? 0 : 1 }
    if takesNoCell { return 0 }
    return WideRanges.contains(value) ? 2 : 1
  }
}

extension TerminalText {
  /// Returns the cells that the text takes on a terminal, one line of it, in graphemes.
  ///
  /// Marks take none; East Asian wide characters, emoji (joined ones too), flags and keycaps two;
  /// ambiguous ones one. Unescaped controls count as none.
  package static func width(_ text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// Returns the cells that one grapheme takes.
  static func width(of grapheme: Character) -> Int {
    let scalars = grapheme.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.index(after: scalars.startIndex) == scalars.endIndex {
      return first.isSpacingMark ? 1 : first.cellWidth
    }
    var cluster = ClusterWidth()
    for scalar in scalars { cluster.take(scalar) }
    return cluster.cells
  }
}

/// The cells of a grapheme of several scalars, added up from the first on.
private struct ClusterWidth {
  var cells = 0
  private var base: Unicode.Scalar?
  private var previous: Unicode.Scalar?
  /// The parts drawn beside the base: together one cell, while there are no more than words have.
  private var parts = 0

  mutating func take(_ scalar: Unicode.Scalar) {
    defer { previous = scalar }
    guard let base else {
      cells = scalar.isSpacingMark ? 1 : scalar.cellWidth
      if cells > 0 { self.base = scalar }
      return
    }
    if scalar.value == 0xFE0F {
      if cells == 1, base.properties.isEmoji { cells = 2 }
    } else if scalar.isSpacingMark || isJoinedConsonant(scalar) {
      parts += 1
      if parts == 1 || parts > 4 { cells += 1 }
    } else if isJoinedEmoji(scalar) {
      cells = max(cells, 2)
    } else if base.isRegionalIndicator, scalar.isRegionalIndicator {
      cells = 2
    } else {
      cells += scalar.cellWidth
    }
  }

  /// Returns whether the scalar is drawn in the cells of the emoji before it: joined by a joiner,
  /// or its skin colour.
  private func isJoinedEmoji(_ scalar: Unicode.Scalar) -> Bool {
    guard let base, let previous, base.isJoinableEmoji, scalar.isJoinableEmoji else { return false }
    if previous.value == 0x200D { return true }
    return scalar.properties.isEmojiModifier && !previous.properties.isEmojiModifier
      && (previous.isJoinableEmoji || previous.value == 0xFE0F)
  }

  /// Returns whether a virama binds the scalar to the letter before it.
  private func isJoinedConsonant(_ scalar: Unicode.Scalar) -> Bool {
    guard let previous, scalar.properties.generalCategory == .otherLetter else { return false }
    return previous.value == 0x200D || previous.properties.canonicalCombiningClass == .virama
  }
}
