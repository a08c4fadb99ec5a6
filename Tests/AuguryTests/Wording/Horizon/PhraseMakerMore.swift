extension PhraseMaker {
  /// `Q3 2030`, `the third quarter of 2030`, `the second half of 2030`, `the 2030s`.
  mutating func partOfYear() -> MadePhrase {
    let year = pick(1960...2130)
    let number = pick(1...4)
    let first = calendar.place(year, 3 * number - 2, 1)
    switch pick(0...4) {
    case 0: return made("Q\(number) \(year)", first, calendar.months(3, from: first))
    case 1:
      return made(
        "the \(Self.ordinals[number - 1]) quarter of \(year)", first,
        calendar.months(3, from: first))
    case 2:
      let half = (number + 1) / 2
      let start = calendar.place(year, half == 1 ? 1 : 7, 1)
      return made(
        "the \(Self.ordinals[half - 1]) half of \(year)", start, calendar.months(6, from: start))
    case 3: return made("in \(year)", calendar.place(year, 1, 1), calendar.place(year + 1, 1, 1))
    default:
      let decade = year / 10 * 10
      return made(
        "the \(decade)s", calendar.place(decade, 1, 1), calendar.place(decade + 10, 1, 1))
    }
  }

  /// `the first week of May 2030`: whole weeks from Monday.
  mutating func week() -> MadePhrase {
    let (year, month) = (pick(1960...2140), pick(1...12))
    let first = calendar.place(year, month, 1)
    let after = calendar.seek(from: first) { $0.month != month }
    let monday: Int
    let word: String
    if isHeads() {
      let sunday = calendar.seek(from: after - 1, step: -1) { $0.weekday == 7 }
      monday = sunday - 6
      word = "last"
    } else {
      monday = calendar.seek(from: first) { $0.weekday == 1 }
      word = "first"
    }
    return made("the \(word) week of \(Self.months[month - 1]) \(year)", monday, monday + 7)
  }

  /// `from 3 to 9 May 2030`, `May 3-9, 2030`: the last day is inside.
  mutating func dateRange() -> MadePhrase {
    let (year, month) = (pick(1960...2140), pick(1...12))
    let first = pick(1...20)
    let last = pick(first + 1...28)
    let name = Self.months[month - 1]
    let from = calendar.place(year, month, first)
    let until = calendar.place(year, month, last) + 1
    let forms = [
      "from \(first) to \(last) \(name) \(year)", "\(name) \(first)-\(last), \(year)",
      "between \(name) \(first) and \(name) \(last), \(year)",
      "from \(name) \(first) through \(name) \(last), \(year)",
      "\(first)\(ending(first)) to the \(last)\(ending(last)) of \(name) \(year)",
    ]
    return made(forms[pick(0...4)], from, until)
  }

  /// `four Tuesdays from now`.
  mutating func weekdaysAhead() -> MadePhrase {
    let (number, word) = count(12)
    let weekday = pick(1...7)
    var place = today
    for _ in 0..<number { place = calendar.seek(from: place + 1) { $0.weekday == weekday } }
    return made("\(word) \(Self.weekdays[weekday - 1])s from now", place, place + 1)
  }

  /// `the next 5 days`, `in the next 6 months`, `the last 3 years`.
  mutating func nextDays() -> MadePhrase {
    let (number, word) = count(20)
    let year = calendar.days[today].year
    switch pick(0...3) {
    case 0: return made("the next \(word) days", today + 1, today + 1 + number)
    case 1:
      return made(
        "in the next \(word) months", today + 1, calendar.months(number, from: today) + 1)
    case 2:
      return made(
        "over the next \(word) years", today + 1, calendar.months(12 * number, from: today) + 1)
    default:
      return made(
        "the last \(word) years", calendar.place(year - number, 1, 1), calendar.place(year, 1, 1))
    }
  }

  /// `May 2030`, and a month alone: the one that has not ended.
  mutating func monthAndYear() -> MadePhrase {
    let (year, month) = (pick(1960...2140), pick(1...12))
    let name = Self.months[month - 1]
    if isHeads() {
      let first = calendar.place(year, month, 1)
      return made("in \(name) of \(year)", first, calendar.months(1, from: first))
    }
    let inside = calendar.seek(from: today) { $0.month == month }
    let first = calendar.place(calendar.days[inside].year, month, 1)
    return made("in \(name)", first, calendar.months(1, from: first))
  }

  /// `3 days after May 5, 2030`, `the day before 2030-05-05`.
  mutating func beside() -> MadePhrase {
    let (year, month) = (pick(1960...2140), pick(1...12))
    let day = pick(1...28)
    let place = calendar.place(year, month, day)
    let (number, word) = count(20)
    let date = "\(Self.months[month - 1]) \(day), \(year)"
    switch pick(0...3) {
    case 0: return made("\(word) days after \(date)", place + number, place + number + 1)
    case 1: return made("\(word) weeks before \(date)", place - 7 * number, place - 7 * number + 1)
    case 2: return made("the day before \(date)", place - 1, place)
    default: return made("the day after \(date)", place + 1, place + 2)
    }
  }
}
