/// A table that becomes a list of cards on a narrow screen.
///
/// As its looks change, every part names its role, so that it stays a table for those who hear it.
struct CardTable {
  /// A column: what stands over it, what stands beside its cell on a card, and its style.
  struct Column {
    var title: String
    var name: String
    var style: String

    init(_ title: String, _ name: String? = nil, style: String = "number") {
      self.title = title
      self.name = name ?? title
      self.style = style
    }
  }

  /// The columns; the first names the rows.
  let columns: [Column]
  /// The rows in groups that belong together, each with the style of its background.
  let groups: [(style: String, rows: [[HTML]])]

  /// Creates a table of rows that are all alike.
  init(_ columns: [Column], _ rows: [[HTML]]) {
    self.init(columns, groups: [("plain", rows)])
  }

  init(_ columns: [Column], groups: [(style: String, rows: [[HTML]])]) {
    self.columns = columns
    self.groups = groups
  }

  var html: HTML {
    HTML(.table, .class("cards"), .init(.role, "table")) {
      HTML(.thead, .init(.role, "rowgroup")) {
        HTML(.tr, .init(.role, "row")) {
          for column in columns {
            HTML(
              .th, .class(column.style), .init(.scope, "col"), .init(.role, "columnheader")
            ) { column.title }
          }
        }
      }
      for group in groups {
        HTML(.tbody, .class(group.style), .init(.role, "rowgroup")) {
          for row in group.rows { line(row) }
        }
      }
    }
  }

  private func line(_ cells: [HTML]) -> HTML {
    HTML(.tr, .init(.role, "row")) {
      for (place, (column, cell)) in zip(columns, cells).enumerated() {
        if place == 0 {
          HTML(.th, .init(.scope, "row"), .init(.role, "rowheader")) { cell }
        } else {
          HTML(.td, .class(column.style), .init(.role, "cell"), .init(.column, column.name)) {
            HTML(.div) { cell }
          }
        }
      }
    }
  }
}
