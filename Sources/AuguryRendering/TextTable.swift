/// A table for the terminal: a header, a thin rule, rows; two spaces between columns, no box.
package struct TextTable: Sendable {
  /// How the texts of a column stand to one another.
  package enum Alignment: Sendable {
    case leading, trailing
    /// Numbers with their decimal points below one another; other texts at the trailing side.
    case decimal
  }

  /// What may happen to a text that is wider than its column.
  package enum Fit: Sendable {
    /// The column keeps the width of its widest text as long as others can give way.
    case fixed
    /// The text is cut, with an ellipsis.
    case shortened
    /// The text goes on in further lines.
    case wrapped
  }

  /// A column and its place in a narrow terminal.
  package struct Column: Sendable {
    package var title: String
    package var alignment: Alignment
    package var minimumWidth: Int
    package var maximumWidth: Int?
    package var fit: Fit
    /// Columns with the highest number are left out first; one without a number stays.
    package var dropOrder: Int?

    /// Creates a column; widths are in cells and bind only where the table has a width.
    package init(
      _ title: String, alignment: Alignment = .leading, minimumWidth: Int = 8,
      maximumWidth: Int? = nil, fit: Fit = .fixed, dropOrder: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.minimumWidth = minimumWidth
      self.maximumWidth = maximumWidth
      self.fit = fit
      self.dropOrder = dropOrder
    }
  }

  /// The text of one row in one column; it may be hostile.
  package struct Cell: Sendable, ExpressibleByStringLiteral {
    package var text: String
    package var style: TextStyle?
    /// Printed once below the table; the cell gets its number, as "[1]".
    package var footnote: String?

    /// Creates a cell.
    package init(_ text: String, style: TextStyle? = nil, footnote: String? = nil) {
      self.text = text
      self.style = style
      self.footnote = footnote
    }

    package init(stringLiteral value: String) {
      self.init(value)
    }
  }

  package var columns: [Column]
  /// Rows; a missing cell counts as empty, one too many is ignored.
  package var rows: [[Cell]]

  /// Creates a table.
  package init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Adds a row at the end.
  package mutating func append(_ row: [Cell]) {
    rows.append(row)
  }

  /// Returns the table as lines, each ended by a line feed and without trailing spaces.
  ///
  /// No line exceeds the width in cells (widths under 40 count as 40): flexible columns shrink,
  /// then columns are left out, and a last line names them. Without a width nothing is cut,
  /// wrapped or left out.
  package func render(width: Int?, style: Styler) -> String {
    let layout = TableLayout(self, width: width.map { max(40, $0) })
    return TableWriter(layout: layout, style: style).text()
  }
}
