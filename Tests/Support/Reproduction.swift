import Foundation

/// Figures that others printed or worked out, each beside ours.
///
/// They are written as one table, which has to stand in a section of Docs/Reproduced.md: the page
/// shows what a test found, and nothing else.
package struct Reproduction {
  /// One figure of one source.
  package struct Figure {
    let name: String
    let ours: Double
    let wanted: Double?
    let printed: String?
    let decimals: Int

    /// Creates a figure.
    ///
    /// - Parameters:
    ///   - name: What it is called at the head of its column.
    ///   - ours: What was worked out here.
    ///   - wanted: The figure it has to be, up to 10⁻¹² of it or of 1.
    ///   - printed: The figure as it is printed elsewhere, which ours has to round to.
    ///   - decimals: With how many decimals ours is written.
    package init(
      _ name: String, _ ours: Double, wanted: Double? = nil, printed: String? = nil,
      decimals: Int = 6
    ) {
      self.name = name
      self.ours = ours
      self.wanted = wanted
      self.printed = printed
      self.decimals = decimals
    }

    /// Half of what the last digit printed stands for; zeros at the end of a whole number are none.
    private var half: Double {
      guard let printed else { return 0 }
      let places = printed.firstIndex(of: ".").map { printed[$0...].count - 1 }
      let zeros = printed.reversed().prefix { $0 == "0" }.count
      return 0.5 * pow(10, Double(places.map { -$0 } ?? zeros))
    }

    /// Whether it is what it has to be.
    var isRight: Bool {
      if let wanted, !(abs(ours - wanted) <= 1e-12 * max(1, abs(wanted))) { return false }
      guard let printed else { return true }
      return Double(printed).map { abs(ours - $0) <= half * (1 + 1e-9) } ?? false
    }

    fileprivate var text: String {
      let number = String(format: "%.\(decimals)f", ours)
      let text = number.replacing("-", with: Double(number) == 0 ? "" : "−")
      return printed.map { "\(text) (\($0))" } ?? text
    }

    fileprivate var account: String {
      "\(name): \(ours)" + (wanted.map { ", wanted \($0)" } ?? "")
        + (printed.map { ", printed \($0)" } ?? "")
    }
  }

  private struct Line {
    let source: String
    let count: Int
    let figures: [Figure]
  }

  private let section: String
  private var lines: [Line] = []

  /// Creates a table without lines, for the section with this heading.
  package init(_ section: String) { self.section = section }

  /// Adds the figures of one source, over so many forecasts.
  package mutating func add(_ source: String, count: Int, _ figures: [Figure]) {
    lines.append(Line(source: source, count: count, figures: figures))
  }

  /// The table in Markdown: a line for each source, and in brackets what is printed elsewhere.
  package var table: [String] {
    let names = ["Source", "n"] + (lines.first?.figures.map(\.name) ?? [])
    let rows = lines.map { [$0.source, "\($0.count)"] + $0.figures.map(\.text) }
    return ([names, names.map { _ in "---" }] + rows).map {
      "| " + $0.joined(separator: " | ") + " |"
    }
  }

  /// What is wrong: figures that are not what they have to be, and lines that the page lacks.
  package var problems: [String] {
    get throws {
      let wrong = lines.flatMap { line in
        line.figures.filter { !$0.isRight }.map { "\(line.source), \($0.account)" }
      }
      let page = MarkdownPage(try PackageRoot.text(of: "Docs/Reproduced.md"))
      let shown = page.section(section, level: 2)?.lines ?? []
      let missing = table.filter { !shown.contains($0) }
      return wrong + missing.map { "Docs/Reproduced.md, \(section), lacks: \($0)" }
    }
  }
}
