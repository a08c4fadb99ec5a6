internal import Augury

/// The words of a bulk load, gathered in memory and put into the text index at its end.
///
/// Its rows are those that adding one text after the other would give.
final class WordLoad {
  private static let kinds = WordKind.allCases.count

  private var words: [[UInt8]] = []
  /// The hash of each word.
  private var hashes: [Int64] = []
  /// For each word and kind, one run of postings and its last number.
  private var postings: [[UInt8]] = []
  private var lasts: [Int64] = []
  /// Places in ``words``, found by the hash of a word; -1 where there is none.
  private var table = [Int32](repeating: -1, count: 1 << 12)
  private var scratch: [UInt8] = []
  private var seen: [Int32] = []

  /// Adds the words of a text; see ``WordIndex/add(_:_:_:isFresh:)``.
  func add(_ text: String, _ kind: WordKind, _ number: Int64, isFresh: Bool = true) {
    seen.removeAll(keepingCapacity: true)
    var text = text
    let isASCII = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      split(bytes)
      return true
    }
    if !isASCII {
      for word in Words.of(text) {
        scratch = Array(word.utf8)
        note()
      }
    }
    for place in seen { add(number, Int(place), kind, isFresh: isFresh) }
  }

  /// Splits ASCII text as ``Words/of(_:)`` does.
  private func split(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x30...0x39, 0x61...0x7a: scratch.append(byte)
      case 0x41...0x5a: scratch.append(byte | 0x20)
      default: note()
      }
    }
    note()
  }

  /// Notes the word in the scratch, once a text.
  private func note() {
    guard !scratch.isEmpty else { return }
    let place = self.place()
    if !seen.contains(place) { seen.append(place) }
    scratch.removeAll(keepingCapacity: true)
  }

  private func place() -> Int32 {
    var hash = FNV1a()
    for byte in scratch { hash.add(byte) }
    let wanted = hash.value
    var slot = Int(truncatingIfNeeded: wanted) & (table.count - 1)
    while table[slot] >= 0 {
      let place = Int(table[slot])
      if hashes[place] == wanted, words[place] == scratch { return table[slot] }
      slot = (slot + 1) & (table.count - 1)
    }
    let place = Int32(words.count)
    table[slot] = place
    words.append(scratch)
    hashes.append(wanted)
    for _ in 0..<WordLoad.kinds {
      postings.append([])
      lasts.append(0)
    }
    if words.count * 2 > table.count { grow() }
    return place
  }

  private func grow() {
    table = [Int32](repeating: -1, count: table.count * 4)
    for (place, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(place)
    }
  }

  private func add(_ number: Int64, _ place: Int, _ kind: WordKind, isFresh: Bool) {
    let run = place * WordLoad.kinds + Int(kind.rawValue) - 1
    if !isFresh, Postings.numbers(postings[run]).contains(number) { return }
    Postings.append(number, after: lasts[run], to: &postings[run])
    lasts[run] = number
  }

  /// Writes everything, in the order of the table, and starts anew.
  func flush(into database: Database) throws(StoreError) {
    let index = WordIndex(database: database)
    let order = words.indices.sorted { words[$0].lexicographicallyPrecedes(words[$1]) }
    for place in order {
      let word = String(decoding: words[place], as: UTF8.self)
      for kind in WordKind.allCases {
        let run = postings[place * WordLoad.kinds + Int(kind.rawValue) - 1]
        guard !run.isEmpty else { continue }
        try write(Postings.numbers(run), under: word, kind, index)
      }
    }
    (words, hashes, postings, lasts) = ([], [], [], [])
    table = [Int32](repeating: -1, count: 1 << 12)
  }

  private func write(
    _ numbers: [Int64], under word: String, _ kind: WordKind, _ index: WordIndex
  ) throws(StoreError) {
    var (block, bytes) = try index.lastBlock(of: word, kind)
    let standing = Postings.numbers(bytes)
    var count = standing.count
    var last = standing.last ?? 0
    for number in numbers {
      if count >= Postings.blockSize {
        try index.store(bytes, block, word, kind)
        (block, bytes, count, last) = (block + 1, [], 0, 0)
      }
      Postings.append(number, after: last, to: &bytes)
      (count, last) = (count + 1, number)
    }
    try index.store(bytes, block, word, kind)
  }
}
