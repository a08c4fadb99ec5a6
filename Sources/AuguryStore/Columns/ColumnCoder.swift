/// What columns consist of: values of which every pattern of bits is one.
protocol ColumnValue: BitwiseCopyable, Sendable {}

extension Int64: ColumnValue {}
extension Int32: ColumnValue {}
extension UInt8: ColumnValue {}
extension UInt16: ColumnValue {}
extension Double: ColumnValue {}

/// Goes through the columns of something, in one order, to write or to read them.
///
/// One list of columns serves both directions, so that they cannot differ.
protocol ColumnCoder {
  /// Whether columns are read, and what was there is to be replaced.
  var isReading: Bool { get }

  /// Writes a column, or puts what was read in its place.
  mutating func column<Value: ColumnValue>(_ values: inout [Value]) throws(ColumnError)
}

/// A file of columns is not one that can be used: it is damaged, of another state or another form.
struct ColumnError: Error {}

extension ColumnCoder {
  /// Codes a part of each item as a column; the items themselves are there already.
  mutating func field<Item, Value: ColumnValue>(
    _ items: inout [Item], _ get: (Item) -> Value, _ set: (inout Item, Value) throws -> Void
  ) throws(ColumnError) {
    var values = isReading ? [] : items.map(get)
    try column(&values)
    guard isReading else { return }
    guard values.count == items.count else { throw ColumnError() }
    for place in items.indices {
      do { try set(&items[place], values[place]) } catch { throw ColumnError() }
    }
  }

  /// Codes a text of each item, which need not have one.
  mutating func text<Item>(
    _ items: inout [Item], _ get: (Item) -> String?, _ set: (inout Item, String?) -> Void
  ) throws(ColumnError) {
    var texts = isReading ? [] : items.map(get)
    try self.texts(&texts)
    guard isReading else { return }
    guard texts.count == items.count else { throw ColumnError() }
    for place in items.indices { set(&items[place], texts[place]) }
  }

  /// Codes texts as their lengths, −1 for none, and their bytes.
  mutating func texts(_ texts: inout [String?]) throws(ColumnError) {
    var lengths = texts.map { $0.map { Int64($0.utf8.count) } ?? -1 }
    var bytes = texts.flatMap { $0.map { Array($0.utf8) } ?? [] }
    try column(&lengths)
    try column(&bytes)
    guard isReading else { return }
    texts = []
    texts.reserveCapacity(lengths.count)
    var start = 0
    for length in lengths {
      guard length >= 0 else {
        texts.append(nil)
        continue
      }
      guard length <= bytes.count - start else { throw ColumnError() }
      texts.append(String(decoding: bytes[start..<start + Int(length)], as: UTF8.self))
      start += Int(length)
    }
    guard start == bytes.count else { throw ColumnError() }
  }

  /// Codes a column of yes and no.
  mutating func flags(_ flags: inout [Bool]) throws(ColumnError) {
    var bytes: [UInt8] = isReading ? [] : flags.map { $0 ? 1 : 0 }
    try column(&bytes)
    guard isReading else { return }
    guard bytes.allSatisfy({ $0 <= 1 }) else { throw ColumnError() }
    flags = bytes.map { $0 == 1 }
  }

  /// Codes what some forecasts have, by their numbers; the parts of it are coded as fields.
  mutating func dictionary<Value>(
    _ dictionary: inout [Int64: Value], blank: Value,
    _ fields: (inout Self, inout [Value]) throws(ColumnError) -> Void
  ) throws(ColumnError) {
    var numbers = dictionary.keys.sorted()
    var values = numbers.map { dictionary[$0] ?? blank }
    try column(&numbers)
    if isReading { values = [Value](repeating: blank, count: numbers.count) }
    try fields(&self, &values)
    guard isReading else { return }
    dictionary = Dictionary(zip(numbers, values)) { _, last in last }
  }
}
