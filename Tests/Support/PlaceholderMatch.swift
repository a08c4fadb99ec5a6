extension Placeholder {
  /// Returns where a value may end that begins at `start`, the longest first.
  func ends(in line: [UInt8], from start: Int, _ bindings: Bindings) -> [Int] {
    switch self {
    case .id(let name):
      let end = line.scan(from: start, while: Characters.isToken)
      guard (6...17).contains(end - start), line[start] == name.utf8.first else { return [] }
      return line.agrees(with: bindings.values[name], start, end) ? [end] : []
    case .hash(let name):
      let end = line.scan(from: start, while: Characters.isHexadecimal)
      guard end - start == 64 else { return [] }
      let bound = name.flatMap { bindings.values[$0] }
      return line.agrees(with: bound, start, end) ? [end] : []
    case .time:
      return line.instantEnd(from: start).map { [$0] } ?? []
    case .date:
      let found = bindings.today.contains { line[start...].starts(with: $0.utf8) }
      return found ? [start + 10] : []
    case .number:
      return line.numberEnds(from: start)
    case .any:
      return (start...line.count).reversed()
    }
  }
}

extension [UInt8] {
  /// Returns the end of the run of bytes from `start` on of which `condition` holds.
  func scan(from start: Int, while condition: (UInt8) -> Bool) -> Int {
    self[start...].firstIndex { !condition($0) } ?? count
  }

  /// Returns whether a whole word lies between `start` and `end` and is `value`, if there is one.
  fileprivate func agrees(with value: String?, _ start: Int, _ end: Int) -> Bool {
    let isBounded = start == 0 || !Characters.isWord(self[start - 1])
    guard let value else { return isBounded }
    return isBounded && self[start..<end].elementsEqual(value.utf8)
  }

  /// Returns the end of an instant such as `2026-11-23T04:45:00.25Z` that begins at `start`.
  func instantEnd(from start: Int) -> Int? {
    let shape = Array("0000-00-00T00:00:00".utf8)
    guard count - start > shape.count else { return nil }
    for (offset, expected) in shape.enumerated() {
      let byte = self[start + offset]
      guard expected == 48 ? Characters.isDigit(byte) : byte == expected else { return nil }
    }
    var end = start + shape.count
    if self[end] == 46 {
      let fraction = scan(from: end + 1, while: Characters.isDigit)
      guard fraction > end + 1 else { return nil }
      end = fraction
    }
    return end < count && self[end] == 90 ? end + 1 : nil
  }

  /// Returns where a number such as `−1,234.5e-6` may end that begins at `start`, longest first.
  fileprivate func numberEnds(from start: Int) -> [Int] {
    var position = start
    if self[start...].starts(with: "−".utf8) {
      position += 3
    } else if position < count, self[position] == 43 || self[position] == 45 {
      position += 1
    }
    var ends: [Int] = []
    func digits() -> Bool {
      let end = scan(from: position, while: Characters.isDigit)
      ends += (position..<end).map { $0 + 1 }
      defer { position = end }
      return end > position
    }
    guard digits() else { return [] }
    while position < count, self[position] == 44 {
      position += 1
      guard digits() else { return ends.reversed() }
    }
    if position < count, self[position] == 46 {
      position += 1
      guard digits() else { return ends.reversed() }
    }
    if position < count, self[position] | 32 == 101 {
      position += 1
      if position < count, self[position] == 43 || self[position] == 45 { position += 1 }
      _ = digits()
    }
    return ends.reversed()
  }
}
