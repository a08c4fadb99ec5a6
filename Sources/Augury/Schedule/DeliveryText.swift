extension DigestTime {
  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// The time as text: `at once`, `daily 08:00` or `weekly mon 09:00`.
  public var text: String {
    switch self {
    case .atOnce: "at once"
    case .daily(let minute): "daily \(ClockText.write(minute))"
    case .weekly(let weekday, let minute):
      "weekly \(DigestTime.weekdays[(weekday + 6) % 7].prefix(3)) \(ClockText.write(minute))"
    }
  }

  /// Creates the time that is written as by ``text``; a weekday may be written out.
  public init?(_ text: String) {
    let words = text.split(separator: " ")
    switch (words.first, words.count) {
    case ("at", 2) where words[1] == "once": self = .atOnce
    case ("daily", 2):
      guard let minute = ClockText.read(words[1]) else { return nil }
      self = .daily(minuteOfDay: minute)
    case ("weekly", 3):
      guard let minute = ClockText.read(words[2]),
        let day = DigestTime.weekday(words[1].lowercased())
      else { return nil }
      self = .weekly(weekday: day, minuteOfDay: minute)
    default: return nil
    }
  }

  private static func weekday(_ word: String) -> Int? {
    weekdays.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }
}

extension QuietHours {
  /// The hours as text, such as `22:00-07:00`.
  public var text: String { "\(ClockText.write(from))-\(ClockText.write(until))" }

  /// Creates the hours that are written as by ``text``; two equal times are none.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let from = ClockText.read(parts[0]),
      let until = ClockText.read(parts[1]), from != until
    else { return nil }
    self.init(from: from, until: until)
  }
}
