/// Numbers written as words, up to a hundred.
enum ChanceNumberWords {
  /// Whether a number can begin with the word.
  static func opens(_ key: WordKey) -> Bool { openings.contains(key) }

  private static let openings = Set(units.keys).union(tens.keys).union([
    "half", "hundred", "a", "an",
  ])

  /// The numbers below twenty.
  static let units: [WordKey: Int] = table([
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ])

  /// The tens from twenty to ninety.
  static let tens: [WordKey: Int] = {
    let words = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    return table(words).mapValues { ($0 + 2) * 10 }
  }()

  /// The powers of ten that have a name.
  static let powers: [WordKey: Int] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
  ]

  /// The parts of a whole, each with how many make it up.
  static let parts: [WordKey: Int] = {
    var parts: [WordKey: Int] = ["half": 2, "quarter": 4, "quarters": 4]
    let words = [
      "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth",
    ]
    for (index, word) in words.enumerated() {
      parts[WordKey(word)] = index + 3
      parts[WordKey(word + "s")] = index + 3
    }
    return parts
  }()

  private static func table(_ words: [String]) -> [WordKey: Int] {
    Dictionary(uniqueKeysWithValues: words.enumerated().map { (WordKey($1), $0) })
  }
}

/// A number as it stands in a text.
struct ChanceQuantity {
  /// The number, not negative.
  var value: Double
  /// The same if it is whole.
  var integer: Int?
  /// The word behind it.
  var end: Int
}

extension ChanceScan {
  /// Reads a number in digits, with a decimal point or not, or in words.
  func quantity(at index: Int) -> ChanceQuantity? {
    guard words.indices.contains(index) else { return nil }
    let word = words[index]
    switch word.kind {
    case .number: return digits(at: index)
    case .mark: return word.key == "." ? decimals(at: index, whole: 0) : nil
    case .word: return spelled(at: index)
    }
  }

  private func digits(at index: Int) -> ChanceQuantity? {
    guard var value = words[index].value else { return nil }
    var end = index + 1
    // Groups of three digits: 1,000.
    while value < 1_000_000_000_000, end + 1 < words.count, words[end].key == ",",
      words[end].gap == .none, words[end + 1].gap == .none, words[end + 1].digits == 3,
      let group = words[end + 1].value
    {
      value = value * 1000 + group
      end += 2
    }
    if end > index + 1 { return ChanceQuantity(value: Double(value), integer: value, end: end) }
    if index + 1 < words.count, words[index + 1].key == ".", words[index + 1].gap == .none,
      let number = decimals(at: index + 1, whole: value)
    {
      return number
    }
    return ChanceQuantity(value: Double(value), integer: value, end: index + 1)
  }

  /// Reads a point and the digits right behind it.
  private func decimals(at point: Int, whole: Int) -> ChanceQuantity? {
    guard point + 1 < words.count, words[point + 1].kind == .number,
      words[point + 1].gap == .none, let value = words[point + 1].value,
      words[point + 1].digits <= 15
    else { return nil }
    var scale = 1.0
    for _ in 0..<words[point + 1].digits { scale *= 10 }
    let number = (Double(whole) * scale + Double(value)) / scale
    return ChanceQuantity(value: number, integer: nil, end: point + 2)
  }

  private func spelled(at index: Int) -> ChanceQuantity? {
    let word = words[index].key
    if ["a", "one", "hundred"].contains(word) {
      let place = word == "hundred" ? index : index + 1
      let power = place == index ? 100 : key(place).flatMap { ChanceNumberWords.powers[$0] }
      if let power {
        return ChanceQuantity(value: Double(power), integer: power, end: place + 1)
      }
    }
    var value = ChanceNumberWords.tens[word]
    var end = index + 1
    if let ten = value, let next = key(end), let unit = ChanceNumberWords.units[next],
      (1...9).contains(unit)
    {
      value = ten + unit
      end += 1
    }
    guard let value = value ?? ChanceNumberWords.units[word] else { return nil }
    return ChanceQuantity(value: Double(value), integer: value, end: end)
  }
}
