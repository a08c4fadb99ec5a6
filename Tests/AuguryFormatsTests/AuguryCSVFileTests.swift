import Augury
import AuguryFormats
import Testing

struct AuguryCSVFileTests {
  @Test func `a plain row is a forecast on a question`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,probability,deadline,outcome,happened_on,known_on,event,tags,zone",
      "Ann,Will it rain?,2025-01-02,0.70,2025-02-01,yes,2025-01-09,2025-01-10,storm,b;a,Europe/Rome",
      "Bob,Will it rain?,2025-01,,2025-02-01,,,,,c,",
      "Ann,Will it snow?,unknown,1,,no,,,,,")
    #expect(file.sources == ["Ann", "Bob"])
    #expect(file.count == 3 && (0..<3).map(file.line) == [2, 3, 4])
    #expect((0..<3).map { file.places($0).source } == [0, 1, 0])
    #expect((0..<3).map { file.places($0).question } == [0, 0, 1])
    let rain = try #require(file.questions.first)
    #expect(rain.text == "Will it rain?" && rain.kind == .binary && rain.line == 2)
    let day = { (text: String) in try CivilDate(iso: text) }
    #expect(try rain.deadline == Deadline(day: day("2025-02-01"), zone: "Europe/Rome"))
    #expect(try rain.outcome == .happened(day("2025-01-09")))
    #expect(try rain.known == day("2025-01-10"))
    #expect(rain.event == "storm" && rain.tags == ["a", "b", "c"] && rain.origin == nil)
    #expect(file.questions[1].outcome == .cannotHappen)
    #expect(try file.forecast(0).probability == Probability(fraction: "0.70"))
    #expect(try file.forecast(0).said == SaidTime(edtf: "2025-01-02"))
    #expect(try file.forecast(1).said == SaidTime(edtf: "2025-01"))
    #expect(file.forecast(1).probability == nil && file.forecast(2).said.isUnknown)
  }

  @Test func `everything else a row tells of its forecast is read`() throws {
    let file = try readAuguryCSV(
      "Source,QUESTION, said_on ,system,question_id,forecast_key,recorded_on,quote,language,wording,url,via,baseline,negated,probability",
      "Ann,\"Rain, soon?\",2025-01-02,met,q1,f1,2025-01-03T10:00:00+01:00,\"She said \"\"so\"\"\",fr,Translation,https://a.example/x?a=b,Paper;Radio \\; 1=https://r.example/,0.5,TRUE,.25"
    )
    let forecast = file.forecast(0)
    #expect(file.questions[0].text == "Rain, soon?")
    #expect(file.questions[0].origin == Origin(system: "met", key: "q1"))
    #expect(forecast.origin == Origin(system: "met", key: "f1"))
    #expect(
      try forecast.stamp
        == Stamp(system: "met", recorded: SaidTime(edtf: "2025-01-03T09:00:00Z")))
    #expect(
      forecast.wording == Wording(quote: "She said \"so\"", language: "fr", form: .translation))
    #expect(
      forecast.citations == [
        Citation(venue: "Paper", url: "https://a.example/x?a=b"),
        Citation(venue: "Radio ; 1", url: "https://r.example/"),
      ])
    #expect(try forecast.baseline == Probability(fraction: "0.5"))
    #expect(forecast.isNegated)
  }

  @Test(arguments: [
    ("https://news.example/a", "news.example"), ("http://u:p@h.example:80?x", "h.example"),
    ("https://[::1]:8080/", "[::1]"), ("ftp://h#a", "h"),
  ])
  func `an address without a venue has its host for one`(url: String, host: String) throws {
    let file = try readAuguryCSV("source,question,said_on,url", "A,Q,,\(url)")
    #expect(file.forecast(0).citations == [Citation(venue: host, url: url)])
  }

  @Test func `rows are joined wherever they stand`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,forecast_key,option,probability,quantile,value,quote",
      "A,Who?,2025-01-01,,red,0.3,,,", "B,Who?,2025-01-01,k,blue,1,,,",
      "A,How many?,2025-01-01,,,,0.9,12,", "A,Who?,2025-01-02,,red,1,,,",
      "A,When?,,,,,.25,2025-03-01,", "A,How many?,2025-01-01,,,,0.1,-5,",
      "A,Who?,2025-01-01,,green,0.7,,,words", "A,When?,unknown,,,,0.75,2025-03-01,")
    #expect(file.count == 5 && (0..<5).map(file.line) == [2, 3, 4, 5, 6])
    #expect(file.questions.map(\.kind) == [.categorical, .numeric, .date])
    #expect(file.questions[0].options == ["red", "blue", "green"])
    let probability = { (text: String) in try Probability(fraction: text) }
    let number = { (text: String) in try DecimalText(parsing: text) }
    #expect(
      try file.forecast(0).parts == [
        .option("red", probability("0.3")), .option("green", probability("0.7")),
      ])
    #expect(file.forecast(0).wording?.quote == "words" && file.forecast(0).probability == nil)
    #expect(
      try file.forecast(2).parts == [
        .quantile(number("0.9"), value: number("12")),
        .quantile(number("0.1"), value: number("-5")),
      ])
    let march = try CivilDate(iso: "2025-03-01")
    #expect(
      try file.forecast(4).parts == [
        .dateQuantile(number(".25"), value: march), .dateQuantile(number("0.75"), value: march),
      ])
    #expect(file.forecast(4).said.isUnknown)
  }

  @Test func `a question with an identifier is one, and its cells fill each other`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,system,question_id,deadline,kind,unit,outcome,options",
      "A,,2025,s,1,,,,,", "A,Price?,2025,s,1,2026-01-01,NUMERIC,,1.50,",
      "A,Price?,2025,t,1,,,,,", "A,Price?,2025,s,1,2026-01-01,,USD,1.5,",
      "A,Who?,2025,s,2,,ordered,,b,c; b", "A,Who?,2025,s,2,,Ordered,,,c;b ")
    #expect(file.questions.count == 3)
    #expect(file.questions[0].text == "Price?" && file.questions[0].line == 2)
    #expect(file.questions[0].kind == .numeric && file.questions[0].unit == "USD")
    #expect(try file.questions[0].outcome == .number(DecimalText(parsing: "1.50")))
    #expect(file.questions[2].options == ["c", "b"] && file.questions[2].outcome == .option("b"))
    #expect((0..<6).map { file.places($0).question } == [0, 0, 1, 0, 2, 2])
  }

  @Test func `a question without an identifier is its text, deadline, kind and system`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,system,deadline,kind", "A,Q,,,,", "A,Q,,,,binary", "A, Q ,,,,",
      "A,\" Q\",,,,", "A,Q,,s,,", "A,Q,,,2025-01-01,", "A,Q,,,,numeric")
    #expect((0..<7).map { file.places($0).question } == [0, 0, 0, 1, 2, 3, 4])
  }

  @Test(
    arguments: [
      ("binary", "Yes", "", Outcome.happened(nil)), ("binary", "no", "", .cannotHappen),
      ("binary", "never", "2025-01-01", .cannotHappen), ("binary", "ambiguous", "", .ambiguous),
      ("numeric", "annulled", "", .annulled), ("date", "AMBIGUOUS", "", .ambiguous),
      ("categorical", "annulled", "", .annulled), ("binary", "", "", nil),
    ] as [(String, String, String, Outcome?)])
  func `each word of an outcome has its meaning`(
    kind: String, word: String, deadline: String, outcome: Outcome?
  ) throws {
    let file = try readAuguryCSV(
      "source,question,said_on,kind,outcome,deadline", "A,Q,,\(kind),\(word),\(deadline)")
    #expect(file.questions[0].outcome == outcome)
  }

  @Test func `a no is known through its deadline or a day of its own`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,outcome,deadline,kind", "A,Q,,no,2025-01-31,",
      "A,R,,not by 2024-12-31,2025-01-31,", "A,S,,2025-05-06,,date")
    let day = { (text: String) in try CivilDate(iso: text) }
    #expect(try file.questions[0].outcome == .notSeen(through: day("2025-01-31")))
    #expect(try file.questions[1].outcome == .notSeen(through: day("2024-12-31")))
    #expect(try file.questions[2].outcome == .date(day("2025-05-06")))
  }

  @Test func `a file without rows is an empty supply`() throws {
    let file = try readAuguryCSV("said_on,source,question")
    #expect(file.count == 0 && file.questions.isEmpty && file.sources.isEmpty)
  }

  @Test func `progress is told about every 4 MiB and at the end`() throws {
    let row = "Someone,Will it?,2025-01-02,0.5," + String(repeating: "x", count: 1000) + "\n"
    let text = "source,question,said_on,probability,quote\n" + String(repeating: row, count: 9000)
    var steps: [Int] = []
    _ = try AuguryCSVFile(Array(text.utf8)) { done, total in
      #expect(total == text.utf8.count)
      steps.append(done)
    }
    #expect(steps.count == 3 && steps == steps.sorted() && steps.last == text.utf8.count)
  }

  @Test func `a forecast's own window has a zone, and a withdrawal a time`() throws {
    let file = try readAuguryCSV(
      "source,question,said_on,deadline,until,until_zone,withdrawn_on",
      "A,Q,2025,2025-12-31,2025-06-30,Europe/Rome,2025-03", "B,Q,2025,2025-12-31,2025-06-30,,",
      "C,Q,2025,2025-12-31,,,unknown")
    #expect(file.withdrawn == [0, 2])
    let day = try CivilDate(iso: "2025-06-30")
    #expect(file.forecast(0).window == Window(default: day, zone: "Europe/Rome"))
    #expect(try file.forecast(0).withdrawn == SaidTime(edtf: "2025-03"))
    #expect(file.forecast(1).window == Window(default: day))
    #expect(file.forecast(1).withdrawn == nil && file.forecast(2).withdrawn == .unknown)
    #expect(file.forecast(2).window == nil)
  }

  @Test func `beside a forecast without a deadline the others of its question keep theirs`() throws
  {
    let file = try readAuguryCSV(
      "source,question,said_on,deadline,zone,until", "A,Q,2024,,,none", "B,Q,2025,2025-12-31,UTC,",
      "C,Q,2025,2025-12-31,UTC,2025-06-30", "D,R,2025,2025-12-31,UTC,")
    let deadline = Deadline(day: try CivilDate(iso: "2025-12-31"), zone: "UTC")
    let questions = file.questions.map(\.text)
    #expect(questions == ["Q", "Q", "R"])
    let whole = try readAuguryCSV(
      "source,question,said_on,deadline,zone,until", "A,Q,2024,2025-12-31,,NONE",
      "B,Q,2025,2025-12-31,UTC,", "C,Q,2025,2025-12-31,UTC,2025-06-30",
      "D,R,2025,2025-12-31,UTC,")
    #expect(whole.questions[0].deadline == nil && whole.questions[0].moved == deadline)
    #expect(whole.forecast(0).window == nil)
    #expect(whole.forecast(1).window == Window(default: deadline.day, zone: "UTC"))
    #expect(whole.forecast(2).window?.default == (try CivilDate(iso: "2025-06-30")))
    #expect(whole.questions[1].deadline == deadline && whole.questions[1].moved == nil)
    #expect(whole.forecast(3).window == nil)
  }

  @Test func `the guard of an export is taken off, and a text's own apostrophe stays`() throws {
    for text in ["=1+1", "'=1+1", "''@x", "'quoted'", "'tis", "-0.5", "'-0.5", "\t", "'\u{200B}=x"]
    {
      for guards in [false, true] {
        var writer = AuguryCSVWriter(guardFormulas: guards)
        writer.header()
        var row = AuguryCSVRow()
        (row[.source], row[.question]) = (text, text + "\"")
        writer.row(row)
        let file = try AuguryCSVFile(writer.bytes)
        #expect(file.sources == [text] && file.questions[0].text == text + "\"", "\(guards)")
      }
    }
    // What no export writes stays as it is.
    let file = try readAuguryCSV("source,question,said_on", "'A',' =x,2025", "' B,'C,2025")
    #expect(file.sources == ["'A'", "' B"] && file.questions.map(\.text) == [" =x", "'C"])
  }
}
