/// The single words of the grammar.
enum HorizonVocabulary {
  /// The words and what they mean to the grammar.
  static let words: [WordKey: HorizonWord] = {
    var table: [WordKey: HorizonWord] = [:]
    for keyword in HorizonWord.Keyword.allCases {
      table[WordKey(keyword.rawValue)] = .keyword(keyword)
    }
    for (word, meaning) in numbers + days + months + units + relations + parts + synonyms {
      table[WordKey(word)] = meaning
    }
    return table
  }()

  private static let cardinals = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  private static let numbers: [(String, HorizonWord)] = {
    var words = cardinals.enumerated().map { ($1, HorizonWord.cardinal($0, isVague: false)) }
    words += ordinals.enumerated().map { ($1, HorizonWord.ordinal($0 + 1)) }
    for (index, ten) in tens.enumerated() {
      let value = 10 * (index + 2)
      let stem = String(ten.dropLast())
      words.append((ten, .cardinal(value, isVague: false)))
      words.append((stem + "ieth", .ordinal(value)))
      words.append((stem + "ies", .decade(value)))
    }
    words += [
      ("dozen", .cardinal(12, isVague: false)), ("couple", .cardinal(2, isVague: true)),
      ("pair", .cardinal(2, isVague: true)), ("few", .cardinal(3, isVague: true)),
      ("several", .cardinal(3, isVague: true)), ("hundred", .scale(100)),
      ("thousand", .scale(1000)),
    ]
    return words
  }()

  private static let days: [(String, HorizonWord)] = {
    let names: [(String, [String])] = [
      ("monday", ["mon", "mondays"]), ("tuesday", ["tue", "tues", "tuesdays"]),
      ("wednesday", ["wed", "weds", "wednesdays"]),
      ("thursday", ["thu", "thur", "thurs", "thursdays"]), ("friday", ["fri", "fridays"]),
      ("saturday", ["sat", "saturdays"]), ("sunday", ["sun", "sundays"]),
    ]
    var words: [(String, HorizonWord)] = []
    for (index, (name, short)) in names.enumerated() {
      words.append((name, .weekday(index + 1, isShort: false)))
      for form in short {
        words.append((form, .weekday(index + 1, isShort: !form.hasSuffix("days"))))
      }
    }
    return words
  }()

  private static let months: [(String, HorizonWord)] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var words: [(String, HorizonWord)] = []
    for (index, name) in names.enumerated() {
      words.append((String(name.prefix(3)), .month(index + 1, isShort: name.count > 3)))
      words.append((name, .month(index + 1, isShort: false)))
    }
    return words + [("sept", .month(9, isShort: true))]
  }()

  private static let units: [(String, HorizonWord)] = {
    let names: [(CalendarUnit, [String])] = [
      (.moment, ["second", "seconds", "hour", "hours", "hr", "hrs", "mins", "secs"]),
      (.day, ["day", "days"]), (.week, ["week", "weeks", "wk", "wks"]),
      (.weekend, ["weekend", "weekends"]), (.fortnight, ["fortnight", "fortnights"]),
      (.month, ["month", "months", "mo", "mos"]), (.year, ["year", "years", "yr", "yrs"]),
      (.decade, ["decade", "decades"]), (.century, ["century", "centuries"]),
      (.season, ["season", "seasons"]), (.half, ["halves"]), (.quarter, ["quarters", "qtrs"]),
    ]
    return names.flatMap { unit, words in
      words.filter { $0 != "second" }.map { ($0, HorizonWord.unit(unit)) }
    }
  }()

  private static let relations: [(String, HorizonWord)] = [
    ("this", .relative(.this)), ("current", .relative(.this)), ("same", .relative(.this)),
    ("next", .relative(.next)), ("last", .relative(.last)), ("past", .relative(.last)),
    ("previous", .relative(.last)), ("preceding", .relative(.last)),
    ("following", .relative(.following)), ("coming", .relative(.coming)),
    ("upcoming", .relative(.coming)), ("today", .deictic(0)), ("tomorrow", .deictic(1)),
    ("tomorrows", .deictic(1)), ("tmrw", .deictic(1)), ("tmr", .deictic(1)),
    ("yesterday", .deictic(-1)), ("otd", .deictic(0)),
  ]

  private static let parts: [(String, HorizonWord)] = [
    ("early", .part(.early)), ("mid", .part(.middle)), ("middle", .part(.middle)),
    ("midst", .part(.middle)), ("end", .part(.end)), ("close", .part(.end)),
    ("beginning", .part(.beginning)), ("start", .part(.beginning)), ("dawn", .part(.beginning)),
    ("spring", .season(1)), ("summer", .season(2)), ("autumn", .season(3)), ("fall", .season(3)),
    ("winter", .season(4)), ("summers", .season(2)), ("winters", .season(4)),
    ("morning", .partOfDay), ("afternoon", .partOfDay), ("evening", .partOfDay),
    ("night", .partOfDay), ("lunchtime", .partOfDay), ("overnight", .partOfDay),
  ]

  private static let synonyms: [(String, HorizonWord)] = [
    ("an", .keyword(.a)), ("'s", .keyword(.possessive)), ("till", .keyword(.until)),
    ("til", .keyword(.until)), ("untill", .keyword(.until)), ("thru", .keyword(.through)),
    ("throughout", .keyword(.during)), ("around", .keyword(.about)), ("circa", .keyword(.about)),
    ("approximately", .keyword(.about)), ("roughly", .keyword(.about)),
    ("almost", .keyword(.about)), ("nearly", .keyword(.about)), ("anytime", .keyword(.sometime)),
    ("onward", .keyword(.onwards)), ("starting", .keyword(.starting)),
    ("midnight", .keyword(.noon)),
    ("midday", .keyword(.noon)), ("under", .keyword(.less)), ("upon", .keyword(.on)),
    ("qtr", .keyword(.quarter)), ("back", .keyword(.ago)), ("into", .keyword(.in)),
    ("oclock", .keyword(.clock)), ("o'clock", .keyword(.clock)), ("minute", .keyword(.minutes)),
    ("min", .keyword(.minutes)), ("remaining", .keyword(.full)), ("entire", .keyword(.full)),
    ("whole", .keyword(.full)), ("full", .keyword(.full)), ("ending", .keyword(.ended)),
    ("tonite", .keyword(.tonight)),
  ]
}
