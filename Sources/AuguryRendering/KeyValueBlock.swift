/// Facts about one thing, one below the other: labels, values, lists, and sections within.
package struct KeyValueBlock: Sendable {
  /// One fact.
  package enum Item: Sendable {
    /// A label and its value; line feeds in the value start a new line.
    case field(String, String, style: TextStyle? = nil)
    /// A label and a list.
    case bullets(String, [String])
    /// A paragraph over the whole width.
    case paragraph(String, style: TextStyle? = nil)
    /// Facts of their own under a title.
    case section(KeyValueBlock)
  }

  package var title: String?
  package var items: [Item]

  /// Creates a block; without a title it has no heading line.
  package init(_ title: String? = nil, items: [Item] = []) {
    self.title = title
    self.items = items
  }

  /// Adds a label and its value; nothing if there is no value.
  package mutating func add(_ label: String, _ value: String?, style: TextStyle? = nil) {
    guard let value else { return }
    items.append(.field(label, value, style: style))
  }

  /// Returns the block as lines, each ended by a line feed and without trailing spaces.
  ///
  /// No line exceeds the width in cells (widths under 40 count as 40); without one nothing wraps.
  package func render(width: Int?, style: Styler) -> String {
    var writer = BlockWriter(width: width.map { max(40, $0) } ?? .max, style: style)
    writer.write(self, indent: 0)
    return writer.output
  }
}
