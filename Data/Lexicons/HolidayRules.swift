/// Holidays whose day follows from a rule: those of the United States and others widely named.
///
/// The rules are public knowledge of calendars; sources: 5 U.S.C. 6103 for United States federal
/// holidays, 36 U.S.C. for observances, the computus for Easter, and the arithmetic Hebrew calendar
/// and the arithmetic Islamic one (Reingold and Dershowitz, *Calendrical Calculations*). Version 1.
public enum HolidayRules: Sendable {
  /// The version of the table.
  public static let version = 1

  /// How the day of a holiday is found in a year.
  public enum Rule: Sendable {
    /// The same day of the same month.
    case fixed(month: Int, day: Int)
    /// The nth weekday (1 Monday to 7 Sunday) of a month, counted from its end when negative,
    /// and moved by days.
    case weekday(month: Int, weekday: Int, nth: Int, plus: Int)
    /// The last such weekday before a day of a month, that day excluded.
    case before(month: Int, day: Int, weekday: Int)
    /// So many days after Easter Sunday of the Western churches, lasting so many days.
    case easter(Int, lasting: Int)
    /// So many days after Easter Sunday of the Eastern churches, lasting so many days.
    case orthodox(Int, lasting: Int)
    /// A day of the Hebrew calendar (month 1 Nisan to 13 Adar II), moved by days, lasting so many.
    /// Days run from the evening before: the date given is that of the evening.
    case hebrew(month: Int, day: Int, lasting: Int)
    /// A day of the Hebrew calendar that is moved by days when it would fall on a weekday (1 Monday
    /// to 7 Sunday), given by its evening as well.
    case hebrewMoved(month: Int, day: Int, moves: [Int: Int])
    /// A day of the arithmetic Islamic calendar, lasting so many; sighting may move it by a day or
    /// two.
    case islamic(month: Int, day: Int, lasting: Int)
  }

  /// The names, in lower case and without apostrophes, and their rules.
  public static let table: [(names: [String], rule: Rule)] =
    fixedDays + weekdayDays + churchDays
    + hebrewDays + islamicDays

  private static let fixedDays: [(names: [String], rule: Rule)] = [
    (["new years day", "new years", "nyd"], .fixed(month: 1, day: 1)),
    (["new years eve", "new year eve", "nye", "silvester"], .fixed(month: 12, day: 31)),
    (
      [
        "epiphany", "three kings day", "twelfth night", "theophany", "orthodox christmas eve",
      ], .fixed(month: 1, day: 6)
    ),
    (["orthodox christmas", "orthodox christmas day"], .fixed(month: 1, day: 7)),
    (["orthodox new year", "old new year"], .fixed(month: 1, day: 14)),
    (["groundhog day", "groundhogs day", "candlemas"], .fixed(month: 2, day: 2)),
    (
      ["valentine day", "valentines day", "valentines", "valentine", "st valentines day"],
      .fixed(month: 2, day: 14)
    ),
    (["leap day"], .fixed(month: 2, day: 29)),
    (["st davids day", "saint davids day"], .fixed(month: 3, day: 1)),
    (["international womens day", "womens day"], .fixed(month: 3, day: 8)),
    (["pi day"], .fixed(month: 3, day: 14)),
    (
      ["st patricks day", "saint patricks day", "st paddys day", "st pattys day", "paddys day"],
      .fixed(month: 3, day: 17)
    ),
    (["nowruz", "persian new year", "naw ruz"], .fixed(month: 3, day: 21)),
    (
      ["april fools", "april fools day", "april fool day", "all fools day"],
      .fixed(month: 4, day: 1)
    ),
    (["world health day"], .fixed(month: 4, day: 7)),
    (["earth day"], .fixed(month: 4, day: 22)),
    (["st georges day", "saint georges day"], .fixed(month: 4, day: 23)),
    (["anzac day"], .fixed(month: 4, day: 25)),
    (["kings day", "koningsdag"], .fixed(month: 4, day: 27)),
    (["walpurgis night"], .fixed(month: 4, day: 30)),
    (["may day", "international workers day", "workers day"], .fixed(month: 5, day: 1)),
    (["star wars day"], .fixed(month: 5, day: 4)),
    (["cinco de mayo"], .fixed(month: 5, day: 5)),
    (["ve day", "victory in europe day"], .fixed(month: 5, day: 8)),
    (["victory day", "europe day"], .fixed(month: 5, day: 9)),
    (["world environment day"], .fixed(month: 6, day: 5)),
    (["d day"], .fixed(month: 6, day: 6)),
    (["flag day"], .fixed(month: 6, day: 14)),
    (["bloomsday"], .fixed(month: 6, day: 16)),
    (["juneteenth", "freedom day"], .fixed(month: 6, day: 19)),
    (["rabindra jayanti", "rabindranath jayanti"], .fixed(month: 5, day: 9)),
    (["midsummer", "st johns day"], .fixed(month: 6, day: 24)),
    (["canada day", "dominion day"], .fixed(month: 7, day: 1)),
    (
      ["independence day", "fourth of july"],
      .fixed(month: 7, day: 4)
    ),
    (["bastille day"], .fixed(month: 7, day: 14)),
    (["mandela day", "nelson mandela day"], .fixed(month: 7, day: 18)),
    (
      ["assumption day", "assumption of mary", "feast of the assumption"],
      .fixed(month: 8, day: 15)
    ),
    (["world peace day", "international day of peace", "peace day"], .fixed(month: 9, day: 21)),
    (["german unity day", "day of german unity"], .fixed(month: 10, day: 3)),
    (["world teachers day", "teachers day"], .fixed(month: 10, day: 5)),
    (
      ["boss day", "bosses day", "national boss day"],
      .fixed(month: 10, day: 16)
    ),
    (["united nations day", "un day"], .fixed(month: 10, day: 24)),
    (["reformation day"], .fixed(month: 10, day: 31)),
    (["halloween", "hallowe en", "halloween day", "all hallows eve"], .fixed(month: 10, day: 31)),
    (
      ["all saints day", "all saints", "all hallows", "all hallows day", "hallowmas"],
      .fixed(month: 11, day: 1)
    ),
    (["world vegan day", "vegan day"], .fixed(month: 11, day: 1)),
    (["all souls day", "day of the dead", "dia de los muertos"], .fixed(month: 11, day: 2)),
    (
      ["guy fawkes day", "guy fawkes night", "bonfire night", "guy fawkes"],
      .fixed(month: 11, day: 5)
    ),
    (
      ["veterans day", "veteran day", "remembrance day", "armistice day", "martinmas"],
      .fixed(month: 11, day: 11)
    ),
    (["singles day"], .fixed(month: 11, day: 11)),
    (["world childrens day", "universal childrens day"], .fixed(month: 11, day: 20)),
    (["st andrews day", "saint andrews day"], .fixed(month: 11, day: 30)),
    (["world aids day"], .fixed(month: 12, day: 1)),
    (["st nicholas day", "saint nicholas day"], .fixed(month: 12, day: 6)),
    (["pearl harbor day"], .fixed(month: 12, day: 7)),
    (["human rights day"], .fixed(month: 12, day: 10)),
    (["st lucys day", "st lucia day"], .fixed(month: 12, day: 13)),
    (["christmas eve", "xmas eve"], .fixed(month: 12, day: 24)),
    (["christmas", "xmas", "christmas day", "xmas day", "x mas"], .fixed(month: 12, day: 25)),
    (["boxing day", "st stephens day", "saint stephens day"], .fixed(month: 12, day: 26)),
    (["kwanzaa"], .fixed(month: 12, day: 26)),
    (
      [
        "pongal", "thai pongal", "makar sankranti", "makara sankranthi", "makara sankranti",
        "maghi", "sankranti",
      ], .fixed(month: 1, day: 14)
    ),
    (["mattu pongal", "maattu pongal"], .fixed(month: 1, day: 15)),
    (["kaanum pongal", "kanni pongal"], .fixed(month: 1, day: 16)),
    (["lohri", "bhogi pandigai", "bhogi"], .fixed(month: 1, day: 13)),
    (["republic day of india", "indian republic day"], .fixed(month: 1, day: 26)),
    (["indian independence day"], .fixed(month: 8, day: 15)),
    (["gandhi jayanti"], .fixed(month: 10, day: 2)),
    (["vaisakhi", "baisakhi", "vaisakhadi", "vaisakhi day", "mesadi"], .fixed(month: 4, day: 14)),
    (["australia day"], .fixed(month: 1, day: 26)),
    (["waitangi day"], .fixed(month: 2, day: 6)),
    (["burns night"], .fixed(month: 1, day: 25)),
    (["world cancer day"], .fixed(month: 2, day: 4)),
    (["world water day"], .fixed(month: 3, day: 22)),
    (["world book day"], .fixed(month: 4, day: 23)),
    (["international mens day"], .fixed(month: 11, day: 19)),
    (["world food day"], .fixed(month: 10, day: 16)),
    (["inauguration day"], .fixed(month: 1, day: 20)),
    (
      ["holocaust remembrance day", "international holocaust remembrance day"],
      .fixed(month: 1, day: 27)
    ),
    (["tax day"], .fixed(month: 4, day: 15)),
    (["patriot day", "september eleventh"], .fixed(month: 9, day: 11)),
  ]
}
