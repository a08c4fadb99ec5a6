import Augury
import Lexicons

extension LexiconFile {
  /// Returns the rows of a lexicon, each phrase in one of them only.
  static func rows(
    _ values: [JSONValue], _ kind: Lexicon.Kind
  ) throws(LexiconFileError) -> [LexiconRow] {
    guard !values.isEmpty else {
      throw .member("rows", place: "The lexicon", needed: "one row at least")
    }
    var seen: Set<String> = []
    var rows: [LexiconRow] = []
    for (index, value) in values.enumerated() {
      let row = try row(value, kind, place: "Row \(index + 1)")
      for phrase in row.phrases where !seen.insert(phrase).inserted {
        throw .repeated(phrase)
      }
      rows.append(row)
    }
    return rows
  }

  private static func row(
    _ value: JSONValue, _ kind: Lexicon.Kind, place: String
  ) throws(LexiconFileError) -> LexiconRow {
    var members = try LexiconMembers(value, place: place)
    var phrases: [String] = []
    for value in try members.array("phrases") {
      guard case .string(let text) = value else {
        throw .member("phrases", place: place, needed: "a list of texts")
      }
      phrases.append(try phrase(text))
    }
    guard !phrases.isEmpty else {
      throw .member("phrases", place: place, needed: "a list of one text at least")
    }
    let meaning: LexiconMeaning
    switch kind {
    case .official: meaning = .range(try range(&members, place: place))
    case .survey: meaning = .answers(try answers(&members, place: place))
    }
    try members.close()
    return LexiconRow(phrases: phrases, meaning: meaning)
  }

  private static func range(
    _ members: inout LexiconMembers, place: String
  ) throws(LexiconFileError) -> LexiconRange {
    let range = LexiconRange(
      low: try members.fraction("low"), high: try members.fraction("high"),
      lowIsOpen: try members.flag("low_open"), highIsOpen: try members.flag("high_open"))
    let isPoint = range.low == range.high
    guard range.low <= range.high, !isPoint || !range.lowIsOpen && !range.highIsOpen else {
      throw .unordered(place: place)
    }
    return range
  }

  private static func answers(
    _ members: inout LexiconMembers, place: String
  ) throws(LexiconFileError) -> LexiconAnswers {
    let count = try members.count("count")
    let mean = try members.fraction("mean")
    let deviation = try members.fraction("sd")
    var quantiles: [Double] = []
    for name in quantileNames { quantiles.append(try members.fraction(name)) }
    guard zip(quantiles, quantiles.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw .unordered(place: place)
    }
    return LexiconAnswers(count: count, mean: mean, deviation: deviation, quantiles: quantiles)
  }

  /// Returns a phrase that is written as phrases are looked up: words of small letters, perhaps
  /// with apostrophes and hyphens, and single spaces between them.
  private static func phrase(_ text: String) throws(LexiconFileError) -> String {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let plain = words.joined(separator: " ")
    let isPlain = plain.unicodeScalars.allSatisfy {
      $0 == " " || $0 == "'" || $0 == "-" || $0.properties.isAlphabetic
    }
    guard (1...12).contains(words.count), plain.utf8.count <= 100, isPlain else {
      throw .phrase(LexiconMembers.shortened(text), suggestion: "")
    }
    guard plain.utf8.elementsEqual(text.utf8) else {
      throw .phrase(LexiconMembers.shortened(text), suggestion: plain)
    }
    return plain
  }
}

/// The members of one object of a lexicon file, taken one by one.
struct LexiconMembers {
  private let object: JSONObject
  private let place: String
  private var taken: Set<String> = []

  init(_ value: JSONValue, place: String) throws(LexiconFileError) {
    guard case .object(let object) = value else {
      throw .member("phrases", place: place, needed: "the form of a JSON object")
    }
    self.object = object
    self.place = place
  }

  mutating func text(_ name: String) throws(LexiconFileError) -> String {
    guard case .string(let text) = take(name), !text.isEmpty, text.utf8.count <= 2000 else {
      throw .member(name, place: place, needed: "a text of 1 to 2000 bytes")
    }
    return text
  }

  mutating func array(_ name: String) throws(LexiconFileError) -> [JSONValue] {
    guard case .array(let values) = take(name), values.count <= 1000 else {
      throw .member(name, place: place, needed: "a list of at most 1000")
    }
    return values
  }

  mutating func flag(_ name: String) throws(LexiconFileError) -> Bool {
    switch take(name) {
    case nil: return false
    case .boolean(let flag)?: return flag
    default: throw .member(name, place: place, needed: "true or false")
    }
  }

  mutating func count(_ name: String) throws(LexiconFileError) -> Int {
    guard case .integer(let count) = take(name), count > 0, count < 1 << 31 else {
      throw .member(name, place: place, needed: "how many answered")
    }
    return Int(count)
  }

  mutating func fraction(_ name: String) throws(LexiconFileError) -> Double {
    let value: Double
    switch take(name) {
    case .integer(let integer)?: value = Double(integer)
    case .number(let number)?: value = number
    default: throw .member(name, place: place, needed: "a number from 0 to 1")
    }
    guard (0...1).contains(value) else {
      let text = String(decoding: JSONValue.number(value).canonicalBytes(), as: UTF8.self)
      throw .outside(name, place: place, value: text)
    }
    return value
  }

  /// Refuses what was not taken.
  func close() throws(LexiconFileError) {
    for member in object.members where !taken.contains(member.key) {
      throw .unknownMember(Self.shortened(member.key), place: place)
    }
  }

  private mutating func take(_ name: String) -> JSONValue? {
    taken.insert(name)
    return object[name]
  }

  /// Returns a text of at most about 60 characters for a message.
  static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(60)) + "…"
  }
}
