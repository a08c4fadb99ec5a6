internal import Augury

/// What a word of the text index stands in.
enum WordKind: Int64, CaseIterable {
  case question = 1
  case source = 2
  case quote = 3
}

/// The text index: for each word, the numbers of the things it stands in, some to a row.
struct WordIndex {
  let database: Database

  /// Adds the words of a text.
  ///
  /// A thing that is just being introduced cannot stand in the index yet; otherwise only words
  /// that it does not stand under are added.
  func add(
    _ text: String, _ kind: WordKind, _ number: Int64, isFresh: Bool
  ) throws(StoreError) {
    for word in Words.different(text) {
      if !isFresh, try numbers(of: word, kind).contains(number) { continue }
      try append(number, to: word, kind)
    }
  }

  /// Returns the numbers under a word, in the order in which they were added.
  func numbers(of word: String, _ kind: WordKind) throws(StoreError) -> [Int64] {
    let blocks = try database.all(
      "select numbers from word where word = $1 and kind = $2 order by block",
      .text(word), .integer(kind.rawValue), make: { $0.withBlob(0) { Postings.numbers($0) } })
    return Array(blocks.joined())
  }

  /// Returns the numbers in one row of a word.
  func numbers(
    of word: String, _ kind: WordKind, block: Int64
  ) throws(StoreError) -> [Int64] {
    try database.first(
      "select numbers from word where word = $1 and kind = $2 and block = $3",
      .text(word), .integer(kind.rawValue), .integer(block),
      make: { $0.withBlob(0) { Postings.numbers($0) } }) ?? []
  }

  /// Returns the numbers under all words that begin with some letters.
  func numbers(beginning prefix: String, _ kind: WordKind) throws(StoreError) -> [Int64] {
    let blocks = try database.all(
      "select numbers from word where kind = $1 and word >= $2 and word < $3",
      .integer(kind.rawValue), .text(prefix), .text(prefix + "\u{10ffff}"),
      make: { $0.withBlob(0) { Postings.numbers($0) } })
    return Array(Set(blocks.joined()))
  }

  /// Returns the numbers under a word, or nothing when there are more than some.
  func numbers(
    of word: String, _ kind: WordKind, atMost limit: Int
  ) throws(StoreError) -> [Int64]? {
    let rows = limit / Postings.blockSize
    let isMore = try database.first(
      "select 1 from word where word = $1 and kind = $2 and block > $3",
      .text(word), .integer(kind.rawValue), .integer(Int64(rows)), make: { _ in true })
    if isMore ?? false { return nil }
    let numbers = try numbers(of: word, kind)
    return numbers.count > limit ? nil : numbers
  }

  private func append(_ number: Int64, to word: String, _ kind: WordKind) throws(StoreError) {
    var last = try lastBlock(of: word, kind)
    let numbers = Postings.numbers(last.bytes)
    if numbers.count >= Postings.blockSize { last = (last.block + 1, []) }
    Postings.append(number, after: last.bytes.isEmpty ? 0 : numbers.last ?? 0, to: &last.bytes)
    try store(last.bytes[...], last.block, word, kind)
  }

  /// Returns the last row of a word, or an empty first one.
  func lastBlock(
    of word: String, _ kind: WordKind
  ) throws(StoreError) -> (block: Int64, bytes: [UInt8]) {
    let found = try database.first(
      "select block, numbers from word where word = $1 and kind = $2 order by block desc limit 1",
      .text(word), .integer(kind.rawValue), make: { (block: $0.integer(0), bytes: $0.blob(1)) })
    return found ?? (0, [])
  }

  func store(
    _ bytes: ArraySlice<UInt8>, _ block: Int64, _ word: String, _ kind: WordKind
  ) throws(StoreError) {
    let statement = try database.statement(
      """
      insert into word (word, kind, block, numbers) values ($1, $2, $3, $4)
      on conflict (word, kind, block) do update set numbers = excluded.numbers
      """)
    statement.bind(1, .text(word))
    statement.bind(2, .integer(kind.rawValue))
    statement.bind(3, .integer(block))
    bytes.withUnsafeBufferPointer { statement.bind(4, blob: $0) }
    try statement.run()
  }
}
