internal import Augury

/// The words of a bulk load, gathered in memory and put into the text index at its end.
///
/// Its rows are those that adding one text after the other would give.
struct WordLoad {
  private static let kinds = WordKind.allCases.count

  private var words: [Word] = []
  /// The letters of all words, one word after the other.
  private var letters: [UInt8] = []
  /// For each word and kind, where it stands.
  private var postings: [LongPostings] = []
  /// Places in ``words``, found by the hash of a word; -1 where there is none.
  private var table = [Int32](repeating: -1, count: 1 << 12)
  private var seen: [Int32] = []

  private struct Word {
    let hash: Int64
    let letters: Range<Int>
  }

  /// Adds the words of a text; see ``WordIndex/add(_:_:_:isFresh:)``.
  mutating func add(_ text: String, _ kind: WordKind, _ number: Int64, isFresh: Bool = true) {
    var text = text
    text.withUTF8 { add($0, kind, number, isFresh: isFresh) }
  }

  /// Adds the words of a text, given as UTF-8.
  mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, _ kind: WordKind, _ number: Int64, isFresh: Bool = true
  ) {
    seen.removeAll(keepingCapacity: true)
    if text.allSatisfy({ $0 < 0x80 }) {
      split(text)
    } else {
      for var word in Words.of(String(decoding: text, as: UTF8.self)) {
        word.withUTF8 { note($0, FNV1a.hash($0)) }
      }
    }
    for place in seen {
      let run = Int(place) * WordLoad.kinds + Int(kind.rawValue) - 1
      if !isFresh, postings[run].contains(number) { continue }
      postings[run].append(number)
    }
  }

  /// Splits ASCII text as ``Words/of(_:)`` does.
  private mutating func split(_ text: UnsafeBufferPointer<UInt8>) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { lower in
      var start = 0
      var end = 0
      var hash = FNV1a()
      for byte in text {
        var letter = byte
        switch byte {
        case 0x30...0x39, 0x61...0x7a: break
        case 0x41...0x5a: letter |= 0x20
        default:
          if end > start {
            note(UnsafeBufferPointer(rebasing: lower[start..<end]), hash.value)
            hash = FNV1a()
            start = end
          }
          continue
        }
        lower[end] = letter
        hash.add(letter)
        end += 1
      }
      if end > start { note(UnsafeBufferPointer(rebasing: lower[start..<end]), hash.value) }
    }
  }

  /// Notes a word, once a text.
  private mutating func note(_ word: UnsafeBufferPointer<UInt8>, _ hash: Int64) {
    let place = self.place(word, hash)
    if !seen.contains(place) { seen.append(place) }
  }

  private mutating func place(_ word: UnsafeBufferPointer<UInt8>, _ hash: Int64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[slot] >= 0 {
      let known = words[Int(table[slot])]
      if known.hash == hash, letters[known.letters].elementsEqual(word) { return table[slot] }
      slot = (slot + 1) & (table.count - 1)
    }
    let place = Int32(words.count)
    table[slot] = place
    words.append(Word(hash: hash, letters: letters.count..<letters.count + word.count))
    letters.append(contentsOf: word)
    for _ in 0..<WordLoad.kinds { postings.append(LongPostings()) }
    if words.count * 2 > table.count { grow() }
    return place
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 4)
    for (place, word) in words.enumerated() {
      var slot = Int(truncatingIfNeeded: word.hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(place)
    }
  }

  /// Writes everything, in the order of the table.
  func flush(into database: Database) throws(StoreError) {
    let index = WordIndex(database: database)
    let order = words.indices.sorted {
      letters[words[$0].letters].lexicographicallyPrecedes(letters[words[$1].letters])
    }
    for place in order {
      let word = String(decoding: letters[words[place].letters], as: UTF8.self)
      for kind in WordKind.allCases {
        let run = postings[place * WordLoad.kinds + Int(kind.rawValue) - 1]
        if !run.isEmpty { try write(run, under: word, kind, index) }
      }
    }
  }

  private func write(
    _ run: LongPostings, under word: String, _ kind: WordKind, _ index: WordIndex
  ) throws(StoreError) {
    let (first, standing) = try index.lastBlock(of: word, kind)
    var all = run
    if !standing.isEmpty {
      all = LongPostings()
      for number in Postings.numbers(standing) { all.append(number) }
      for number in run.numbers { all.append(number) }
    }
    for block in 0..<all.blockCount {
      try index.store(all.block(block), first + Int64(block), word, kind)
    }
  }
}
