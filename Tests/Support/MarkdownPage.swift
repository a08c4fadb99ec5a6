/// A Markdown page as a documentation test reads it.
package struct MarkdownPage: Sendable {
  /// A heading and what stands under it, up to the next heading of its level or above.
  package struct Section: Sendable {
    /// The heading without its marks.
    package let title: String
    /// How many marks the heading has.
    package let level: Int
    /// The lines below the heading, with fenced blocks.
    package fileprivate(set) var lines: [String] = []
    fileprivate var isOpen = true

    /// The prose with every run of white space as one space.
    package var prose: String {
      MarkdownPage.unfenced(lines).flatMap { $0.split(whereSeparator: \.isWhitespace) }
        .joined(separator: " ")
    }

    /// Whether a fenced block of this kind, which may go on with more words, stands here.
    package func hasBlock(_ kind: String) -> Bool {
      lines.contains { $0 == "```" + kind || $0.hasPrefix("```" + kind + " ") }
    }
  }

  /// The sections in order; one holds the lines of those below it as well.
  package private(set) var sections: [Section] = []
  /// The targets of the links, as they are written.
  package let links: [String]

  /// Creates the page that `text` holds.
  package init(_ text: String) {
    let lines = text.lines
    links = MarkdownPage.unfenced(lines).flatMap(MarkdownPage.links)
    var isFenced = false
    for line in lines {
      let marks = line.prefix { $0 == "#" }.count
      let isHeading = !isFenced && (1...6).contains(marks) && line.dropFirst(marks).hasPrefix(" ")
      if line.hasPrefix("```") { isFenced.toggle() }
      for index in sections.indices where sections[index].isOpen {
        if isHeading, sections[index].level >= marks {
          sections[index].isOpen = false
        } else {
          sections[index].lines.append(line)
        }
      }
      guard isHeading else { continue }
      let title = line.dropFirst(marks).split(separator: " ").joined(separator: " ")
      sections.append(Section(title: title, level: marks))
    }
  }

  /// Returns the section with this heading and level, if there is one.
  package func section(_ title: String, level: Int) -> Section? {
    sections.first { $0.title == title && $0.level == level }
  }

  /// The names by which the headings can be linked to, as GitHub makes them.
  package var anchors: Set<String> {
    Set(
      sections.map { section in
        let kept = section.title.lowercased().filter {
          $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
        }
        return String(kept.map { $0 == " " ? "-" : $0 })
      })
  }

  private static func links(in line: String) -> [String] {
    let prose = line.replacing(/`[^`]*`/, with: "code")
    let inline = prose.matches(of: /\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/).map { String($0.1) }
    let definition = prose.prefixMatch(of: /\[[^\]]+\]:\s*(\S+)/).map { String($0.1) }
    return inline + (definition.map { [$0] } ?? [])
  }

  private static func unfenced(_ lines: [String]) -> [String] {
    var isFenced = false
    return lines.filter { line in
      guard line.drop(while: { $0 == " " }).hasPrefix("```") else { return !isFenced }
      isFenced.toggle()
      return false
    }
  }
}
