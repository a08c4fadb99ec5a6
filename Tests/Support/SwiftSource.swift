/// A Swift file as an architecture test reads it: with its code told apart from words.
package struct SwiftSource: Sendable {
  /// The lines as they are written.
  package let lines: [String]
  /// The same lines with blanks in place of comments and of what stands in string literals.
  package let code: [String]

  /// Creates the source that `text` holds.
  package init(_ text: String) {
    lines = text.lines
    var scanner = Scanner(bytes: Array(text.utf8))
    code = String(decoding: scanner.blanked(), as: UTF8.self).lines
  }

  /// The modules imported, each with its line, from 1.
  package var imports: [(module: String, line: Int)] {
    let importing = SwiftSource.importing
    return lines(holding: "import").flatMap { line in
      code[line - 1].split(separator: ";").compactMap { statement in
        statement.prefixMatch(of: importing).map { (String($0.1), line) }
      }
    }
  }

  /// Returns the lines, from 1, that hold `token` in code, as a whole word where it has letters.
  package func lines(holding token: String) -> [Int] {
    let bytes = Array(token.utf8)
    return code.indices.filter { holds(bytes, Array(code[$0].utf8)) }.map { $0 + 1 }
  }

  /// Returns whether a comment of words stands on the line before `line`, both from 1.
  package func hasComment(before line: Int) -> Bool {
    guard line > 1 else { return false }
    return lines[line - 2].wholeMatch(of: /\s*\/\/+\s*\S.*/) != nil
  }

  private func holds(_ token: [UInt8], _ line: [UInt8]) -> Bool {
    guard token.count <= line.count else { return false }
    return (0...(line.count - token.count)).contains { start in
      let end = start + token.count
      guard line[start] == token[0], line[start..<end].elementsEqual(token) else { return false }
      return !(isName(token[0]) && start > 0 && isName(line[start - 1]))
        && !(isName(token[token.count - 1]) && end < line.count && isName(line[end]))
    }
  }

  private func isName(_ byte: UInt8) -> Bool {
    Characters.isWord(byte) || byte == 95
  }

  // Computed, since a regular expression is not Sendable.
  private static var importing: Regex<(Substring, Substring)> {
    /\s*(?:(?:public|package|internal|private|fileprivate|@\w+(?:\([^)]*\))?)\s+)*import\s+(?:(?:struct|class|enum|protocol|actor|typealias|func|let|var)\s+)?(\w+).*/
  }
}

/// A walk over the bytes of a Swift file that knows comments and string literals.
private struct Scanner {
  let bytes: [UInt8]
  private var position = 0
  private var result: [UInt8] = []

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func blanked() -> [UInt8] {
    while position < bytes.count {
      // A quick look first: `/`, `"` and `#` begin all that is not code.
      let byte = bytes[position]
      if byte == 47, isNext("//") {
        blank((bytes[position...].firstIndex(of: 10) ?? bytes.count) - position)
      } else if byte == 47, isNext("/*") {
        blankComment()
      } else if byte == 34 || byte == 35, let hashes = hashesBeforeQuote() {
        blankString(hashes: hashes)
      } else {
        result.append(byte)
        position += 1
      }
    }
    return result
  }

  private func isNext(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  /// Returns how many `#` stand before the quotation mark of a literal that begins here.
  private func hashesBeforeQuote() -> Int? {
    let end = bytes.scan(from: position) { $0 == 35 }
    return end < bytes.count && bytes[end] == 34 ? end - position : nil
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where position < bytes.count {
      result.append(bytes[position] == 10 ? 10 : 32)
      position += 1
    }
  }

  private mutating func blankComment() {
    var depth = 0
    repeat {
      let change = isNext("/*") ? 1 : isNext("*/") ? -1 : 0
      depth += change
      blank(change == 0 ? 1 : 2)
    } while depth > 0 && position < bytes.count
  }

  private mutating func blankString(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    blank(hashes)
    let quotes = isNext("\"\"\"") ? "\"\"\"" : "\""
    blank(quotes.utf8.count)
    let end = quotes + fence
    while position < bytes.count, bytes[position] != 34 || !isNext(end) {
      blank(hashes == 0 && bytes[position] == 92 ? 2 : 1)
    }
    blank(quotes.utf8.count + hashes)
  }
}
