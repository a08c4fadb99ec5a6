import Augury
import AuguryFormats
import AuguryRendering
import Lexicons

/// Prints tables of words.
enum ScalesView {
  /// How many cells the bar from 0 to 100 % takes.
  private static let barWidth = 25

  static func list(_ lexicons: [Lexicon]) -> Answer {
    let items = lexicons.map { lexicon -> JSONOutput in
      [
        "id": .string(lexicon.id), "title": .string(lexicon.title),
        "kind": .string(lexicon.kind.rawValue), "version": .string(lexicon.version),
        "rows": .int(Int64(lexicon.rows.count)), "citation": .string(lexicon.citation),
        "licence": .string(lexicon.licence),
      ]
    }
    let fields = lexicons.map {
      [$0.id, $0.kind.rawValue, "\($0.rows.count)", $0.version, $0.title]
    }
    let header = ["id", "kind", "rows", "version", "title"]
    return Answer(items: items, in: ["scales": .array(items)], rows: [header] + fields) {
      width, style in
      var table = TextTable(columns: [
        .init("id"), .init("kind"), .init("rows", alignment: .trailing),
        .init("version", dropOrder: 1), .init("title", minimumWidth: 20, fit: .wrapped),
      ])
      for row in fields { table.append(row.map { .init($0) }) }
      return table.render(width: width, style: style)
    }
  }

  static func table(_ lexicon: Lexicon) throws -> Answer {
    let meanings = lexicon.rows.map { ChanceMeaning($0.meaning) }
    let fields = zip(lexicon.rows, meanings).map { row, meaning in
      [row.phrases[0], range(meaning), row.phrases.dropFirst().joined(separator: ", ")]
    }
    let document = LexiconFile.text(of: lexicon)
    return Answer(
      json: try json(document), rows: [["phrase", "read as", "also"]] + fields
    ) { width, style in
      var table = TextTable(columns: [
        .init("phrase", minimumWidth: 12, fit: .wrapped), .init("read as"), .init("0 to 100 %"),
        .init("also", minimumWidth: 12, fit: .wrapped, dropOrder: 1),
      ])
      for (meaning, row) in zip(meanings, fields) {
        table.append([.init(row[0]), .init(row[1]), .init(bar(meaning, style)), .init(row[2])])
      }
      return "\(lexicon.title), version \(lexicon.version)\n\n"
        + table.render(width: width, style: style)
        + "\n" + TerminalText.wrapped(lexicon.citation, to: width ?? 100).joined(separator: "\n")
        + "\n"
    }
  }

  static func comparison(_ phrase: String, _ lexicons: [Lexicon]) -> Answer {
    let found = lexicons.map { lexicon in
      let reading = ChanceReader(scale: lexicon).phrase(phrase)
      return (id: lexicon.id, reading: reading?.table?.id == lexicon.id ? reading : nil)
    }
    let items = found.map { id, reading -> JSONOutput in
      [
        "scale": .string(id), "row": reading?.row.map { .string($0) } ?? .null,
        "low": .optional(reading?.low), "high": .optional(reading?.high),
        "mean": .optional(reading?.mean),
      ]
    }
    let fields = found.map { id, reading in
      [id, reading?.meaning.map(range) ?? "not in it", reading?.row ?? ""]
    }
    return Answer(
      items: items, in: ["phrase": .string(phrase), "scales": .array(items)],
      rows: [["scale", "read as", "row"]] + fields
    ) { width, style in
      var table = TextTable(columns: [
        .init("scale"), .init("read as"), .init("0 to 100 %"),
        .init("row", minimumWidth: 12, fit: .wrapped),
      ])
      for ((_, reading), row) in zip(found, fields) {
        let shown = reading?.meaning.map { bar($0, style) } ?? ""
        table.append([.init(row[0]), .init(row[1]), .init(shown), .init(row[2])])
      }
      return table.render(width: width, style: style)
    }
  }

  private static func range(_ meaning: ChanceMeaning) -> String {
    let low = ChanceText.percent(meaning.low)
    let high = ChanceText.percent(meaning.high)
    guard low != high else { return "\(low) %" }
    return "\(meaning.lowIsOpen ? ">" : "")\(low)–\(meaning.highIsOpen ? "<" : "")\(high) %"
  }

  /// The interval as a bar on the way from 0 to 100 %.
  private static func bar(_ meaning: ChanceMeaning, _ style: Styler) -> String {
    let first = min(Int(meaning.low * Double(barWidth)), barWidth - 1)
    let last = max(first + 1, Int((meaning.high * Double(barWidth)).rounded(.up)))
    return String(repeating: style.isASCII ? "." : "·", count: first)
      + String(repeating: style.isASCII ? "#" : "█", count: min(last, barWidth) - first)
      + String(repeating: style.isASCII ? "." : "·", count: barWidth - min(last, barWidth))
  }

  private static func json(_ document: String) throws -> JSONOutput {
    JSONOutput(try JSONValue(parsing: Array(document.utf8)))
  }
}
