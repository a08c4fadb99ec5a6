import Augury
import AuguryRendering
import Testing

/// The pages as HTML: well-formed, named, and closed to what comes from outside.
struct PageTests {
  private static let sample = Result { try NewsroomSample() }

  private func files() throws -> [String] {
    let sample = try Self.sample.get()
    let page = try #require(try sample.page())
    return [
      SourcePageHTML(page, sample.particulars, NewsroomSample.stamp).file,
      TrackRecordHTML(sample.record, NewsroomSample.stamp).file,
    ]
  }

  @Test func `a page has one title, headings without a gap, and names for all it draws`() throws {
    for file in try files() {
      let page = try MarkupNode(reading: file)
      #expect(page.all("h1").count == 1)
      var level = 1
      for heading in page.all where ["h1", "h2", "h3", "h4"].contains(heading.tag) {
        let next = try #require(Int(heading.tag.dropFirst()))
        #expect(next <= level + 1, "\(heading.text)")
        level = next
      }
      let drawings = page.all("svg").filter { $0.attributes["role"] == "img" }
      #expect(!drawings.isEmpty)
      for drawing in drawings {
        let names = drawing.children.prefix(2)
        #expect(names.map(\.tag) == ["title", "desc"] && names.allSatisfy { !$0.text.isEmpty })
        #expect(drawing.attributes["aria-labelledby"] == names.first?.attributes["id"])
      }
      for header in page.all("th") {
        #expect(["col", "row"].contains(header.attributes["scope"]), "\(header.text)")
      }
      let identifiers = page.all.compactMap { $0.attributes["id"] }
      #expect(Set(identifiers).count == identifiers.count)
      for link in page.all("a") {
        let target = try #require(link.attributes["href"])
        #expect(!target.hasPrefix("#") || identifiers.contains(String(target.dropFirst())))
      }
    }
  }

  @Test func `a page asks for nothing, runs nothing, and says what it was made from`() throws {
    for file in try files() {
      #expect(file.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"))
      for loading in ["<script", "<link", "<img", "src=", "url(", "@import", "@font-face"] {
        #expect(!file.contains(loading), "\(loading)")
      }
      #expect(file.contains(NewsroomSample.stamp.hash) && file.contains("1,204 entries"))
      #expect(file.contains("augury report --format html"))
    }
    #expect(try files() == files())
  }

  @Test func `every forecast is on the page with all that is known of it`() throws {
    let sample = try Self.sample.get()
    let page = try #require(try sample.page())
    let read = try MarkupNode(reading: try files()[0])
    let items = read.all("li").filter { $0.attributes["id"]?.hasPrefix("forecast-") == true }
    #expect(items.count == page.forecasts.count && page.forecasts.count > 50)
    for (index, forecast) in page.forecasts.enumerated() {
      let item = try #require(items.first { $0.attributes["id"] == "forecast-\(index + 1)" })
      let texts = try #require(sample.particulars[forecast.number])
      var wanted: [String?] = [texts.text, texts.said, texts.quote, texts.outcome, texts.reading]
      wanted += texts.evidence
      for passage in texts.passages { wanted += [passage.venue, passage.title, passage.archived] }
      for text in wanted.compactMap(\.self) { #expect(item.text.contains(text)) }
      #expect(item.text.contains(forecast.captured.civilDate.description))
      #expect(item.text.contains(SourcePageWords(page).reference(forecast)))
    }
  }

  @Test func `what a hostile ledger holds stays text`() throws {
    for hostile in HostileText.all {
      let text = String(hostile.prefix(500))
      let page = try #require(try OneForecast(named: text).page)
      let file = SourcePageHTML(page, OneForecast.texts(text), OneForecast.stamp(text)).file
      #expect(HostileText.danger(in: file, allowing: "\n\t\u{200C}\u{200D}") == nil)
      let read = try MarkupNode(reading: file)
      for node in read.all {
        #expect(!["script", "img", "iframe", "object", "link"].contains(node.tag))
        #expect(!node.attributes.keys.contains { $0.hasPrefix("on") })
        let target = node.attributes["href"] ?? "#"
        #expect(["#", "http://", "https://"].contains { target.lowercased().hasPrefix($0) })
      }
      #expect(read.all("style").count == 1)
    }
  }

  @Test(arguments: [
    "https://gazette.example/a?b=c&d=e#f", "http://a.example", "HTTPS://A.EXAMPLE/ü",
    "https://[2001:db8::1]:80/",
  ])
  func `addresses of the web are linked to`(address: String) {
    #expect(WebAddress(address)?.text == address)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " https://a.example", "data:text/html,x",
    "//a.example", "/a", "https:a", "https://", "https:///a",
    "https://paypal.example@evil.example/",
    "https://a.example/\u{202E}gpj.exe", "https://a.example/a b", "https://a.example/\"onclick=",
    "https://a.example\\@evil.example", "vbscript:x", "java\nscript:x", "https://a.example/<x>", "",
    "file:///etc/passwd", "https://:80/",
  ])
  func `other addresses are shown and not linked to`(address: String) throws {
    #expect(WebAddress(address) == nil)
    let page = try #require(try OneForecast(named: "N.").page)
    let file = SourcePageHTML(page, OneForecast.texts(address), OneForecast.stamp("x")).file
    let links = try MarkupNode(reading: file).all("a").compactMap { $0.attributes["href"] }
    #expect(links.allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `sources whose ranks overlap share a background`() throws {
    let record = try Self.sample.get().record
    let ties = record.ties
    #expect(ties.map(\.count) == [2, 1, 6, 2] && ties.joined().count == record.ranked)
    for (tie, next) in zip(ties, ties.dropFirst()) {
      let reach = tie.compactMap { $0.figures?.edge?.rank?.upperBound }.max() ?? 0
      #expect(next.allSatisfy { ($0.figures?.edge?.rank?.lowerBound ?? 0) > reach })
    }
    let page = try MarkupNode(reading: try files()[1])
    let bodies = try #require(page.all("table").first).all("tbody")
    #expect(bodies.map { $0.all("tr").count } == ties.map(\.count))
    #expect(
      zip(bodies, bodies.dropFirst()).allSatisfy {
        $0.attributes["class"] != $1.attributes["class"]
      })
  }
}
