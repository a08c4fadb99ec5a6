/// The commands of a Markdown page, with what each is expected to write.
///
/// A fenced block `console` holds commands (`$ `), their continuation lines (`> `, or any line
/// after one that ends in `\`) and the expected output: standard output, then standard error, then
/// `[65]` when the status is not zero. A block `console skip` is shown and not run. A block
/// `file NAME` is written to that file before later commands run. Blank lines at the end of an
/// output do not count.
package struct Transcript: Sendable {
  /// A command and the lines after it.
  package struct Command: Sendable {
    /// The line of the page on which it begins, from 1.
    package let line: Int
    /// What the shell is given, with placeholders.
    package let text: String
    /// The lines of the page, from 0, that hold the expected output and status.
    package let expectation: Range<Int>
  }

  /// A thing to do, in the order of the page.
  package enum Step: Sendable {
    case write(name: String, text: String)
    case run(Command)
  }

  /// A page that cannot be read as a transcript.
  package struct Malformed: Error, CustomStringConvertible, Sendable {
    /// The page and the line, as `path:line`.
    package let place: String
    /// What is wrong.
    package let what: String
    /// What is wrong and where.
    package var description: String { "\(place): \(what)" }
  }

  /// The name of the page, as messages give it.
  package let path: String
  /// The lines of the page.
  package let lines: [String]
  /// What there is to do.
  package private(set) var steps: [Step] = []

  /// Whether the page runs anything.
  package var hasCommands: Bool {
    steps.contains { if case .run = $0 { true } else { false } }
  }

  /// Creates the transcript that `text` holds.
  package init(path: String, text: String) throws(Malformed) {
    self.path = path
    lines = text.lines
    var position = 0
    while position < lines.count {
      guard let fence = Fence(lines[position]) else {
        position += 1
        continue
      }
      let start = position + 1
      guard let end = lines[start...].firstIndex(where: fence.isClosed(by:)) else {
        throw Malformed(place: "\(path):\(start)", what: "the fenced block has no end")
      }
      try read(fence, start..<end)
      position = end + 1
    }
  }

  private mutating func read(_ fence: Fence, _ body: Range<Int>) throws(Malformed) {
    let place = "\(path):\(body.lowerBound)"
    switch fence.words.first {
    case "console" where fence.indent > 0, "file" where fence.indent > 0:
      throw Malformed(place: place, what: "a block that runs must begin at the margin")
    case "console" where fence.words.count == 1:
      try readCommands(body)
    case "console" where fence.words != ["console", "skip"]:
      throw Malformed(place: place, what: "after console only skip may stand")
    case "file":
      guard fence.words.count == 2, !fence.words[1].hasPrefix("/"),
        !fence.words[1].split(separator: "/").contains("..")
      else { throw Malformed(place: place, what: "file needs one name inside the folder") }
      steps.append(.write(name: fence.words[1], text: lines[body].map { $0 + "\n" }.joined()))
    default:
      break
    }
  }

  private mutating func readCommands(_ body: Range<Int>) throws(Malformed) {
    var position = body.lowerBound
    while position < body.upperBound {
      let first = position
      guard lines[first].hasPrefix("$ ") else {
        // Blank lines may stand before the first command.
        guard lines[first].isEmpty else {
          throw Malformed(place: "\(path):\(first + 1)", what: "output without a command")
        }
        position += 1
        continue
      }
      var text = [String(lines[first].dropFirst(2))]
      position += 1
      while position < body.upperBound {
        let isMarked = lines[position] == ">" || lines[position].hasPrefix("> ")
        guard isMarked || text[text.count - 1].hasSuffix("\\") else { break }
        text.append(isMarked ? String(lines[position].dropFirst(2)) : lines[position])
        position += 1
      }
      let start = position
      position = lines[start..<body.upperBound].firstIndex { $0.hasPrefix("$ ") } ?? body.upperBound
      steps.append(
        .run(
          Command(
            line: first + 1, text: text.joined(separator: "\n"), expectation: start..<position)))
    }
  }
}

/// The line that opens a fenced block.
private struct Fence {
  let indent: Int
  let words: [String]
  private let mark: Character
  private let length: Int

  init?(_ line: String) {
    indent = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(indent)
    guard let mark = rest.first, mark == "`" || mark == "~" else { return nil }
    self.mark = mark
    length = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(length)
    guard length >= 3, mark == "~" || !info.contains("`") else { return nil }
    words = info.split(separator: " ").map(String.init)
  }

  func isClosed(by line: String) -> Bool {
    let rest = line.drop { $0 == " " }
    let count = rest.prefix { $0 == mark }.count
    return count >= length && rest.dropFirst(count).allSatisfy { $0 == " " }
  }
}

extension String {
  /// The lines, divided at each line feed and nowhere else; none after a last line feed.
  package var lines: [String] {
    var lines = utf8.split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
