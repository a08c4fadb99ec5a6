/// Reads the members of one object of a record and sees to it that none is left unread.
struct RecordReader {
  private let object: JSONObject
  /// A bit for each member that was asked for.
  ///
  /// No object of a record has more than 64 members that anything asks for.
  private var read: UInt64 = 0

  init(_ value: JSONValue?, _ name: String) throws(EntryError) {
    guard case .object(let object) = value else { throw .member(name) }
    self.init(object)
  }

  init(_ object: JSONObject) {
    self.object = object
  }

  /// Throws for the first member, by name, that nothing asked for.
  func finish() throws(EntryError) {
    let count = object.members.count
    guard count > 64 || read != (count == 64 ? .max : 1 << UInt64(count) - 1) else { return }
    let unread = object.members.indices.filter { $0 >= 64 || read >> UInt64($0) & 1 == 0 }
    if let name = unread.map({ object.members[$0].key }).min() { throw .unknownMember(name) }
  }

  mutating func value(_ name: String) -> JSONValue? {
    for (index, member) in object.members.enumerated() where JSONKey.same(member.key, name) {
      if index < 64 { read |= 1 << UInt64(index) }
      return member.value
    }
    return nil
  }

  mutating func text(_ name: String) throws(EntryError) -> String {
    guard case .string(let text) = value(name) else { throw .member(name) }
    return text
  }

  mutating func optionalText(_ name: String) throws(EntryError) -> String? {
    switch value(name) {
    case nil: return nil
    case .string(let text): return text
    default: throw .member(name)
    }
  }

  mutating func integer(_ name: String) throws(EntryError) -> Int64 {
    guard case .integer(let integer) = value(name) else { throw .member(name) }
    return integer
  }

  mutating func optionalInteger(_ name: String) throws(EntryError) -> Int64? {
    value(name) == nil ? nil : try integer(name)
  }

  mutating func flag(_ name: String) throws(EntryError) -> Bool {
    switch value(name) {
    case nil: return false
    case .boolean(let flag): return flag
    default: throw .member(name)
    }
  }

  mutating func array(_ name: String) throws(EntryError) -> [JSONValue] {
    switch value(name) {
    case nil: return []
    case .array(let items): return items
    default: throw .member(name)
    }
  }

  mutating func texts(_ name: String) throws(EntryError) -> [String] {
    var texts: [String] = []
    for item in try array(name) {
      guard case .string(let text) = item else { throw .member(name) }
      texts.append(text)
    }
    return texts
  }

  mutating func id(_ name: String, _ kinds: IdentifierKind...) throws(EntryError) -> Identifier {
    guard let id = Identifier(try text(name)), let kind = id.kind, kinds.contains(kind) else {
      throw .member(name)
    }
    return id
  }

  mutating func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ type: Choice.Type
  ) throws(EntryError) -> Choice {
    guard let choice = Choice(rawValue: try text(name)) else { throw .member(name) }
    return choice
  }

  mutating func day(_ name: String) throws(EntryError) -> CivilDate {
    guard let day = try optionalDay(name) else { throw .member(name) }
    return day
  }

  mutating func optionalDay(_ name: String) throws(EntryError) -> CivilDate? {
    guard let text = try optionalText(name) else { return nil }
    guard let day = try? CivilDate(iso: text) else { throw .member(name) }
    return day
  }

  mutating func time(_ name: String) throws(EntryError) -> SaidTime {
    guard let time = try optionalTime(name) else { throw .member(name) }
    return time
  }

  mutating func optionalTime(_ name: String) throws(EntryError) -> SaidTime? {
    guard let text = try optionalText(name) else { return nil }
    guard let time = try? SaidTime(edtf: text) else { throw .member(name) }
    return time
  }

  mutating func probability(_ name: String) throws(EntryError) -> Probability {
    guard let probability = try optionalProbability(name) else { throw .member(name) }
    return probability
  }

  mutating func optionalProbability(_ name: String) throws(EntryError) -> Probability? {
    guard let (text, number) = try textAndValue(name) else { return nil }
    guard let probability = try? Probability(text: text, value: number) else {
      throw .member(name)
    }
    return probability
  }

  mutating func number(_ name: String) throws(EntryError) -> DecimalText {
    guard let (text, number) = try textAndValue(name),
      let decimal = try? DecimalText(text: text, value: number)
    else { throw .member(name) }
    return decimal
  }

  private mutating func textAndValue(_ name: String) throws(EntryError) -> (String, String)? {
    guard let value = value(name) else { return nil }
    var inner = try RecordReader(value, name)
    let pair = (try inner.text("text"), try inner.text("value"))
    try inner.finish()
    return pair
  }
}
