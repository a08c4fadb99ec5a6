import Augury
import Testing

@Suite("Channels as text")
struct ChannelTests {
  private static let kinds: [ChannelKind] = [
    .terminal, .desktop, .ics(path: "/home/ada/a \"b\".ics"), .atom(path: "é.xml"),
    .mail(to: "me@example.org"), .command(["/bin/hook", "", "--flag"]),
    .webhook(url: "https://example.org/x", secretFile: nil, allowed: []),
    .webhook(url: "http://127.0.0.1:8/", secretFile: "k", allowed: ["127.0.0.1:8", "[::1]:9"]),
  ]

  @Test("What is written is read as the same channel", arguments: kinds)
  func roundTrip(_ kind: ChannelKind) throws {
    let plans = [
      DeliveryPlan(zone: "UTC"),
      DeliveryPlan(
        digest: .daily(minuteOfDay: 481), quiet: QuietHours(from: 1320, until: 420),
        zone: "Europe/Berlin", onlyOverdue: true),
      DeliveryPlan(digest: .weekly(weekday: 7, minuteOfDay: 1439), zone: "Pacific/Apia"),
    ]
    for plan in plans {
      let channel = Channel(name: "a\nb", kind: kind, plan: plan)
      #expect(try Channel(json: channel.json) == channel)
    }
  }

  @Test("The text is short, and its members are in order")
  func text() {
    let plan = DeliveryPlan(
      digest: .weekly(weekday: 1, minuteOfDay: 540), quiet: QuietHours(from: 1320, until: 420),
      zone: "UTC", onlyOverdue: true)
    #expect(
      Channel(name: "m", kind: .mail(to: "a@b"), plan: plan).json
        == #"{"digest":"weekly mon 09:00","kind":"mail","name":"m","only_overdue":true,"#
        + #""quiet":"22:00-07:00","to":"a@b","zone":"UTC"}"#)
    #expect(
      Channel(name: "d", kind: .desktop, plan: DeliveryPlan(zone: "UTC")).json
        == #"{"kind":"desktop","name":"d","zone":"UTC"}"#)
  }

  @Test(
    "What is missing, malformed or unknown is refused by name",
    arguments: [
      (#"{"kind":"desktop","zone":"UTC"}"#, ChannelTextError.member("name")),
      (#"{"kind":"desktop","name":"","zone":"UTC"}"#, .member("name")),
      (#"{"kind":"desktop","name":"d"}"#, .member("zone")),
      (#"{"kind":"pigeon","name":"d","zone":"UTC"}"#, .member("kind")),
      (#"{"kind":"ics","name":"d","zone":"UTC"}"#, .member("path")),
      (#"{"kind":"mail","name":"d","to":["x"],"zone":"UTC"}"#, .member("to")),
      (#"{"command":[],"kind":"command","name":"d","zone":"UTC"}"#, .member("command")),
      (#"{"command":[1],"kind":"command","name":"d","zone":"UTC"}"#, .member("command")),
      (#"{"digest":"hourly","kind":"desktop","name":"d","zone":"UTC"}"#, .member("digest")),
      (#"{"kind":"desktop","name":"d","quiet":"22-7","zone":"UTC"}"#, .member("quiet")),
      (#"{"kind":"desktop","name":"d","only_overdue":1,"zone":"UTC"}"#, .member("only_overdue")),
      (#"{"kind":"desktop","mood":"x","name":"d","zone":"UTC"}"#, .unknownMember("mood")),
      (#"{"kind":"desktop","name":"d","path":"x","zone":"UTC"}"#, .unknownMember("path")),
      ("[]", .member("name")),
      ("{", .notJSON(.unexpectedEnd(line: 1, column: 2))),
    ])
  func refused(_ text: String, _ error: ChannelTextError) {
    #expect(throws: error) { try Channel(json: text) }
  }

  @Test("Times of day are read strictly")
  func times() {
    #expect(ClockText.read("08:05") == 485 && ClockText.read("8:05") == 485)
    #expect(ClockText.write(485) == "08:05" && ClockText.write(0) == "00:00")
    for text in ["", "8", "24:00", "08:60", "8:5", "008:00", "+8:00", "08:00:00", "०८:००", " 8:00"]
    {
      #expect(ClockText.read(text) == nil, "\(text)")
    }
    #expect(DigestTime("weekly Monday 09:00") == .weekly(weekday: 1, minuteOfDay: 540))
    for text in [
      "weekly 09:00", "weekly mo 09:00", "daily", "daily 25:00", "at", "", "daily 8:00 x",
    ] {
      #expect(DigestTime(text) == nil, "\(text)")
    }
    for text in ["22:00", "22:00-22:00", "22:00-7", "22:00-07:00-08:00", "-07:00"] {
      #expect(QuietHours(text) == nil, "\(text)")
    }
  }
}
