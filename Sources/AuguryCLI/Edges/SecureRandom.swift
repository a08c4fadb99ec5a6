import Glibc

/// Random bits of the operating system, some hundreds of numbers at a time.
///
/// One call for each number would be a good part of a large import. All copies of a generator
/// share the numbers that were drawn, so that none is ever used twice.
final class SecureRandom: RandomNumberGenerator {
  private var numbers: [UInt64] = []
  private static let drawn = 32

  func next() -> UInt64 {
    if numbers.isEmpty { draw() }
    return numbers.removeLast()
  }

  private func draw() {
    numbers = [UInt64](repeating: 0, count: SecureRandom.drawn)
    let wanted = SecureRandom.drawn * MemoryLayout<UInt64>.size
    let failed = numbers.withUnsafeMutableBytes { getentropy($0.baseAddress, wanted) }
    guard failed != 0 else { return }
    // Up to 256 bytes the system answers whole; where it cannot answer, the library's own way does.
    var generator = SystemRandomNumberGenerator()
    numbers = numbers.map { _ in generator.next() }
  }
}
