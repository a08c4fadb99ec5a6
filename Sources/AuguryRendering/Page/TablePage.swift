internal import Augury

/// A page that is a heading, some sentences and one table, as an HTML file and as Markdown.
package struct TablePage: Sendable {
  /// A column: what stands over it, and whether it holds words rather than a figure.
  struct Column: Sendable {
    let title: String
    let isWords: Bool

    /// A column of figures.
    static func figures(_ title: String) -> Column { Column(title: title, isWords: false) }
    /// A column of words.
    static func words(_ title: String) -> Column { Column(title: title, isWords: true) }
  }

  let title: String
  let sentences: [String]
  let columns: [Column]
  let rows: [[String]]
  let stamp: ReportStamp

  /// The page as one HTML file.
  package var html: String {
    HTMLDocument(title: title) {
      HTML(.main, .class("board")) {
        HTML(.header) {
          HTML(.p, .class("kicker")) { "As of \(stamp.instant.civilDate)" }
          HTML(.h1) { HTML.foreign(title) }
          for sentence in sentences + stamp.notes { HTML(.p) { HTML.foreign(sentence) } }
        }
        if !rows.isEmpty {
          HTML(.section) {
            CardTable(
              columns.map { .init($0.title, style: $0.isWords ? "words" : "number") },
              rows.map { $0.map(HTML.foreign) }
            ).html
          }
        }
      }
      stamp.footer
    }.file
  }

  /// The page as Markdown.
  package var markdown: String {
    var output = MarkdownWriter()
    output.heading(1, title)
    for sentence in sentences + stamp.notes { output.paragraph(sentence) }
    if !rows.isEmpty {
      output.table(columns.map { ($0.title, $0.isWords) }, rows)
    }
    output.stamp(stamp)
    return output.text
  }
}
