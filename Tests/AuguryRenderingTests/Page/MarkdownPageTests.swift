import Augury
import AuguryRendering
import Testing

struct MarkdownPageTests {
  /// The cells of a line of a table, by the bars that are not escaped.
  private func cells(_ line: Substring) -> Int {
    var count = 0
    var isEscaped = false
    for character in line {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  @Test func `the tables of a page keep their columns, whatever a name is`() throws {
    let sample = try NewsroomSample(renaming: "A | B \\| `c` <script>\n# x")
    let page = try #require(try sample.page())
    for file in [
      SourcePageMarkdown(page, sample.particulars, NewsroomSample.stamp).file,
      TrackRecordMarkdown(sample.record, NewsroomSample.stamp).file,
    ] {
      let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
      for (line, next) in zip(lines, lines.dropFirst())
      where line.hasPrefix("| ") && next.hasPrefix("| ") {
        #expect(cells(line) == cells(next), "\(next)")
      }
      #expect(!file.contains("<script") && lines.contains { $0.hasPrefix("| ") })
      #expect(lines.count { $0.hasPrefix("# ") } == 1)
    }
  }

  @Test func `a page tells of each forecast, and links only to the web`() throws {
    let sample = try NewsroomSample()
    let page = try #require(try sample.page())
    let file = SourcePageMarkdown(page, sample.particulars, NewsroomSample.stamp).file
    #expect(file.split(separator: "\n").count { $0.hasPrefix("### ") } == page.forecasts.count)
    #expect(
      file.contains("](<https://gazette.example/2025/05/what-the-spring-will-bring?page=2&from="))
    let hostile = OneForecast.texts("javascript:alert(1)")
    let one = try #require(try OneForecast(named: "N.").page)
    #expect(!SourcePageMarkdown(one, hostile, OneForecast.stamp("x")).file.contains("](<"))
  }
}
