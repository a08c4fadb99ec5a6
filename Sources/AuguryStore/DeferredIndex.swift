internal import Augury

/// Identifiers and words of a bulk load, put into their tables at its end in ascending order.
///
/// Both tables are kept in the order of their texts, so that rows in the order of entries would
/// land all over them; in the order of texts they are written once, page after page.
final class DeferredIndex {
  /// The words.
  var words = WordLoad()
  /// Quotes whose words are not among them yet.
  var quotes: PendingQuotes?
  private var identifiers: [(id: Identifier, number: Int64)] = []
  private var numbers: [Identifier: Int64] = [:]
  private var isSorted = false

  /// Adds a thing that later entries may name.
  func add(_ id: Identifier, _ number: Int64) {
    identifiers.append((id, number))
    numbers[id] = number
    isSorted = false
  }

  /// Adds things that follow one another and that no later entry of the same load names.
  func add(unnamed ids: some Collection<Identifier>, from first: Int64) {
    identifiers.append(contentsOf: zip(ids, first...).lazy.map { ($0, $1) })
    isSorted = false
  }

  /// The number of a thing that waits here.
  func number(of id: Identifier) -> Int64? { numbers[id] }

  /// Makes ready what is written at the end: work that needs no database.
  func prepare() {
    quotes?.take(into: &words)
    guard !isSorted else { return }
    identifiers.sort { $0.id < $1.id }
    isSorted = true
  }

  /// Writes everything and starts anew.
  func flush(into database: Database) throws(StoreError) {
    prepare()
    let insert = try database.prepare("insert into identifier (id, number) values ($1, $2)")
    for (id, number) in identifiers {
      id.withText { insert.bind(1, text: $0) }
      insert.bind(2, .integer(number))
      try insert.run()
    }
    (identifiers, numbers, quotes) = ([], [:], nil)
    try words.flush(into: database)
    words = WordLoad()
  }
}
