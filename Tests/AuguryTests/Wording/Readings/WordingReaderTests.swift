import Augury
import Lexicons
import Testing

/// Makes readings of quotes as `log` and `reread` do.
struct WordingReaderTests {
  private let reader = WordingReader()

  private func day(_ text: String) throws -> CivilDate { try CivilDate(iso: text) }

  private func read(
    _ quote: String, said: String = "2023-05-20", isNegated: Bool = false,
    _ scope: WordingReader.Scope = [.chance, .horizon]
  ) throws -> Reading? {
    reader.reading(
      of: Wording(quote: quote), said: try SaidTime(edtf: said), captured: try day("2026-11-23"),
      isNegated: isNegated, scope)
  }

  private func window(_ reading: Reading?) -> [String?] {
    let window = reading?.horizon?.window
    return [window?.strict, window?.default, window?.generous].map { $0?.description }
  }

  @Test func `the claim that it began with is read by CAPphrase and by our convention`() throws {
    let reading = try #require(try read("a military coup is likely imminent"))
    let chance = try #require(reading.chance)
    #expect(chance.words == "likely" && chance.kind == .verbal && chance.row == "likely")
    #expect(chance.table?.id == "capphrase-2026")
    #expect(
      [chance.meaning?.low, chance.meaning?.high, chance.meaning?.mean] == [0.6, 0.85, 0.725887])
    #expect(reading.horizon?.words == "imminent" && reading.horizon?.kind == .vague)
    #expect(window(reading) == ["2023-05-27", "2023-06-19", "2023-08-18"])
  }

  @Test func `only what is asked for is read, and nothing gives nothing`() throws {
    let quote = "a coup is likely imminent"
    #expect(try read(quote, .chance)?.horizon == nil)
    #expect(try read(quote, .horizon)?.chance == nil)
    #expect(try read(quote, []) == nil)
    #expect(try read("nothing of the kind") == nil)
  }

  @Test(arguments: [
    ("he will not resign", 0.9, 1.0), ("he is likely to stay", 0.6, 0.85),
    ("it is unlikely that he resigns", 0.7, 0.95), ("a 20 percent chance of it", 0.8, 0.8),
  ])
  func `of what a source denies the reading is the chance that it does not happen`(
    quote: String, low: Double, high: Double
  ) throws {
    let meaning = try #require(try read(quote, isNegated: true)?.chance?.meaning)
    #expect(abs(meaning.low - low) < 1e-9 && abs(meaning.high - high) < 1e-9)
  }

  @Test func `days are counted from when it was said, and an unknown day is named as such`() throws
  {
    #expect(window(try read("soon"))[1] == "2023-08-18")
    #expect(try read("soon")?.horizon?.reason?.contains("counted") != true)
    let unknown = try read("soon", said: "")
    #expect(window(unknown)[1] == "2027-02-21")
    #expect(unknown?.horizon?.reason?.contains("when it was said is not known") == true)
    let partial = try read("soon", said: "2023-05")
    #expect(window(partial)[1] == "2023-08-29")
    #expect(partial?.horizon?.reason?.contains("the last day") == true)
  }

  @Test func `a date of the calendar needs no day to count from`() throws {
    let reading = try read("by the end of 2027", said: "")
    #expect(window(reading) == [nil, "2027-12-31", nil])
    #expect(reading?.horizon?.reason == nil)
  }

  @Test func `what is past, and what has no end, is no horizon`() throws {
    #expect(try read("after the failed talks of March 2021 it is likely")?.horizon == nil)
    #expect(try read("a coup is likely after 2024")?.horizon == nil)
    let both = try read("after the talks of March 2021 a coup is likely by July 2023")
    #expect(window(both)[1] == "2023-07-31")
  }

  @Test func `days of the calendar come before vague words, and these before no day at all`() throws
  {
    #expect(window(try read("soon, at the latest by 1 July 2024"))[1] == "2024-07-01")
    #expect(try read("sooner or later, perhaps soon")?.horizon?.kind == .vague)
    let never = try #require(try read("sooner or later he falls")?.horizon)
    #expect(never.kind == .unfalsifiable && never.window == nil)
  }

  @Test func `a hedge is kept without figures`() throws {
    let chance = try #require(try read("he could fall")?.chance)
    #expect(chance.kind == .hedge && chance.meaning == nil && chance.scored == nil)
  }

  // MARK: Reading again

  private func forecast(_ quote: String?, _ reading: Reading? = nil) throws -> Forecast {
    let id = try #require(Identifier("f" + String(repeating: "0", count: 16)))
    return Forecast(
      id: id, question: id, source: id, said: try SaidTime(edtf: "2023-05-20"),
      wording: quote.map { Wording(quote: $0) }, reading: reading)
  }

  private func reread(
    _ forecast: Forecast, by reader: WordingReader? = nil, on kind: QuestionKind = .binary,
    hasDeadline: Bool = false
  ) throws -> Reading? {
    forecast.reread(
      by: reader ?? self.reader, captured: try day("2026-11-23"), on: kind,
      hasDeadline: hasDeadline)
  }

  @Test func `another scale changes words and leaves numbers`() throws {
    let icd = WordingReader(ChanceReader(scale: .icd203))
    let words = try forecast("it is likely", try read("it is likely"))
    #expect(try reread(words, by: icd)?.chance?.meaning?.low == 0.55)
    let number = try forecast("a 70 percent chance", try read("a 70 percent chance"))
    #expect(try reread(number, by: icd) == number.reading)
    var other = number
    other.wording?.quote = "it is likely"
    #expect(try reread(other, by: icd) == number.reading)
  }

  @Test func `words that were put right are read afresh, numbers among them`() throws {
    var forecast = try forecast("a 70 percent chance", try read("a 70 percent chance"))
    forecast.wording?.quote = "a 30 percent chance"
    let again = forecast.reread(
      by: reader, captured: try day("2026-11-23"), on: .binary, hasDeadline: false, isAfresh: true)
    #expect(again?.chance?.meaning?.mean == 0.3)
  }

  @Test func `words of another language are read only where somebody put them into English`() throws
  {
    func read(_ language: String?, _ form: WordingForm) throws -> Reading? {
      reader.reading(
        of: Wording(quote: "es will likely sein", language: language, form: form),
        said: try SaidTime(edtf: "2023-05-20"), captured: try day("2026-11-23"))
    }
    #expect(try read("de", .verbatim) == nil)
    for (language, form) in [
      (nil, WordingForm.verbatim), ("en", .verbatim), ("en-GB", .verbatim), ("ru", .translation),
      ("ru", .paraphrase),
    ] {
      #expect(try read(language, form)?.chance != nil, "\(language ?? "none")")
    }
  }

  @Test func `the zone of a window is kept when its words are read again`() throws {
    var forecast = try forecast("a coup is likely imminent", try read("a coup is likely imminent"))
    forecast.reading?.horizon?.window?.zone = "Asia/Tokyo"
    #expect(try reread(forecast) == forecast.reading)
  }

  @Test func `a probability or a day that was given is never read over`() throws {
    var given = try forecast("a coup is likely imminent")
    given.probability = try Probability(parsing: "30%")
    #expect(try reread(given)?.chance == nil)
    #expect(try reread(given)?.horizon != nil)
    given.window = Window(default: try day("2024-01-01"))
    #expect(try reread(given) == nil)
  }

  @Test func `a question's deadline stands unless the words were read by themselves before`() throws
  {
    let unread = try forecast("a coup is likely imminent")
    #expect(try reread(unread, hasDeadline: true)?.horizon == nil)
    let read = try forecast("a coup is likely imminent", try read("a coup is likely imminent"))
    #expect(try reread(read, hasDeadline: true)?.horizon == read.reading?.horizon)
  }

  @Test func `words about options and numbers give no chance`() throws {
    #expect(try reread(try forecast("it is likely"), on: .categorical) == nil)
  }

  @Test func `a reading without its words does not count`() throws {
    var forecast = try forecast("a coup is likely imminent", try read("a coup is likely imminent"))
    #expect(forecast.scoredProbability == 0.725887 && forecast.standingWindow != nil)
    forecast.wording = nil
    #expect(forecast.scoredProbability == nil && forecast.standingWindow == nil)
  }

  @Test func `readings that differ in nothing but their rules are alike`() throws {
    var one = try #require(try read("it is likely by June 2024"))
    let other = one
    one.chance?.rules = ["chance.fallback"]
    one.horizon?.rules = []
    #expect(Reading.areAlike(one, other) && one != other)
    one.chance?.table?.version = "2027.1"
    #expect(!Reading.areAlike(one, other) && !Reading.areAlike(one, nil))
  }
}
