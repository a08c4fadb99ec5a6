/// One line of expected output, with its placeholders.
///
/// Text is compared byte by byte. In a line that holds placeholders, a run of two or more spaces
/// matches any such run, since columns move with the length of what the placeholders stand for.
/// A placeholder that binds nothing also matches its own spelling, as help texts may show it.
package struct LinePattern: Sendable {
  /// A part of a line.
  package enum Piece: Equatable, Sendable {
    case text(String)
    case gap(String)
    case placeholder(Placeholder, spelling: String)

    /// The part as it is written.
    package var spelling: String {
      switch self {
      case .text(let text), .gap(let text): text
      case .placeholder(_, let spelling): spelling
      }
    }
  }

  private let pieces: [Piece]

  /// Creates the pattern that `line` spells.
  package init(_ line: String) {
    pieces = LinePattern.pieces(of: line)
  }

  /// Returns the bindings after `line` has matched, or nil when it does not match.
  package func match(_ line: String, with bindings: Bindings) -> Bindings? {
    match(pieces[...], Array(line.utf8), 0, bindings)
  }

  private func match(
    _ pieces: ArraySlice<Piece>, _ line: [UInt8], _ start: Int, _ bindings: Bindings
  ) -> Bindings? {
    guard let piece = pieces.first else { return start == line.count ? bindings : nil }
    let rest = pieces.dropFirst()
    for end in LinePattern.ends(of: piece, in: line, from: start, bindings) {
      var bindings = bindings
      if case .placeholder(let placeholder, _) = piece, let name = placeholder.binding {
        bindings.values[name] = String(decoding: line[start..<end], as: UTF8.self)
      }
      if let matched = match(rest, line, end, bindings) { return matched }
    }
    return nil
  }

  /// Returns where `piece` may end when it begins at `start`, the longest first.
  private static func ends(
    of piece: Piece, in line: [UInt8], from start: Int, _ bindings: Bindings
  ) -> [Int] {
    switch piece {
    case .text(let text):
      return literal(text, line, start)
    case .gap:
      let end = line.scan(from: start) { $0 == 32 }
      return end - start >= 2 ? [end] : []
    case .placeholder(let placeholder, let spelling):
      let ends = placeholder.ends(in: line, from: start, bindings)
      return placeholder.binding == nil ? ends + literal(spelling, line, start) : ends
    }
  }

  private static func literal(_ text: String, _ line: [UInt8], _ start: Int) -> [Int] {
    line[start...].starts(with: text.utf8) ? [start + text.utf8.count] : []
  }

  /// Returns the names of the placeholders in `line` that bind, in order.
  package static func names(in line: String) -> [String] {
    pieces(of: line).compactMap { piece in
      guard case .placeholder(let placeholder, _) = piece else { return nil }
      return placeholder.binding
    }
  }

  /// Returns the parts of `line`; a line without placeholders is one text.
  package static func pieces(of line: String) -> [Piece] {
    let bytes = Array(line.utf8)
    var pieces: [Piece] = []
    var textStart = 0
    var position = 0
    func text(upTo end: Int) -> [Piece] {
      split(gapsIn: bytes[textStart..<end])
    }
    while position < bytes.count {
      guard bytes[position] == 60, let close = bytes[position...].firstIndex(of: 62),
        let placeholder = Placeholder(
          name: String(decoding: bytes[(position + 1)..<close], as: UTF8.self))
      else {
        position += 1
        continue
      }
      let spelling = String(decoding: bytes[position...close], as: UTF8.self)
      pieces += text(upTo: position) + [.placeholder(placeholder, spelling: spelling)]
      position = close + 1
      textStart = position
    }
    guard !pieces.isEmpty else { return [.text(line)] }
    return pieces + text(upTo: bytes.count)
  }

  private static func split(gapsIn bytes: ArraySlice<UInt8>) -> [Piece] {
    var pieces: [Piece] = []
    var start = bytes.startIndex
    var position = start
    while position < bytes.endIndex {
      let end = Array(bytes[position...]).scan(from: 0) { $0 == 32 } + position
      guard end - position >= 2 else {
        position = end + 1
        continue
      }
      if start < position {
        pieces.append(.text(String(decoding: bytes[start..<position], as: UTF8.self)))
      }
      pieces.append(.gap(String(decoding: bytes[position..<end], as: UTF8.self)))
      start = end
      position = end
    }
    guard start < bytes.endIndex else { return pieces }
    return pieces + [.text(String(decoding: bytes[start...], as: UTF8.self))]
  }
}
