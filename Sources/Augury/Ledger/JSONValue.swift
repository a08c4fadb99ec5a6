/// One JSON value, as RFC 8259 defines it.
///
/// Text is kept as it was read: nothing is normalised, and members keep their order.
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// One of the literals `true` and `false`.
  case boolean(Bool)
  /// A whole number within ±(2^53 − 1) that was written without fraction and exponent.
  case integer(Int64)
  /// Any other finite number, rounded to the nearest double.
  case number(Double)
  /// A string of Unicode scalars.
  case string(String)
  /// A list of values.
  case array([JSONValue])
  /// A list of named values.
  case object(JSONObject)
}

extension JSONValue {
  /// Creates the one value that the given text holds, read strictly after RFC 8259.
  ///
  /// Refuses what that standard leaves open: two members of one name, lone surrogates, a byte
  /// order mark, numbers that no finite double is near, and whatever passes the limits.
  /// The integer `-0` reads as 0.
  public init(
    parsing bytes: [UInt8], limits: JSONLimits = .standard
  ) throws(JSONError) {
    self = try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) in
      try JSONValue(parsing: buffer, limits: limits)
    }
  }

  /// Creates the one value that the given text holds, without copying the text first.
  ///
  /// The same rules hold as for an array of bytes.
  public init(
    parsing bytes: UnsafeBufferPointer<UInt8>, limits: JSONLimits = .standard
  ) throws(JSONError) {
    guard bytes.count <= limits.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    var parser = JSONParser(bytes, maximumDepth: limits.depth)
    self = try parser.document()
  }
}

/// The members of a JSON object, in the order in which they were read.
public struct JSONObject: Sendable {
  /// A name and its value.
  public struct Member: Sendable {
    /// The name; two names are the same only if their UTF-8 bytes are.
    public var key: String
    /// What the name stands for.
    public var value: JSONValue

    /// Creates a member.
    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members, in order; the parser never gives two of one name.
  public var members: [Member]

  /// Creates an object of the given members; their names must differ.
  public init(members: [Member] = []) {
    self.members = members
  }

  /// Returns the value of the first member whose name has the same UTF-8 bytes, in linear time.
  public subscript(key: String) -> JSONValue? {
    for member in members where JSONKey.same(member.key, key) { return member.value }
    return nil
  }
}

/// A member's name that is told apart by its bytes, where `String` would use canonical equivalence.
struct JSONKey: Hashable, Sendable {
  let text: String

  static func same(_ left: String, _ right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.elementsEqual(right.utf8)
  }

  static func == (left: JSONKey, right: JSONKey) -> Bool { same(left.text, right.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
