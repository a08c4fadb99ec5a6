import TestSupport
import Testing

/// How figures are held against others, and how their tables are read and written.
struct ReproductionTests {
  private func isWrong(_ figure: Reproduction.Figure) throws -> Bool {
    var reproduction = Reproduction("No such section")
    reproduction.add("Ann", count: 3, [figure])
    return try reproduction.problems.contains { $0.hasPrefix("Ann") }
  }

  @Test(arguments: [
    (0.23249, "0.232", false), (0.23251, "0.232", true), (17949.9, "17900", false),
    (17951, "17900", true), (158.4, "159", true), (99.9996, "100.000", false),
    (99.9994, "100.000", true), (-2.6928, "-2.69", false), (.nan, "0.232", true),
  ])
  func `a figure has to round to the one that is printed`(
    ours: Double, printed: String, wrong: Bool
  ) throws {
    #expect(try isWrong(.init("Brier", ours, printed: printed)) == wrong)
  }

  @Test func `a figure has to be the wanted one up to 12 decimals`() throws {
    #expect(try !isWrong(.init("Brier", 0.25 + 9e-13, wanted: 0.25)))
    #expect(try isWrong(.init("Brier", 0.25 + 2e-12, wanted: 0.25)))
    #expect(try !isWrong(.init("WIS", 28483.5 + 1e-9, wanted: 28483.5)))
    #expect(try isWrong(.init("log", .infinity, wanted: 1)) && isWrong(.init("x", .nan, wanted: 0)))
  }

  @Test func `a line that the page lacks is a problem`() throws {
    var reproduction = Reproduction("Rain in Niamey")
    reproduction.add("EMOS", count: 92, [.init("Brier", -0.00000001)])
    #expect(reproduction.table.last == "| EMOS | 92 | 0.000000 |")
    #expect(try reproduction.problems.contains { $0.hasSuffix("lacks: | EMOS | 92 | 0.000000 |") })
  }

  @Test func `a table reads back as it was written`() {
    let rows = [["a": "x,\"y\"\nz", "b": ""], ["a": " é", "b": "\"\""]]
    #expect(CSVTable(CSVTable.text(of: rows)).rows == rows)
    #expect(CSVTable("a,b\r\n1,\r\n\r\n2").rows == [["a": "1", "b": ""], ["a": "2"]])
  }
}
