import Augury
import AuguryFormats
import AuguryStore
import Lexicons

/// Finds the tables by which each forecast's words are read.
///
/// The table asked for by name comes first, then the source's own published scale, then that of the
/// venue the words stand in, then the surveys.
final class SourceScales {
  private let snapshot: Snapshot
  private let chosen: Lexicon?
  private let hasScales: Bool
  private let standard: WordingReader
  private var tables: [Int64: Lexicon?] = [:]
  private var venues: [String: Int64?] = [:]
  private var readers: [Pair: WordingReader] = [:]

  private struct Pair: Hashable {
    var own: Int64?
    var house: Int64?
  }

  init(_ snapshot: Snapshot, chosen: Lexicon? = nil) throws {
    self.snapshot = snapshot
    self.chosen = chosen
    hasScales = try snapshot.hasScales()
    standard = WordingReader(chosen.map { ChanceReader(scale: $0) } ?? .standard)
  }

  /// Returns the reader of what a source said in a venue.
  func reader(source: Int64?, venue: String?) throws -> WordingReader {
    guard hasScales else { return standard }
    var pair = Pair()
    if let source, try table(of: source) != nil { pair.own = source }
    if let venue, let house = try number(of: venue), try table(of: house) != nil {
      pair.house = house
    }
    if pair == Pair() { return standard }
    if let reader = readers[pair] { return reader }
    let reader = WordingReader(
      ChanceReader(
        scale: chosen, own: try pair.own.flatMap(table), house: try pair.house.flatMap(table)))
    readers[pair] = reader
    return reader
  }

  private func number(of venue: String) throws -> Int64? {
    if let known = venues[venue] { return known }
    let number = try snapshot.source(named: venue)
    venues[venue] = number
    return number
  }

  private func table(of source: Int64) throws -> Lexicon? {
    if let known = tables[source] { return known }
    let table = try snapshot.scale(of: source).flatMap(SourceScales.lexicon)
    tables[source] = table
    return table
  }

  /// The name for people of the lexicon that an entry names or holds.
  static func title(_ table: Scale.Table) throws -> String? { try lexicon(table)?.title }

  /// The lexicon that an entry names or holds.
  static func lexicon(_ table: Scale.Table) throws -> Lexicon? {
    switch table {
    case .named(let name): Lexicon.named(name)
    case .file(let text): try LexiconFile.read(Array(text.utf8))
    case .none: nil
    }
  }
}
