/// A JSON document (RFC 8259) to be written, its members in the order given.
package enum JSONOutput: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  /// Written in the shortest form that reads back as the same number; `null` if not finite.
  case double(Double)
  case string(String)
  case array([JSONOutput])
  /// Members in order; the caller sees to it that no name comes twice.
  case object([(String, JSONOutput)])

  /// The document on one line, without spaces.
  package var compact: String {
    var writer = JSONWriter(isPretty: false)
    writer.write(self)
    return writer.text
  }

  /// The document over several lines, indented by two spaces; no line feed at the end.
  package var pretty: String {
    var writer = JSONWriter(isPretty: true)
    writer.write(self)
    return writer.text
  }
}

extension JSONOutput: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int64) { self = .int(value) }
  package init(floatLiteral value: Double) { self = .double(value) }
  package init(nilLiteral: ()) { self = .null }
  package init(arrayLiteral elements: JSONOutput...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONOutput)...) { self = .object(elements) }
}
