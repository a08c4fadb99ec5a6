import Augury
import Testing

/// What of a text's chances and horizons stands for the whole.
@Suite struct TextReadingTests {
  private func text(_ text: String, saidOn day: String = "2026-11-23") throws -> TextReading {
    TextReading(text, saidOn: try CivilDate(iso: day))
  }

  @Test(
    "The horizon beside the chance stands for the text",
    arguments: [
      ("Likely by 2030; a 20 percent chance by the end of 2026", 0.2, "2026-12-31"),
      ("A 20 percent chance by the end of 2026, and likely by 2030", 0.2, "2026-12-31"),
      ("Likely by 2030, with a 20 percent chance by the end of 2026", 0.2, "2026-12-31"),
      ("Likely by 2030 and a 20 percent chance by the end of 2026", 0.2, "2026-12-31"),
      (
        "They vote on Dec. 7, 2026. By June 2028 there is a 40% chance of a win.", 0.4, "2028-06-30"
      ),
      ("a 10% chance by 2027 and a 30% chance by 2030", 0.1, "2027-12-31"),
      ("By 2030 all is new; war is likely soon", 0.6, "2027-02-21"),
    ] as [(String, Double, String)])
  func pairs(words: String, low: Double, last: String) throws {
    let reading = try text(words)
    #expect(reading.chance?.low == low)
    #expect(reading.horizon?.window.last?.description == last)
  }

  @Test(
    "Without a horizon beside the chance the first days ahead stand for the text",
    arguments: [
      ("In 2027 they vote; I see a 40% chance of a win.", "2027-12-31"),
      ("War is inevitable; it starts by 2028 or so, and not soon", "2028-12-31"),
      ("soon, at the latest by 1 July 2027", "2027-07-01"),
      ("A coup in 2021; a 40% chance of one in 2024; the vote is in 2028", "2028-12-31"),
    ])
  func first(words: String, last: String) throws {
    #expect(try text(words).horizon?.window.last?.description == last)
  }

  @Test(
    "A number with nothing but a time beside it is a chance",
    arguments: [
      ("one in five by May", 0.2), ("fifty-fifty within eighteen months", 0.5),
      ("three in ten within two years", 0.3), ("about 30% by the end of 2027", 0.3),
      ("70% (up from 50% last month)", 0.7), ("I'd say 35% by 2028", 0.35),
      ("could well happen by May; I'd put it at 35%", 0.35), ("one in five in 2027", 0.2),
    ] as [(String, Double)])
  func bareNumbers(words: String, value: Double) throws {
    let reading = try text(words)
    #expect(reading.chance?.kind == .number && reading.chance?.low == value)
    #expect(!reading.horizons.isEmpty || words.contains("put"))
  }

  @Test(
    "What is beside a time is no chance by that alone",
    arguments: [
      "70% of voters by May", "usually by 2030", "one in five years", "3% growth in 2027",
      "10 in 2027",
    ])
  func noChances(words: String) throws { #expect(try text(words).chances == []) }

  @Test("The number of a chance is no year, and that of a date is no chance")
  func yearsAndNumbers() throws {
    let odds = try text("There is a 1-in-1000 chance of a strike by 2030")
    #expect(odds.chance?.low == 0.001)
    #expect(odds.horizons.map { odds.words($0.span) } == ["by 2030"])
    #expect(try text("The odds are 1 in 1000.").chance?.low == 0.001)
    #expect(try text("2/3").chances == [])
  }

  @Test("What was passed over is told, but for hedges, flat statements and the past")
  func others() throws {
    let reading = try text(
      "It could come in 2024, it will come soon, it is likely by 2030; a 20% chance by May 2027")
    #expect(reading.otherChances.map { reading.words($0.span) } == ["likely"])
    #expect(reading.otherHorizons.map { reading.words($0.span) } == ["soon", "by 2030"])
    let plain = try text("likely by 2030")
    #expect(plain.otherChances == [] && plain.otherHorizons == [])
  }

  @Test(
    arguments: [
      ("the talks on Tuesday", true, "2026-11-25"), ("the talks on Tuesday", false, "2026-11-18"),
      ("probably on Tuesday", nil, "2026-11-25"), ("the talks on Tuesday", nil, "2026-11-18"),
    ] as [(String, Bool?, String)])
  func `a day without its week lies ahead in a forecast, and in a text that speaks of chances`(
    text: String, isForecast: Bool?, until: String
  ) throws {
    let reading = TextReading(text, saidOn: try day("2026-11-23"), isForecast: isForecast)
    #expect(reading.horizons.first?.until == (try day(until)))
  }
}
