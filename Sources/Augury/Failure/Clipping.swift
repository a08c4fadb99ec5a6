extension String {
  /// The text as errors quote it: whole, or its beginning and an ellipsis.
  ///
  /// It takes about 60 columns at most, and ends between graphemes. What a terminal would show as
  /// an escape counts as wide as that.
  package var clipped: String { clipped(to: 60) }

  /// The text as by ``clipped``, in so many columns.
  package func clipped(to limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var columns = 0
    var end = startIndex
    for index in indices {
      columns += unicodeScalars[index..<self.index(after: index)].reduce(0) { $0 + $1.columns }
      if columns > limit { return "\(self[..<end])…" }
      if columns < limit { end = self.index(after: index) }
    }
    return self
  }
}

extension Unicode.Scalar {
  /// About how many columns the scalar takes where errors are shown.
  fileprivate var columns: Int {
    switch value {
    case 0x20...0x7E, 0xA0...0x10FF, 0x1160...0x2E7F: 1
    case ..<0xA0: 5
    default: 2
    }
  }
}
