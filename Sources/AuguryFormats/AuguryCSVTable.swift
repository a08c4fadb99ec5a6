/// A table that gives each different thing the next number, from 0, without keeping the thing.
///
/// It holds hashes only; the caller says whether a number found is the thing looked for.
struct AuguryCSVTable: Sendable {
  private var slots: [Int32]
  private var hashes: [UInt64] = []

  init() { slots = [Int32](repeating: -1, count: 1024) }

  var count: Int { hashes.count }

  /// Returns the number of a thing, if it has one.
  @inline(__always)
  func find(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while case let number = Int(slots[slot]), number >= 0 {
      if hashes[number] == hash, isSame(number) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Gives the next number to a thing that has none.
  mutating func insert(_ hash: UInt64) -> Int {
    if 2 * (hashes.count + 1) > slots.count { grow() }
    hashes.append(hash)
    place(hashes.count - 1)
    return hashes.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: 2 * slots.count)
    for number in hashes.indices { place(number) }
  }

  private mutating func place(_ number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hashes[number]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(number)
  }
}
