import ForecastScoring
import TestSupport
import Testing

/// A sum of doubles without any rounding: an integer count of the smallest double there is.
private struct ExactSum {
  /// 32-bit digits in base 2^32, lowest first, in two's complement by way of two sums.
  private var positive = [UInt64](repeating: 0, count: 70)
  private var negative = [UInt64](repeating: 0, count: 70)

  mutating func add(_ value: Double) {
    guard value != 0 else { return }
    let isNormal = value.exponentBitPattern > 0
    let bits = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let shift = Int(value.exponentBitPattern) - (isNormal ? 1 : 0)
    if value < 0 {
      ExactSum.add(bits, shift, &negative)
    } else {
      ExactSum.add(bits, shift, &positive)
    }
  }

  private static func add(_ bits: UInt64, _ shift: Int, _ digits: inout [UInt64]) {
    let wide = UInt128(bits) << UInt128(shift % 32)
    var carry: UInt64 = 0
    for position in 0..<4 where shift / 32 + position < digits.count {
      let digit = UInt64(truncatingIfNeeded: wide >> UInt128(position * 32)) & 0xffff_ffff
      let sum = digits[shift / 32 + position] + digit + carry
      digits[shift / 32 + position] = sum & 0xffff_ffff
      carry = sum >> 32
    }
    var place = shift / 32 + 4
    while carry > 0, place < digits.count {
      let sum = digits[place] + carry
      digits[place] = sum & 0xffff_ffff
      carry = sum >> 32
      place += 1
    }
  }

  /// The sum, rounded a little at the end: its error is a few units of the last place.
  var value: Double {
    var borrow: Int64 = 0
    var digits: [Int64] = []
    for (more, less) in zip(positive, negative) {
      var digit = Int64(more) - Int64(less) + borrow
      borrow = digit < 0 ? -1 : 0
      if digit < 0 { digit += 1 << 32 }
      digits.append(digit)
    }
    precondition(borrow == 0, "only sums from 0 up are read")
    guard let top = digits.lastIndex(where: { $0 != 0 }) else { return 0 }
    var head: UInt128 = 0
    for position in stride(from: top, through: max(top - 3, 0), by: -1) {
      head = head << 32 | UInt128(digits[position])
    }
    return Double(sign: .plus, exponent: max(top - 3, 0) * 32 - 1074, significand: Double(head))
  }
}

private func mean(_ values: [Double]) -> Double? {
  var mean = Mean()
  for value in values { mean.add(value) }
  return mean.value
}

struct MeanTests {
  @Test func `the mean of nothing is nothing`() {
    #expect(Mean().value == nil)
    #expect(Mean().count == 0)
    #expect(mean([0.25]) == 0.25)
  }

  @Test func `means agree with exact sums to the last place`() throws {
    for seed in UInt64(0)..<60 {
      var random = SplitMix64(seed: seed)
      var exact = ExactSum()
      let values = (0..<Int.random(in: 1...5000, using: &random)).map { _ in
        let value = Double.random(in: 0...1, using: &random)
        return seed % 3 == 0 ? value : value * value * (seed % 3 == 1 ? 1 : 1e-12)
      }
      for value in values { exact.add(value) }
      let wanted = exact.value / Double(values.count)
      let got = try #require(mean(values))
      #expect(abs(got - wanted) <= 2 * wanted.ulp, "seed \(seed): \(got), not \(wanted)")
    }
  }

  @Test func `what is lost to a great value comes back when it goes`() {
    #expect(mean([1e16, 1, -1e16, 1]) == 0.5)
    #expect(mean([1, 1e100, 1, -1e100]) == 0.5)
  }

  @Test func `one infinite score makes the mean infinite`() {
    #expect(mean([1, .infinity, 2]) == .infinity)
    #expect(mean([.infinity]) == .infinity)
  }

  @Test func `a million scores have one mean in whatever order`() throws {
    var random = SplitMix64(seed: 11)
    var scores = (0..<1_000_000).map { _ in
      let error = Double(Int.random(in: 0...100, using: &random)) / 100
      return error * error
    }
    let first = try #require(mean(scores))
    for turn in 0..<3 {
      if turn == 0 { scores.sort() } else { scores.shuffle(using: &random) }
      let again = try #require(mean(scores))
      #expect(abs(again - first) <= first.ulp, "turn \(turn)")
    }
  }

  @Test func `hundredths have the mean that decimals give`() throws {
    for seed in UInt64(100)..<160 {
      var random = SplitMix64(seed: seed)
      let hundredths = (0..<1000).map { _ in Int.random(in: 0...100, using: &random) }
      let wanted = Double(hundredths.reduce(0, +)) / 100_000
      let got = try #require(mean(hundredths.map { Double($0) / 100 }))
      #expect(abs(got - wanted) <= 2e-17 + wanted.ulp, "seed \(seed)")
    }
  }
}
