import Lexicons

/// A numeric chance as it stands in a text, before what surrounds it is looked at.
struct ChanceFigure {
  /// What the figure is made of, which decides what has to stand around it.
  enum Form {
    case percent, decimal, fraction, chances, level, odds, colonOdds
  }

  var low: Double
  var high: Double
  var form: Form
  var rules: [String]
  /// The words it is made of.
  var words: Range<Int>
  /// Which ends are left out.
  var lowIsOpen = false
  var highIsOpen = false

  /// The meaning: a point, or an interval all of whose values are as likely to be meant.
  var meaning: ChanceMeaning {
    guard low < high else { return ChanceMeaning(point: low) }
    return ChanceMeaning(
      uniform: LexiconRange(
        low: low, high: high, lowIsOpen: lowIsOpen, highIsOpen: highIsOpen))
  }
}

extension ChanceScan {
  /// Reads a figure in any of its forms.
  func figure(at index: Int) -> ChanceFigure? {
    if let part = part(at: index) { return part }
    guard let first = quantity(at: index) else { return nil }
    return level(first, at: index) ?? percent(first, at: index) ?? ratio(first, at: index)
      ?? odds(first, at: index) ?? decimal(first, at: index)
  }

  /// Reads a part of a whole: "half", "a third", "two-thirds".
  private func part(at index: Int) -> ChanceFigure? {
    var count = 1
    var place = index
    if let word = key(index) ?? (words[index].isMark ? nil : words[index].key) {
      if word == "a" || word == "an" {
        place += 1
      } else if let number = ChanceNumberWords.units[word], number > 0 {
        count = number
        place += 1
      } else if word != "half" {
        return nil
      }
    }
    guard let name = place == index ? words[index].key : key(place),
      let whole = ChanceNumberWords.parts[name], count < whole
    else { return nil }
    return point(
      Double(count) / Double(whole), .fraction, ChanceRule.fraction, index..<place + 1)
  }

  /// Reads "fifty-fifty", "50-50" or "50/50".
  private func level(_ first: ChanceQuantity, at index: Int) -> ChanceFigure? {
    guard first.integer == 50 else { return nil }
    var place = first.end
    if place < words.count, words[place].key == "-" || words[place].key == "/" { place += 1 }
    guard place < words.count, words[place].gap != .paragraph, let second = quantity(at: place),
      second.integer == 50, place > first.end || words[index].kind == .word
    else { return nil }
    guard percentEnd(second.end) == nil else { return nil }
    return point(0.5, .level, ChanceRule.even, index..<second.end)
  }

  /// Reads "70 %", "60–70 %", "60 to 70 percent", or "60 % and 70 %" after "between".
  private func percent(_ first: ChanceQuantity, at index: Int) -> ChanceFigure? {
    let marked = percentEnd(first.end)
    if let second = second(behind: marked ?? first.end, opening: index) {
      let end = percentEnd(second.end)
      if let end = end ?? (marked == nil ? nil : second.end), first.value < second.value,
        second.value <= 100
      {
        return ChanceFigure(
          low: first.value / 100, high: second.value / 100, form: .percent,
          rules: [ChanceRule.number, ChanceRule.range], words: index..<end)
      }
    }
    guard let marked, first.value <= 100 else { return nil }
    return point(first.value / 100, .percent, ChanceRule.number, index..<marked)
  }

  /// Reads "7 in 10", "one in five", "two out of three" or "1/5".
  private func ratio(_ first: ChanceQuantity, at index: Int) -> ChanceFigure? {
    var place = first.end
    let isChance = key(place) == "chance" || key(place) == "chances"
    if isChance || key(place) == "times" { place += 1 }
    if key(place) == "in" {
      place += 1
    } else if key(place) == "out", key(place + 1) == "of" {
      place += 2
    } else if place == first.end, place < words.count, words[place].key == "/",
      words[place].gap == .none
    {
      place += 1
    } else {
      return nil
    }
    guard let count = first.integer, count > 0, place < words.count,
      words[place].gap != .paragraph, let second = quantity(at: place),
      let whole = second.integer, whole > 1, count <= whole
    else { return nil }
    return point(
      Double(count) / Double(whole), isChance ? .chances : .fraction, ChanceRule.fraction,
      index..<second.end)
  }

  /// Reads "3 to 1", "3-1" or "3:1": odds for the event, until what follows says "against".
  private func odds(_ first: ChanceQuantity, at index: Int) -> ChanceFigure? {
    let place = first.end
    guard place < words.count else { return nil }
    let separator = words[place].key
    guard separator == "to" || separator == "-" || separator == ":",
      let second = quantity(at: place + 1), words[place + 1].gap != .paragraph,
      first.value + second.value > 0
    else { return nil }
    return point(
      first.value / (first.value + second.value), separator == ":" ? .colonOdds : .odds,
      ChanceRule.oddsFor, index..<second.end)
  }

  /// Reads "0.7", ".7" or "0.6–0.7".
  private func decimal(_ first: ChanceQuantity, at index: Int) -> ChanceFigure? {
    guard first.integer == nil, first.value <= 1 else { return nil }
    if let second = second(behind: first.end, opening: index), second.integer == nil,
      first.value < second.value, second.value <= 1
    {
      return ChanceFigure(
        low: first.value, high: second.value, form: .decimal,
        rules: [ChanceRule.number, ChanceRule.range], words: index..<second.end)
    }
    return point(first.value, .decimal, ChanceRule.number, index..<first.end)
  }

  private func point(
    _ value: Double, _ form: ChanceFigure.Form, _ rule: String, _ words: Range<Int>
  ) -> ChanceFigure {
    let rules = rule == ChanceRule.number ? [rule] : [ChanceRule.number, rule]
    return ChanceFigure(low: value, high: value, form: form, rules: rules, words: words)
  }

  /// Returns the second number of a range: behind "to", "or" or a dash, or behind "and" after
  /// "between".
  private func second(behind end: Int, opening index: Int) -> ChanceQuantity? {
    guard end < words.count else { return nil }
    let separator = words[end].key
    let isBetween = separator == "and" && keyBefore(index) == "between"
    guard isBetween || ["to", "or", "-"].contains(separator), end + 1 < words.count,
      words[end + 1].gap != .paragraph
    else { return nil }
    return quantity(at: end + 1)
  }

  /// Returns the word behind a percent sign or word that stands here.
  private func percentEnd(_ place: Int) -> Int? {
    guard place < words.count, words[place].gap != .paragraph else { return nil }
    switch words[place].key {
    case "%", "percent", "pct": return place + 1
    case "per": return key(place + 1) == "cent" ? place + 2 : nil
    default: return nil
    }
  }
}
