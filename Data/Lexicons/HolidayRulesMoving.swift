/// Holidays whose day moves from year to year.
extension HolidayRules {
  static let weekdayDays: [(names: [String], rule: Rule)] = [
    (
      [
        "martin luther king day", "martin luther kings day", "martin luther king jr day", "mlk day",
        "martin luther king", "mlk", "civil rights day",
      ], .weekday(month: 1, weekday: 1, nth: 3, plus: 0)
    ),
    (
      ["presidents day", "president day", "washingtons birthday"],
      .weekday(month: 2, weekday: 1, nth: 3, plus: 0)
    ),
    (
      ["super bowl sunday", "super bowl", "superbowl"],
      .weekday(month: 2, weekday: 7, nth: 2, plus: 0)
    ),
    (["commonwealth day"], .weekday(month: 3, weekday: 1, nth: 2, plus: 0)),
    (
      ["administrative professionals day", "secretaries day", "admin day"],
      .weekday(month: 4, weekday: 6, nth: -1, plus: -3)
    ),
    (["arbor day"], .weekday(month: 4, weekday: 5, nth: -1, plus: 0)),
    (
      ["mothers day", "mother day", "mothering day"],
      .weekday(month: 5, weekday: 7, nth: 2, plus: 0)
    ),
    (["victoria day", "sovereigns birthday"], .before(month: 5, day: 25, weekday: 1)),
    (["memorial day", "decoration day"], .weekday(month: 5, weekday: 1, nth: -1, plus: 0)),
    (["fathers day", "father day"], .weekday(month: 6, weekday: 7, nth: 3, plus: 0)),
    (["civic holiday"], .weekday(month: 8, weekday: 1, nth: 1, plus: 0)),
    (["labor day", "labour day"], .weekday(month: 9, weekday: 1, nth: 1, plus: 0)),
    (["grandparents day"], .weekday(month: 9, weekday: 1, nth: 1, plus: 6)),
    (["oktoberfest"], .weekday(month: 9, weekday: 6, nth: 3, plus: 0)),
    (
      ["columbus day", "indigenous peoples day", "canadian thanksgiving"],
      .weekday(month: 10, weekday: 1, nth: 2, plus: 0)
    ),
    (["sweetest day"], .weekday(month: 10, weekday: 6, nth: 3, plus: 0)),
    (["election day", "us election day"], .weekday(month: 11, weekday: 1, nth: 1, plus: 1)),
    (
      ["thanksgiving", "thanksgiving day", "turkey day"],
      .weekday(month: 11, weekday: 4, nth: 4, plus: 0)
    ),
    (["black friday"], .weekday(month: 11, weekday: 4, nth: 4, plus: 1)),
    (["small business saturday"], .weekday(month: 11, weekday: 4, nth: 4, plus: 2)),
    (["cyber monday"], .weekday(month: 11, weekday: 4, nth: 4, plus: 4)),
    (["giving tuesday"], .weekday(month: 11, weekday: 4, nth: 4, plus: 5)),
    (["advent", "advent sunday", "first advent"], .before(month: 12, day: 4, weekday: 7)),
  ]

  static let churchDays: [(names: [String], rule: Rule)] = [
    (["shrove monday", "rose monday"], .easter(-48, lasting: 1)),
    (
      ["shrove tuesday", "mardi gras", "pancake day", "pancake tuesday", "fat tuesday"],
      .easter(-47, lasting: 1)
    ),
    (["ash wednesday"], .easter(-46, lasting: 1)),
    (["lent"], .easter(-46, lasting: 46)),
    (["palm sunday", "branch sunday"], .easter(-7, lasting: 1)),
    (["holy week"], .easter(-7, lasting: 7)),
    (
      ["maundy thursday", "holy thursday", "covenant thursday", "sheer thursday"],
      .easter(-3, lasting: 1)
    ),
    (["good friday", "holy friday"], .easter(-2, lasting: 1)),
    (["holy saturday", "black saturday", "easter eve"], .easter(-1, lasting: 1)),
    (["easter", "easter sunday", "easter day"], .easter(0, lasting: 1)),
    (["easter monday"], .easter(1, lasting: 1)),
    (["ascension day", "ascension thursday"], .easter(39, lasting: 1)),
    (["pentecost", "whitsunday", "whit sunday", "whitsun"], .easter(49, lasting: 1)),
    (
      ["whit monday", "whitmonday", "pentecost monday", "monday of the holy spirit"],
      .easter(50, lasting: 1)
    ),
    (["trinity sunday"], .easter(56, lasting: 1)),
    (
      ["corpus christi", "the feast of corpus christi", "feast of corpus christi"],
      .easter(60, lasting: 1)
    ),
    (
      [
        "orthodox shrove monday", "clean monday", "orthodox clean monday", "shrove monday orthodox",
      ],
      .orthodox(-48, lasting: 1)
    ),
    (["orthodox ash monday", "green monday", "pure monday"], .orthodox(-48, lasting: 1)),
    (["great fast", "great lent"], .orthodox(-48, lasting: 40)),
    (["lazarus saturday"], .orthodox(-8, lasting: 1)),
    (["orthodox palm sunday"], .orthodox(-7, lasting: 1)),
    (
      ["orthodox good friday", "orthodox great friday", "great friday"],
      .orthodox(-2, lasting: 1)
    ),
    (
      ["orthodox easter", "orthodox easter sunday", "orthodox easter day", "pascha"],
      .orthodox(0, lasting: 1)
    ),
    (["orthodox easter monday"], .orthodox(1, lasting: 1)),
    (["orthodox ascension", "orthodox ascension day"], .orthodox(39, lasting: 1)),
    (["orthodox pentecost"], .orthodox(49, lasting: 1)),
    (["orthodox trinity sunday"], .orthodox(49, lasting: 1)),
  ]

  static let hebrewDays: [(names: [String], rule: Rule)] = [
    (
      ["rosh hashanah", "rosh hashana", "rosh hashanna", "yom teruah", "jewish new year"],
      .hebrew(month: 7, day: 1, lasting: 2)
    ),
    (["yom kippur", "day of atonement"], .hebrew(month: 7, day: 10, lasting: 1)),
    (
      [
        "sukkot", "sukkos", "feast of tabernacles", "feast of the tabernacles", "feast of booths",
        "succos",
      ],
      .hebrew(month: 7, day: 15, lasting: 7)
    ),
    (["shemini atzeret", "shemini atzeres"], .hebrew(month: 7, day: 22, lasting: 1)),
    (["simchat torah", "simchas torah"], .hebrew(month: 7, day: 23, lasting: 1)),
    (
      ["chanukah", "hanukkah", "hanukah", "hannukkah", "hannukah", "chanukkah"],
      .hebrew(month: 9, day: 25, lasting: 8)
    ),
    (["tu bishvat", "tu bshevat", "tu bishevat"], .hebrew(month: 11, day: 15, lasting: 1)),
    (["purim"], .hebrew(month: 13, day: 14, lasting: 1)),
    (["passover", "pesach", "pesah"], .hebrew(month: 1, day: 15, lasting: 8)),
    (["lag baomer", "lag bomer"], .hebrew(month: 2, day: 18, lasting: 1)),
    (["shavuot", "shovuos", "feast of weeks", "shavuos"], .hebrew(month: 3, day: 6, lasting: 2)),
    (["tisha bav", "tish bav"], .hebrew(month: 5, day: 9, lasting: 1)),
    (
      ["yom haatzmaut", "yom ha'atzmaut"],
      .hebrewMoved(month: 2, day: 5, moves: [5: -1, 6: -2, 1: 1])
    ),
    (
      ["yom hashoah", "yom hashoah day", "holocaust day"],
      .hebrewMoved(month: 1, day: 27, moves: [5: -1, 7: 1])
    ),
  ]

  static let islamicDays: [(names: [String], rule: Rule)] = [
    (
      ["islamic new year", "muharram", "hijri new year", "amun jadid"],
      .islamic(month: 1, day: 1, lasting: 1)
    ),
    (["ashura", "day of ashura"], .islamic(month: 1, day: 10, lasting: 1)),
    (
      ["mawlid", "mawlid al nabawi", "mawlid an nabi", "prophet birthday", "milad un nabi"],
      .islamic(month: 3, day: 12, lasting: 1)
    ),
    (
      [
        "isra and mi'raj", "isra and miraj", "prophet ascension", "lailat al miraj",
        "al isra wal miraj",
      ], .islamic(month: 7, day: 27, lasting: 1)
    ),
    (["ramadan", "ramadhan", "ramzan"], .islamic(month: 9, day: 1, lasting: 30)),
    (
      ["laylat al qadr", "night of power", "night of destiny", "laylat al kadr"],
      .islamic(month: 9, day: 27, lasting: 1)
    ),
    (
      ["eid al fitr", "eid ul fitr", "id al fitr", "id ul fitr", "eid", "sugar feast"],
      .islamic(month: 10, day: 1, lasting: 1)
    ),
    (
      [
        "eid al adha", "eid ul adha", "id al adha", "id ul adha", "sacrifice feast", "bakr id",
        "feast of sacrifice", "bakr eid", "kurban bayram",
      ], .islamic(month: 12, day: 10, lasting: 1)
    ),
  ]
}
