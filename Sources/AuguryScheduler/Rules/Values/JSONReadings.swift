internal import Augury

/// The numbers in the records of a JSON document.
enum JSONReadings {
  /// Returns the number of each record with its day, in the order of the records.
  ///
  /// The records are the list at the rule's path, or the whole document: a list of records, or one.
  static func read(
    _ bytes: [UInt8], _ rule: RuleValue, of source: String
  ) throws(RuleError) -> [RuleReading] {
    let document: JSONValue
    do {
      document = try JSONValue(parsing: bytes, limits: JSONLimits(bytes: RuleRunner.sourceLimit))
    } catch {
      throw .malformed(source, fault: error.what.withoutStop)
    }
    var readings: [RuleReading] = []
    for (index, record) in try records(of: document, rule, source).enumerated() {
      let place = "record \(index + 1)"
      let number = try value(rule.value, of: record, at: place, source)
      var day: CivilDate?
      if let path = rule.date {
        let text = try value(path, of: record, at: place, source)
        day = try RuleReading.day(text, at: place, of: source)
      }
      readings.append(RuleReading(day: day, text: number, place: place))
    }
    return readings
  }

  private static func records(
    of document: JSONValue, _ rule: RuleValue, _ source: String
  ) throws(RuleError) -> [JSONValue] {
    guard let path = rule.rows else {
      if case .array(let records) = document { return records }
      return [document]
    }
    switch document.found(at: path) {
    case .array(let records): return records
    case nil: throw .malformed(source, fault: "there is nothing at “\(path.clipped)”")
    default: throw .malformed(source, fault: "what is at “\(path.clipped)” is not a list")
    }
  }

  /// Returns what stands at a path of a record, as text.
  private static func value(
    _ path: String, of record: JSONValue, at place: String, _ source: String
  ) throws(RuleError) -> String {
    switch record.found(at: path) {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .number(let number): return String(number)
    case nil: throw .malformed(source, fault: "\(place) has no “\(path.clipped)”")
    default:
      throw .malformed(
        source, fault: "\(place): “\(path.clipped)” is neither a number nor a text")
    }
  }
}

extension JSONValue {
  /// Returns what stands at a path of names, and numbers for places in lists, with dots between.
  ///
  /// Places count from 0. An empty path is the value itself.
  func found(at path: String) -> JSONValue? {
    var found = self
    for part in path.split(separator: ".") {
      switch found {
      case .object(let object):
        guard let next = object[String(part)] else { return nil }
        found = next
      case .array(let items):
        guard let index = Int(part), items.indices.contains(index) else { return nil }
        found = items[index]
      default: return nil
      }
    }
    return found
  }
}
