import TestSupport
import Testing

/// The promise that Docs/Errors.md names every error a person can meet.
struct ErrorPageTests {
  /// A case of an error as the page names it.
  private struct ErrorCase: Hashable, CustomStringConvertible {
    var type: String
    var name: String
    var description: String { "\(type).\(name)" }
  }

  /// The files that tell of explained errors.
  private static let sources: [SwiftSource] =
    PackageRoot.files(under: "Sources", withExtension: "swift")
    .compactMap { try? PackageRoot.text(of: $0) }
    .filter { $0.contains("Explained") }
    .map { SwiftSource($0) }
  private static let types = explainedTypes(in: sources)
  private static let cases = sources.flatMap { cases(of: types, in: $0) }

  @Test func `every case of every explained error stands in Errors`() throws {
    let page = try PackageRoot.text(of: "Docs/Errors.md")
    #expect(ErrorPageTests.types.isSuperset(of: ["StoreError", "UsageError", "AuguryCSVFault"]))
    let enums = Set(ErrorPageTests.cases.map(\.type))
    let names = ErrorPageTests.cases.map(\.description) + ErrorPageTests.types.subtracting(enums)
    for name in names.sorted() where !page.contains("`\(name)`") {
      Issue.record("Docs/Errors.md does not name \(name)")
    }
  }

  @Test func `Errors names no case that does not exist`() throws {
    let page = try PackageRoot.text(of: "Docs/Errors.md")
    let known = Set(ErrorPageTests.cases.map(\.description))
    let rows = page.matches(of: /^\| `(\w+(?:Error|Fault)\.\w+)` \|/.anchorsMatchLineEndings())
    for name in rows.map({ String($0.1) }) where !known.contains(name) {
      Issue.record("Docs/Errors.md: there is no \(name)")
    }
  }

  @Test func `errors are found however they conform`() {
    let source = SwiftSource(
      """
      package enum OneError: Explained, Equatable {
        /// First.
        case first(String)
        case second
        var what: String { switch self { case .first: "case of words" } }
      }
      enum Other { case none }
      public enum TwoError: Error, Sendable {
        case third
      }
      extension TwoError: Explained {}
      struct Plain: Explained {}
      """)
    let types = ErrorPageTests.explainedTypes(in: [source])
    #expect(types == ["OneError", "TwoError", "Plain"])
    #expect(
      ErrorPageTests.cases(of: types, in: source).map(\.description) == [
        "OneError.first", "OneError.second", "TwoError.third",
      ])
  }

  /// Returns the names of the types that conform to `Explained`, and of the faults they carry.
  private static func explainedTypes(in sources: [SwiftSource]) -> Set<String> {
    var types: Set<String> = []
    for line in sources.flatMap(\.code) {
      if let match = line.firstMatch(of: /\b(?:enum|struct|extension)\s+(\w+)\s*:([^{]*)/),
        match.2.contains(/\bExplained\b/)
      {
        types.insert(String(match.1))
      } else if let match = line.firstMatch(of: /\benum\s+(\w+Fault)\b/) {
        types.insert(String(match.1))
      }
    }
    return types
  }

  /// Returns the cases that a file declares of some types, in order.
  private static func cases(of types: Set<String>, in source: SwiftSource) -> [ErrorCase] {
    var cases: [ErrorCase] = []
    var type: String?
    for line in source.code {
      if let match = line.firstMatch(of: /^\s*(?:\w+\s+)*(enum|struct|class|extension)\s+(\w+)/) {
        type = match.1 == "enum" && types.contains(String(match.2)) ? String(match.2) : nil
      }
      // A case of a switch begins with a point or another pattern, never with a bare name.
      if let type, let match = line.prefixMatch(of: /\s*case\s+(\w+)(?:\s|\(|$)/),
        !["let", "var", "nil", "is"].contains(match.1)
      {
        cases.append(ErrorCase(type: type, name: String(match.1)))
      }
    }
    return cases
  }
}
