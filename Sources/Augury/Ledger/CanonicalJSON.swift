extension JSONValue {
  /// Returns the value's RFC 8785 bytes: one text for all writings of the same value.
  ///
  /// Names within an object must differ. Whole numbers beyond ±(2^53 − 1) are written as the
  /// nearest double, and doubles that are not finite as `null`; the parser gives neither.
  public func canonicalBytes() -> [UInt8] {
    var writer = CanonicalWriter(reserving: 512)
    writer.value(self)
    return writer.bytes
  }
}

extension CanonicalWriter {
  /// Writes any value, its members put in order.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .boolean(let value): boolean(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .string(let value): string(value)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let object):
      beginObject()
      for var member in object.inCanonicalOrder {
        member.key.withUTF8 { self.member(utf8: $0) }
        self.value(member.value)
      }
      endObject()
    }
  }
}

extension JSONObject {
  fileprivate var inCanonicalOrder: [Member] {
    let ascends = zip(members, members.dropFirst()).allSatisfy(Self.ascends)
    return ascends ? members : members.sorted(by: Self.ascends)
  }

  private static func ascends(_ left: Member, _ right: Member) -> Bool {
    CanonicalOrder.ascends(left.key.utf8, right.key.utf8)
  }
}
