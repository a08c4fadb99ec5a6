/// A table of figures: its first column names the rows.
///
/// It can be scrolled sideways by itself where the screen is too narrow for it, by keys too.
struct HTMLTable {
  let header: [String]
  let rows: [[String]]
  let caption: String

  init(_ header: [String], _ rows: [[String]], caption: String) {
    self.header = header
    self.rows = rows
    self.caption = caption
  }

  var html: HTML {
    HTML(
      .div, .class("scroll"), .init(.role, "region"), .init(.tabindex, "0"),
      .init(.label, caption)
    ) {
      HTML(.table, .class("figures")) {
        HTML(.thead) {
          HTML(.tr) {
            for title in header { HTML(.th, .init(.scope, "col")) { title } }
          }
        }
        HTML(.tbody) {
          for row in rows {
            HTML(.tr) {
              for (place, cell) in row.enumerated() {
                place == 0
                  ? HTML(.th, .init(.scope, "row")) { HTML.foreign(cell) }
                  : HTML(.td) { HTML.foreign(cell) }
              }
            }
          }
        }
      }
    }
  }
}
