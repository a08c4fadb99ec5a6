/// What parts of a large calculation are run on.
///
/// A part never depends on another, and results stand in the order of the parts: what comes out is
/// the same to the bit, however many are run at once. The library starts no threads of its own.
public struct Workers: Sendable {
  /// Runs one part after the other.
  public static let one = Workers { count, part in
    for number in 0..<count { part(number) }
  }

  /// How many parts a calculation is divided into: enough for a few processors to end together.
  static let parts = 32

  private let perform: @Sendable (Int, (Int) -> Void) -> Void

  /// Creates workers.
  ///
  /// - Parameter perform: Calls what it is given with each of so many numbers from 0 up, in any
  ///   order and also at once, and returns when all calls have.
  public init(_ perform: @escaping @Sendable (Int, (Int) -> Void) -> Void) {
    self.perform = perform
  }

  /// Returns what comes of each part, in order.
  func map<Part>(_ count: Int, _ part: (Int) -> Part) -> [Part] {
    [Part](unsafeUninitializedCapacity: count) { parts, made in
      // Unsafe: each call writes a place of its own, and all have returned before it is read.
      nonisolated(unsafe) let places = parts
      perform(count) { places.initializeElement(at: $0, to: part($0)) }
      made = count
    }
  }

  /// Returns an element for each whole number below a limit, made part by part.
  ///
  /// - Parameters:
  ///   - count: The limit.
  ///   - make: Puts one for each number of a range, which no other call is given.
  /// - Returns: The elements.
  func elements<Element>(
    below count: Int, _ make: (Range<Int>, (Int, Element) -> Void) -> Void
  ) -> [Element] {
    [Element](unsafeUninitializedCapacity: count) { elements, made in
      // Unsafe: as above.
      nonisolated(unsafe) let places = elements
      perform(Workers.parts) { part in
        let range = Workers.range(of: part, in: count)
        make(range) { places.initializeElement(at: $0, to: $1) }
      }
      made = count
    }
  }

  /// Lets parts write to a column, no two of them to one place, and returns what comes of each.
  func write<Element, Part>(
    _ column: inout [Element], _ part: (Int, UnsafeMutableBufferPointer<Element>) -> Part
  ) -> [Part] {
    column.withUnsafeMutableBufferPointer { column in
      map(Workers.parts) { part($0, column) }
    }
  }

  /// The share of a part in so many things.
  static func range(of part: Int, in count: Int) -> Range<Int> {
    count * part / parts..<count * (part + 1) / parts
  }
}
