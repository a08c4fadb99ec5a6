import Foundation
import TestSupport
import Testing

/// One file of `Vectors`: inputs, and what a right implementation gives for them.
struct VectorFile {
  /// One case: its name, its inputs and the figures expected of them.
  struct Case {
    var name: String
    var input: VectorFields
    var expect: VectorFields
  }

  /// The file's number and topic, such as `01_binary_scores`.
  let name: String
  /// How far a figure may be off, absolutely or as a share of a wanted figure above 1.
  let tolerance: Double
  let cases: [Case]

  /// Reads `Vectors/NAME.json`.
  init(_ name: String) throws {
    let url = PackageRoot.file("Tests/ForecastScoringTests/Vectors/\(name).json")
    let root = VectorFields(try JSONSerialization.jsonObject(with: try Data(contentsOf: url)))
    self.name = name
    tolerance = try root.number("absolute_tolerance")
    cases = try root.list("cases").map {
      Case(
        name: try $0.text("name"), input: try $0.fields("input"),
        expect: try $0.fields("expect"))
    }
  }

  /// The cases whose input has this `kind`.
  func cases(of kind: String) throws -> [Case] {
    let found = try cases.filter { try $0.input.text("kind") == kind }
    try #require(!found.isEmpty, "\(name) has no case of the kind \(kind)")
    return found
  }

  /// Whether a figure is the wanted one, by the rule of the vectors' page.
  func agree(_ got: Double, _ wanted: Double) -> Bool {
    got == wanted || abs(got - wanted) <= tolerance * max(1, abs(wanted))
  }

  /// Whether figures are the wanted ones, place by place.
  func agree(_ got: [Double], _ wanted: [Double]) -> Bool {
    got.count == wanted.count && zip(got, wanted).allSatisfy { agree($0, $1) }
  }

  /// Expects `got` to be what the field says; `null` stands for undefined, that is nil.
  func expect(
    _ got: Double?, _ field: String, of fields: VectorFields, _ label: String,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let comment: Comment = "\(name), \(label), \(field): \(String(describing: got))"
    if fields.isNull(field) {
      #expect(got == nil, comment, sourceLocation: location)
    } else {
      let value = try #require(got, comment, sourceLocation: location)
      let wanted = try fields.number(field)
      #expect(
        agree(value, wanted), "\(comment.rawValue), not \(wanted)", sourceLocation: location)
    }
  }
}

/// An object of a vector file, whose fields are read by kind.
struct VectorFields {
  /// A field is missing or not of the kind that was asked for.
  struct Missing: Error {
    var field: String
  }

  private let values: [String: Any]

  init(_ object: Any) {
    values = object as? [String: Any] ?? [:]
  }

  /// The names of all the fields.
  var names: [String] { values.keys.sorted() }

  /// Whether the field is there and has no value.
  func isNull(_ name: String) -> Bool { values[name] is NSNull }

  /// A number; the text "inf" stands for infinity.
  func number(_ name: String) throws -> Double { try read(name, VectorFields.number) }

  /// A number, or nil where it is null.
  func optional(_ name: String) throws -> Double? { isNull(name) ? nil : try number(name) }

  func integer(_ name: String) throws -> Int { try read(name) { $0 as? Int } }

  /// A yes or no, written as true and false or as 1 and 0.
  func flag(_ name: String) throws -> Bool { try read(name, VectorFields.flag) }

  func text(_ name: String) throws -> String { try read(name) { $0 as? String } }

  func fields(_ name: String) throws -> VectorFields {
    try read(name) { ($0 as? [String: Any]).map(VectorFields.init) }
  }

  func list(_ name: String) throws -> [VectorFields] {
    try read(name) { ($0 as? [[String: Any]])?.map(VectorFields.init) }
  }

  func numbers(_ name: String) throws -> [Double] {
    try read(name) { VectorFields.all($0, VectorFields.number) }
  }

  /// Rows of numbers.
  func table(_ name: String) throws -> [[Double]] {
    try read(name) { VectorFields.all($0) { VectorFields.all($0, VectorFields.number) } }
  }

  func integers(_ name: String) throws -> [Int] {
    try read(name) { VectorFields.all($0) { $0 as? Int } }
  }

  func flags(_ name: String) throws -> [Bool] {
    try read(name) { VectorFields.all($0, VectorFields.flag) }
  }

  func texts(_ name: String) throws -> [String] { try read(name) { $0 as? [String] } }

  private func read<Value>(_ name: String, _ convert: (Any) -> Value?) throws -> Value {
    guard let value = values[name], let converted = convert(value) else {
      throw Missing(field: name)
    }
    return converted
  }

  /// The elements of an array, or nil when one of them cannot be converted.
  private static func all<Value>(_ array: Any, _ convert: (Any) -> Value?) -> [Value]? {
    guard let array = array as? [Any] else { return nil }
    let converted = array.compactMap(convert)
    return converted.count == array.count ? converted : nil
  }

  private static func number(_ value: Any) -> Double? {
    value as? String == "inf" ? .infinity : (value as? NSNumber)?.doubleValue
  }

  private static func flag(_ value: Any) -> Bool? {
    (value as? NSNumber).map { $0.doubleValue != 0 }
  }
}
