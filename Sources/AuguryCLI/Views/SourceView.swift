import Augury
import AuguryRendering
import AuguryStore

/// One source with its names and its latest forecasts.
struct SourceView {
  private let source: Source
  private let aliases: [String]
  private let merged: [(id: String, name: String)]
  private let count: Int
  private let latest: [ForecastLine]
  private let notes: [Note]
  private let short: String
  private let scale: String?

  init(_ number: Int64, _ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    guard let found = try snapshot.source(number) else {
      throw LookupError.noSuch(
        try snapshot.short(try snapshot.id(of: number)), nouns: ["standing source"])
    }
    (source, aliases) = (found.source, found.aliases)
    short = try snapshot.short(source.id)
    merged = try snapshot.family(number).filter { $0 != number }.compactMap { other in
      guard let found = try snapshot.source(other) else { return nil }
      return (try snapshot.short(found.source.id), found.source.name)
    }
    count = try snapshot.forecastCount(by: number)
    latest = try ForecastLine.lines(try snapshot.forecasts(by: number, limit: 10), vantage)
    notes = try snapshot.notes(on: number)
    scale = try snapshot.scale(of: number).flatMap(SourceScales.title)
  }

  func answer() -> Answer {
    let json: JSONOutput = [
      "id": .string(source.id.text), "name": .string(source.name),
      "kind": .string(source.kind.rawValue), "aliases": .array(aliases.map { .string($0) }),
      "scale": scale.map { .string($0) } ?? .null,
      "merged": .array(merged.map { .string($0.name) }), "forecasts": .int(Int64(count)),
      "latest": .array(latest.map(\.json)), "notes": .array(notes.map(Phrases.noteJSON)),
    ]
    return Answer(json: json, rows: ForecastLine.fields(latest)) { [self] width, style in
      var block = KeyValueBlock("Source \(short)")
      block.add("name", source.name, style: .emphasis)
      block.add("kind", source.kind.rawValue)
      if !aliases.isEmpty { block.add("also", aliases.joined(separator: ", ")) }
      if !merged.isEmpty {
        block.add("merged", merged.map { "\($0.name) (\($0.id))" }.joined(separator: ", "))
      }
      block.add("scale", scale.map { "its words are read by \($0)" })
      block.add("forecasts", "\(count)")
      if !notes.isEmpty { block.items.append(.bullets("notes", notes.map(Phrases.note))) }
      var text = block.render(width: width, style: style)
      if !latest.isEmpty {
        text +=
          "\n" + ForecastLine.table(latest, showsQuestion: true).render(width: width, style: style)
      }
      return text
    }
  }
}
