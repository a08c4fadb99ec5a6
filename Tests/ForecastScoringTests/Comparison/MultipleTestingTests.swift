import ForecastScoring
import Testing

struct MultipleTestingTests {
  private func isNear(_ got: [Double], _ wanted: [Double]) -> Bool {
    got.count == wanted.count && zip(got, wanted).allSatisfy { abs($0 - $1) < 1e-15 }
  }

  @Test("The documented examples of adjusted p-values hold")
  func examples() {
    #expect(isNear(benjaminiHochberg([0.01, 0.04, 0.03]), [0.03, 0.04, 0.04]))
    #expect(isNear(benjaminiYekutieli([0.01, 0.04]), [0.03, 0.06]))
    #expect(isNear(holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]))
    #expect(eBenjaminiHochberg([50, 3, 25], alpha: 0.1) == [0, 2])
  }

  @Test("Adjusted p-values and discoveries agree with the vectors")
  func vectors() throws {
    let file = try VectorFile("14_multiple_testing")
    for test in try file.cases(of: "p") {
      let values = try test.input.numbers("p")
      #expect(file.agree(benjaminiHochberg(values), try test.expect.numbers("bh")))
      #expect(file.agree(benjaminiYekutieli(values), try test.expect.numbers("by")))
      #expect(file.agree(holm(values), try test.expect.numbers("holm")))
    }
    for test in try file.cases(of: "e") {
      let found = eBenjaminiHochberg(
        try test.input.numbers("e"), alpha: try test.input.number("alpha"))
      #expect(found == (try test.expect.integers("rejected_indices")), "\(test.name)")
      #expect(found.count == (try test.expect.integer("k")))
    }
  }

  @Test("The rules keep to their order of strictness, whatever the order of the values")
  func order() {
    var random = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let values = (0..<12).map { _ in random.nextUnit() * random.nextUnit() }
      let hochberg = benjaminiHochberg(values)
      for (place, value) in values.enumerated() {
        #expect(hochberg[place] >= value && hochberg[place] <= 1)
        #expect(benjaminiYekutieli(values)[place] >= hochberg[place])
        #expect(holm(values)[place] >= hochberg[place])
      }
      #expect(benjaminiHochberg(values.reversed()) == hochberg.reversed())
      #expect(holm(values.reversed()) == holm(values).reversed())
    }
  }

  @Test("Nothing to test gives nothing, and one test is left as it is")
  func edges() {
    #expect(benjaminiHochberg([]).isEmpty && holm([]).isEmpty && benjaminiYekutieli([]).isEmpty)
    #expect(holm([0.2]) == [0.2] && benjaminiHochberg([0.2]) == [0.2])
    #expect(eBenjaminiHochberg([], alpha: 0.1).isEmpty)
    #expect(eBenjaminiHochberg([100], alpha: 0).isEmpty)
    #expect(eBenjaminiHochberg([.infinity, 1], alpha: 0.1) == [0])
  }
}
