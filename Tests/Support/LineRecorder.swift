extension Bindings {
  /// Returns `line` with what differs from run to run replaced by placeholders.
  ///
  /// Bound ids and hashes get their names back, RFC 3339 times become `<time>`, today's date
  /// `<date>`, and other hashes `<hash>`. A new id is bound to a new name, unless it is a short one
  /// of letters only, which could be any word.
  package mutating func spell(_ line: String) -> String {
    let bytes = Array(line.utf8)
    var spelled: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard Characters.isWord(bytes[position]) else {
        spelled.append(bytes[position])
        position += 1
        continue
      }
      let end = bytes.scan(from: position, while: Characters.isWord)
      let (text, next) = spellWord(in: bytes, from: position, to: end)
      spelled += text.utf8
      position = next
    }
    return String(decoding: spelled, as: UTF8.self)
  }

  /// Returns what stands for the word from `start` to `end`, and where the rest begins.
  private mutating func spellWord(
    in bytes: [UInt8], from start: Int, to end: Int
  ) -> (text: String, next: Int) {
    if let instantEnd = bytes.instantEnd(from: start) { return ("<time>", instantEnd) }
    if today.contains(where: { bytes[start...].starts(with: $0.utf8) }) {
      let next = start + 10
      if next == bytes.count || !Characters.isWord(bytes[next]) { return ("<date>", next) }
    }
    let word = String(decoding: bytes[start..<end], as: UTF8.self)
    if let name = name(of: word) { return ("<\(name)>", end) }
    if end - start == 64, bytes[start..<end].allSatisfy(Characters.isHexadecimal) {
      return ("<hash>", end)
    }
    guard isNewID(bytes[start..<end]) else { return (word, end) }
    return ("<\(bindNew(word))>", end)
  }

  private func isNewID(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, Placeholder.kinds.contains(first) else { return false }
    return (6...17).contains(word.count) && word.allSatisfy(Characters.isToken)
      && (word.count == 17 || word.contains(where: Characters.isDigit))
  }
}
