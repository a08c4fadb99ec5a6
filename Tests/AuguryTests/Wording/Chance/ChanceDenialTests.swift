import Augury
import Lexicons
import Testing

/// Negations of what a chance is of.
@Suite struct ChanceDenialTests {
  private func reading(_ text: String) throws -> ChanceReading {
    try #require(ChanceReader.standard.reading(of: text), "\(text)")
  }

  @Test(
    "A negation of what a number is given for takes its complement",
    arguments: [
      ("I am 90% sure it won't happen", 0.1),
      ("there is a 30% chance it won't happen by 2028", 0.7),
      ("70% chance of no deal", 0.3), ("a 25% chance of not getting a deal", 0.75),
      ("a 30% chance by 2028 that he won't resign", 0.7),
      ("There is a 60% probability that no agreement is reached", 0.4),
      ("a 30% chance that nobody wins", 0.7), ("A 10 percent chance he does not run", 0.9),
      ("I'm 80 percent confident that the bill isn't going to pass", 0.2),
      ("90% sure there will be no deal", 0.1), ("90% sure he will never resign", 0.1),
      ("The chance that he will not win is 30%.", 0.7), ("He won't win, with 90% probability", 0.1),
      ("With 90% probability he won't win", 0.1), ("odds of 3 to 1 that he won't run", 0.25),
    ] as [(String, Double)])
  func numbers(text: String, value: Double) throws {
    let reading = try reading(text)
    #expect(reading.kind == .number && reading.low == value && reading.high == value)
    #expect(reading.rules.last == "chance.complement" && reading.isNegated)
  }

  @Test(
    "A negation elsewhere, or one that cannot be told, leaves the number as it is",
    arguments: [
      ("There's a 20% chance of rain; he won't come.", 0.2),
      ("There is a 70% chance of rain, but it won't snow.", 0.7), ("Not a 70% chance", 0.7),
      ("a 90% chance of winning if Smith does not run", 0.9),
      ("a 90% chance that he who does not fight will lose", 0.9),
      ("a 30% chance that he not only runs but wins", 0.3),
      ("a 30% chance that he wins is not bad", 0.3),
      ("a 30% chance of a deal no later than May", 0.3),
      ("They won't play, with a 90% chance of rain", 0.9),
      ("90% sure it will necessarily rain", 0.9),
    ] as [(String, Double)])
  func numbersAsTheyAre(text: String, value: Double) throws {
    let reading = try reading(text)
    #expect(reading.kind == .number && reading.low == value, "\(reading)")
    #expect(!reading.isNegated)
  }

  @Test(
    "A negation of what words are said of takes their complement",
    arguments: [
      ("It is unlikely that he will not resign", 0.7, 0.95),
      ("It is unlikely he won't resign", 0.7, 0.95),
      ("It is likely that he will not resign", 0.15, 0.4),
      ("I doubt that he won't resign", 0.575, 0.915), ("Probably, he won't resign.", 0.15, 0.4),
      ("The odds that they will not win are slim", 0.75, 0.95),
      ("It is unlikely that nobody resigns", 0.7, 0.95),
      ("We believe the bank will not cut rates.", 0.15, 0.5),
    ] as [(String, Double, Double)])
  func words(text: String, low: Double, high: Double) throws {
    let reading = try reading(text)
    #expect(reading.kind == .verbal && reading.isNegated)
    #expect(reading.low == low && reading.high == high, "\(reading)")
    #expect(ChanceReader.standard.find(in: text).count == 1)
  }

  @Test("Denied content leaves a hedge a hedge, and other clauses leave words as they are")
  func others() throws {
    #expect(try reading("It is possible that he will not come").kind == .hedge)
    #expect(try reading("He is likely to win and she will not").low == 0.6)
    #expect(try reading("It is likely, he will not say").low == 0.6)
  }
}
