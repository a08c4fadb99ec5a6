/// What a token means to the grammar of time.
enum HorizonWord: Equatable {
  case other
  /// `two`, `twenty`; `couple` and `few` with the flag set.
  case cardinal(Int, isVague: Bool)
  /// `hundred`, `thousand`.
  case scale(Int)
  case ordinal(Int)
  /// Digits, with their value.
  case digits(Int)
  case weekday(Int, isShort: Bool)
  case month(Int, isShort: Bool)
  case season(Int)
  case unit(CalendarUnit)
  /// `nineties`: the first year in its century.
  case decade(Int)
  case relative(Relation)
  /// `today`, `tomorrow`, `yesterday`: days from the reference.
  case deictic(Int)
  case part(PeriodPart)
  /// `morning`, `evening`, `night`.
  case partOfDay
  case keyword(Keyword)
  case mark(UInt8)

  /// The words that hold an expression together, each under its own spelling or that of a synonym.
  enum Keyword: String, CaseIterable {
    case a, the, of, `in`, on, at, by, before, after, since, until, from, to, through, between
    case and, or, within, during, ago, now, hence, later, earlier, than, no, not, onwards
    case starting, fiscal, calendar, q, h, fy, late, over, sometime, about, half, quarter, am, pm
    case clock, tonight, noon, turn, `as`, more, less, least, ahead, prior, time, period
    case latest, that, all, `for`, possessive, st, nd, rd, th, s, past, ended, full, eod, eow
    case eom, eoq, eoy, yearend, monthend, today, but, minutes
  }
}

/// A unit of the calendar.
enum CalendarUnit: Equatable {
  case moment, day, weekend, week, fortnight, month, quarter, season, half, year, decade, century

  /// The months in one, or nil where days count.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter, .season: 3
    case .half: 6
    case .year: 12
    case .decade: 120
    case .century: 1200
    case .moment, .day, .weekend, .week, .fortnight: nil
    }
  }

  /// The days in one, where months do not count.
  var days: Int {
    switch self {
    case .moment: 0
    case .day: 1
    case .fortnight: 14
    default: 7
    }
  }
}

/// Where a period lies beside the one that is now.
enum Relation: Equatable {
  case this, next, last, following, coming
}

/// A part of a period.
enum PeriodPart: Equatable {
  case early, middle, late, end, beginning
}

/// Which occurrence is meant where the year or week is left out.
enum HorizonDirection: Equatable {
  case past, future, nearest
}
