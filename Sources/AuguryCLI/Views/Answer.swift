import AuguryFormats
import AuguryRendering

/// What a command found, ready for any form of output.
struct Answer {
  /// The text for people.
  var text: (_ width: Int?, _ style: Styler) -> String
  /// The whole answer as one JSON value.
  var json: () throws -> JSONOutput
  /// The items of a list, one JSON value each; a single answer is its only item.
  var items: () throws -> [JSONOutput]
  /// A header and rows, where the answer is a table.
  var rows: () -> [[String]]
  /// The answer as a page in Markdown, where it has that form.
  var markdown: (() throws -> String)?
  /// The answer as an HTML file, where it has that form.
  var html: (() throws -> String)?

  /// Creates an answer that is one thing.
  init(
    json: @autoclosure @escaping () throws -> JSONOutput, rows: [[String]] = [],
    text: @escaping (Int?, Styler) -> String
  ) {
    self.text = text
    self.json = json
    items = { [try json()] }
    self.rows = { rows }
  }

  /// Creates an answer of which only the form that is asked for is made.
  init(
    items: @escaping () throws -> [JSONOutput], json: @escaping () throws -> JSONOutput,
    rows: @escaping () -> [[String]], text: @escaping (Int?, Styler) -> String
  ) {
    self.text = text
    self.json = json
    self.items = items
    self.rows = rows
  }

  /// Creates an answer that is a list.
  init(
    items: [JSONOutput], in json: JSONOutput, rows: [[String]],
    text: @escaping (Int?, Styler) -> String
  ) {
    self.text = text
    self.json = { json }
    self.items = { items }
    self.rows = { rows }
  }

  /// Prints the answer in the form that is asked for.
  func print(_ workspace: Workspace) throws {
    switch try workspace.format() {
    case .table: Terminal.write(text(Terminal.width, try workspace.styler()))
    case .json: Terminal.write(try json().pretty + "\n")
    case .jsonl: Terminal.write(try items().map { $0.compact + "\n" }.joined())
    case .csv:
      let rows = rows()
      guard !rows.isEmpty else {
        throw UsageError("This answer is not a table.", "Ask for `--format json` instead.")
      }
      var writer = CSVWriter()
      for row in rows { writer.row(row) }
      Terminal.write(bytes: writer.bytes)
    case .markdown: Terminal.write(try page(markdown, "Markdown"))
    case .html: Terminal.write(try page(html, "HTML"))
    }
  }

  private func page(_ page: (() throws -> String)?, _ form: String) throws -> String {
    guard let page else {
      throw UsageError(
        "This answer has no form in \(form).", "Ask for `--format table` or `--format json`.")
    }
    return try page()
  }
}
