/// A generator of random numbers whose whole sequence follows from its seed.
///
/// It is xoshiro256++ of [Blackman and Vigna 2021], whose four words of state are filled by
/// SplitMix64 of [Steele, Lea and Flood 2014]. Every simulation of this library draws from one, so
/// that a report made twice from the same seed is the same. It is not for secrets.
///
///     var generator = SeededGenerator(seed: 7)
///     generator.next()  // 1021219803524665661
///
/// [Blackman and Vigna 2021]: https://doi.org/10.1145/3460772
/// [Steele, Lea and Flood 2014]: https://doi.org/10.1145/2660193.2660195
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  /// Creates a generator whose sequence depends on `seed` alone.
  public init(seed: UInt64) {
    var filler = seed
    self.init(
      state: (
        SeededGenerator.fill(&filler), SeededGenerator.fill(&filler),
        SeededGenerator.fill(&filler), SeededGenerator.fill(&filler)
      ))
  }

  /// Creates a generator that goes on from a state, which must not be all zeros.
  package init(state: (UInt64, UInt64, UInt64, UInt64)) {
    (a, b, c, d) = state
  }

  /// Returns the next 64 random bits.
  public mutating func next() -> UInt64 {
    let sum = a &+ d
    let result = (sum << 23 | sum >> 41) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }

  /// Returns the next number of 0 ..< 1, one of the 2⁵³ multiples of 2⁻⁵³ with equal chances.
  ///
  ///     var generator = SeededGenerator(seed: 7)
  ///     generator.nextUnit()  // 0.05536043647833311
  public mutating func nextUnit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns the next place of 0 ..< `count`; 0 when `count` is not above 0.
  ///
  ///     var generator = SeededGenerator(seed: 7)
  ///     generator.nextPlace(below: 100)  // 5
  ///
  /// The top of a product of 128 bits is taken; with fewer than 2³² places no place is likelier
  /// than another by more than one part in 2³².
  public mutating func nextPlace(below count: Int) -> Int {
    guard count > 0 else { return 0 }
    return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// SplitMix64: moves `filler` on and returns its mixed bits.
  private static func fill(_ filler: inout UInt64) -> UInt64 {
    filler &+= 0x9E37_79B9_7F4A_7C15
    let once = (filler ^ (filler >> 30)) &* 0xBF58_476D_1CE4_E5B9
    let twice = (once ^ (once >> 27)) &* 0x94D0_49BB_1331_11EB
    return twice ^ (twice >> 31)
  }
}
