internal import Augury

/// Identifiers and words of a bulk load, put into their tables at its end in ascending order.
///
/// Both tables are kept in the order of their texts, so that rows in the order of entries would
/// land all over them; in the order of texts they are written once, page after page.
final class DeferredIndex {
  /// The words.
  let words = WordLoad()
  private var identifiers: [(id: Identifier, number: Int64)] = []
  private var numbers: [Identifier: Int64] = [:]

  /// Adds a thing that later entries may name.
  func add(_ id: Identifier, _ number: Int64) {
    identifiers.append((id, number))
    numbers[id] = number
  }

  /// Adds a thing that no later entry of the same load names.
  func add(unnamed id: Identifier, _ number: Int64) { identifiers.append((id, number)) }

  /// The number of a thing that waits here.
  func number(of id: Identifier) -> Int64? { numbers[id] }

  /// Writes everything and starts anew.
  func flush(into database: Database) throws(StoreError) {
    identifiers.sort { $0.id < $1.id }
    let insert = try database.prepare("insert into identifier (id, number) values ($1, $2)")
    for (id, number) in identifiers {
      insert.bind(1, .text(id.text))
      insert.bind(2, .integer(number))
      try insert.run()
    }
    (identifiers, numbers) = ([], [:])
    try words.flush(into: database)
  }
}
