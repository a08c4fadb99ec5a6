extension PhraseMaker {
  /// `in 3 weeks`, `three weeks ago`, `within 9 months`.
  mutating func duration() -> MadePhrase {
    let (number, word) = count(24)
    let unit = ["day", "week", "month", "year"][pick(0...3)]
    let plural = number == 1 ? unit : unit + "s"
    func moved(_ sign: Int) -> Int {
      switch unit {
      case "day": today + sign * number
      case "week": today + sign * 7 * number
      case "month": calendar.months(sign * number, from: today)
      default: calendar.months(sign * 12 * number, from: today)
      }
    }
    switch pick(0...4) {
    case 0: return made("in \(word) \(plural)", moved(1), moved(1) + 1)
    case 1: return made("\(word) \(plural) from now", moved(1), moved(1) + 1)
    case 2: return made("within \(word) \(plural)", today, moved(1) + 1)
    case 3: return made("\(word) \(plural) hence", moved(1), moved(1) + 1)
    default:
      guard unit != "year" else {
        return made("\(word) \(plural) from today", moved(1), moved(1) + 1)
      }
      return made("\(word) \(plural) ago", moved(-1), moved(-1) + 1)
    }
  }

  /// `by the end of May 2030`, `before May 2030`, `no later than May 5, 2030`.
  mutating func bounded() -> MadePhrase {
    let year = calendar.days[today].year + pick(1...20)
    let month = pick(1...12)
    let day = pick(1...28)
    let name = Self.months[month - 1]
    let first = calendar.place(year, month, 1)
    let after = calendar.seek(from: first) { $0.month != month }
    let place = calendar.place(year, month, day)
    switch pick(0...6) {
    case 0: return made("by the end of \(name) \(year)", today, after)
    case 1: return made("before \(name) \(year)", today, first)
    case 2: return made("after \(name) \(year)", after, nil)
    case 3: return made("no later than \(name) \(day), \(year)", today, place + 1)
    case 4: return made("until \(day) \(name) \(year)", today, place + 1)
    case 5: return made("since \(name) \(year)", first, nil)
    default: return made("by \(year)", today, calendar.place(year + 1, 1, 1))
    }
  }

  /// `next Friday`, `last Friday`, `Friday`.
  mutating func relatedWeekday() -> MadePhrase {
    let weekday = pick(1...7)
    let name = Self.weekdays[weekday - 1]
    let ahead = calendar.seek(from: today + 1) { $0.weekday == weekday }
    let behind = calendar.seek(from: today - 1, step: -1) { $0.weekday == weekday }
    let monday = calendar.seek(from: today + 1) { $0.weekday == 1 }
    let nextWeek = calendar.seek(from: monday) { $0.weekday == weekday }
    switch pick(0...4) {
    case 0: return made("next \(name)", nextWeek, nextWeek + 1)
    case 1: return made("last \(name)", behind, behind + 1)
    case 2: return made("a week from \(name)", ahead + 7, ahead + 8)
    case 3: return made("\(name) of next week", nextWeek, nextWeek + 1)
    default: return made("on \(name)", ahead, ahead + 1)
    }
  }

  /// `next month`, `the end of` which is left to the table of examples.
  mutating func relatedUnit() -> MadePhrase {
    let step = pick(-1...1)
    let name = ["last", "this", "next"][step + 1]
    let day = calendar.days[today]
    switch pick(0...3) {
    case 0:
      let monday = calendar.seek(from: today, step: -1) { $0.weekday == 1 } + 7 * step
      return made("\(name) week", monday, monday + 7)
    case 1:
      let first = calendar.months(step, from: calendar.place(day.year, day.month, 1))
      return made("\(name) month", first, calendar.months(1, from: first))
    case 2:
      let month = [1, 1, 1, 4, 4, 4, 7, 7, 7, 10, 10, 10][day.month - 1]
      let first = calendar.months(3 * step, from: calendar.place(day.year, month, 1))
      return made("\(name) quarter", first, calendar.months(3, from: first))
    default:
      let year = day.year + step
      return made("\(name) year", calendar.place(year, 1, 1), calendar.place(year + 1, 1, 1))
    }
  }

  /// A whole date in one of its forms.
  mutating func date() -> MadePhrase {
    let (year, month) = (pick(1960...2140), pick(1...12))
    let day = pick(1...BruteCalendar.length(month, year))
    let place = calendar.place(year, month, day)
    let name = Self.months[month - 1]
    let forms = [
      "\(name) \(day), \(year)", "\(day) \(name) \(year)", "\(name.prefix(3)). \(day), \(year)",
      "the \(day)\(ending(day)) of \(name) \(year)", "\(name) \(day)\(ending(day)) \(year)",
      "on \(day)\(ending(day)) \(name), \(year)", calendar.days[place].text,
      "\(month)/\(day)/\(year)",
      "\(Self.weekdays[calendar.days[place].weekday - 1]), \(name) \(day), \(year)",
    ]
    return made(forms[pick(0...forms.count - 1)], place, place + 1)
  }

  /// A date that comes next.
  mutating func dateWithoutYear() -> MadePhrase {
    let month = pick(1...12)
    let day = pick(1...BruteCalendar.length(month, 2024))
    let place = calendar.seek(from: today) { $0.month == month && $0.day == day }
    let name = Self.months[month - 1]
    let forms = [
      "\(name) \(day)", "\(day) \(name)", "the \(day)\(ending(day)) of \(name)", "\(month)/\(day)",
    ]
    return made(forms[pick(0...3)], place, place + 1)
  }

  /// `the second Tuesday of May 2030`, `the last Friday in June 2031`.
  mutating func nthWeekday() -> MadePhrase {
    let (year, month, weekday) = (pick(1960...2140), pick(1...12), pick(1...7))
    let first = calendar.place(year, month, 1)
    let place: Int
    let word: String
    if isHeads() {
      let after = calendar.seek(from: first) { $0.month != month }
      place = calendar.seek(from: after - 1, step: -1) { $0.weekday == weekday }
      word = "last"
    } else {
      let nth = pick(1...4)
      place = calendar.seek(from: first) { $0.weekday == weekday } + 7 * (nth - 1)
      word = Self.ordinals[nth - 1]
    }
    let phrase = "the \(word) \(Self.weekdays[weekday - 1]) of \(Self.months[month - 1]) \(year)"
    return made(phrase, place, place + 1)
  }
}
