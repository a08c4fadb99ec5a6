import TestSupport
import Testing

/// The shape of the house: who may import whom, and what no source file may hold.
struct ArchitectureTests {
  /// What each target may import; `Swift` is allowed everywhere.
  private static let allowedImports: [(folder: String, modules: Set<String>)] = [
    ("Sources/ForecastScoring", ["Glibc"]),
    ("Sources/Augury", ["ForecastScoring", "Lexicons", "Crypto"]),
    ("Sources/CSQLite", []),
    ("Sources/AuguryStore", ["Augury", "CSQLite", "Crypto", "Dispatch", "Glibc"]),
    ("Sources/AuguryFormats", ["Augury", "Lexicons"]),
    ("Sources/AuguryRendering", ["Augury"]),
    (
      "Sources/AuguryScheduler",
      [
        "Augury", "AuguryStore", "AuguryFormats", "AuguryRendering", "Crypto", "Dispatch", "Glibc",
        "Logging", "ServiceLifecycle", "UnixSignals",
      ]
    ),
    ("Data/Lexicons", []),
    ("Data/Samples", []),
    (
      "Sources/AuguryCLI",
      [
        "Augury", "AuguryStore", "AuguryFormats", "AuguryRendering", "AuguryScheduler",
        "AugurySamples",
        "ForecastScoring", "Lexicons", "ArgumentParser", "Crypto", "Dispatch", "Glibc",
      ]
    ),
    (
      "Sources/AuguryFetch",
      [
        "Augury", "ArgumentParser", "AsyncHTTPClient", "Crypto", "Dispatch", "Glibc", "NIOCore",
        "NIOHTTP1", "NIOHTTPCompression", "NIOSSL", "Synchronization",
      ]
    ),
  ]

  private static let forbidden = ["try!", "fatalError(", "as!"]
  private static let forbiddenWithoutReason = ["@unchecked", "nonisolated(unsafe)"]
  private static let forbiddenOutsidePrograms = ["print(", "exit(", "getenv", "ProcessInfo"]
  private static let programs = ["Sources/AuguryCLI/", "Sources/AuguryFetch/"]
  private static let longestFile = 400

  private static let files: [(path: String, source: SwiftSource)] =
    ["Sources", "Data"].flatMap { PackageRoot.files(under: $0, withExtension: "swift") }
    .map { ($0, SwiftSource((try? PackageRoot.text(of: $0)) ?? "")) }

  @Test func `every target imports only what its row of the table allows`() {
    #expect(!ArchitectureTests.files.isEmpty)
    for (path, source) in ArchitectureTests.files {
      for problem in ArchitectureTests.importProblems(in: source, at: path) {
        Issue.record("\(problem)")
      }
    }
  }

  @Test func `every folder in Sources is a target of the table`() {
    let known = ArchitectureTests.allowedImports.map(\.folder)
    for folder in PackageRoot.folders(in: "Sources") {
      #expect(known.contains("Sources/\(folder)"), "Sources/\(folder) has no row in the table")
    }
  }

  @Test func `no source file is longer than 400 lines`() {
    for (path, source) in ArchitectureTests.files where path.hasPrefix("Sources/") {
      let count = source.lines.count
      #expect(count <= ArchitectureTests.longestFile, "\(path) has \(count) lines: divide it")
    }
  }

  @Test func `no source file crashes, prints, exits or looks around where it must not`() {
    for (path, source) in ArchitectureTests.files where path.hasPrefix("Sources/") {
      for problem in ArchitectureTests.tokenProblems(in: source, at: path) {
        Issue.record("\(problem)")
      }
    }
  }

  @Test func `a stray import is found however it is written`() {
    let strays = [
      "import Foundation", "  public import Foundation", "@preconcurrency import Foundation",
      "@_spi(Testing) package import struct Foundation.Date", "import Swift; import Foundation",
      "import func Foundation.exp",
    ]
    for stray in strays {
      let problems = ArchitectureTests.importProblems(
        in: SwiftSource("// a file\n" + stray), at: "Sources/Augury/File.swift")
      #expect(problems.count == 1, "\(stray)")
      #expect(problems.first?.hasPrefix("Sources/Augury/File.swift:2: ") == true, "\(stray)")
    }
    let words = "/* import Foundation */\nlet a = \"\"\"\n  import Foundation\n  \"\"\"\n"
    for allowed in ["import Crypto", "public import ForecastScoring", "import Swift", words] {
      #expect(
        ArchitectureTests.importProblems(
          in: SwiftSource(allowed), at: "Sources/Augury/File.swift") == [], "\(allowed)")
    }
    #expect(
      !ArchitectureTests.importProblems(in: SwiftSource(""), at: "Data/File.swift").isEmpty)
  }

  @Test func `a forbidden token is found in code and not in words`() {
    let code = [
      "let a = try! f()", "fatalError(\"no\")", "let b = c as! D", "print(a)", "Swift.print(a)",
      "Glibc.exit(1)", "let e = getenv(\"HOME\")", "ProcessInfo.processInfo",
      "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1",
    ]
    for line in code {
      let problems = ArchitectureTests.tokenProblems(
        in: SwiftSource("\n" + line), at: "Sources/Augury/File.swift")
      #expect(problems.count == 1, "\(line)")
    }
    let words = [
      "// never try! this", "/* a /* print( */ exit( */", "let a = \"fatalError(\\\"\"",
      "let a = #\"a\"print(\"#", "blueprint(a)",
      "// The lock guards it.\nnonisolated(unsafe) var a = 1",
    ]
    for line in words {
      #expect(
        ArchitectureTests.tokenProblems(
          in: SwiftSource(line), at: "Sources/Augury/File.swift") == [], "\(line)")
    }
    #expect(
      ArchitectureTests.tokenProblems(
        in: SwiftSource("print(a)"), at: "Sources/AuguryCLI/File.swift") == [])
  }

  private static func importProblems(in source: SwiftSource, at path: String) -> [String] {
    guard let row = allowedImports.first(where: { path.hasPrefix($0.folder + "/") }) else {
      return ["\(path): no target of the table holds this file"]
    }
    return source.imports.filter { $0.module != "Swift" && !row.modules.contains($0.module) }
      .map { "\(path):\($0.line): \(row.folder) may not import \($0.module)" }
  }

  private static func tokenProblems(in source: SwiftSource, at path: String) -> [String] {
    var problems: [String] = []
    let isProgram = programs.contains { path.hasPrefix($0) }
    for token in forbidden + (isProgram ? [] : forbiddenOutsidePrograms) {
      problems += source.lines(holding: token).map { "\(path):\($0): \(token) is not allowed here" }
    }
    for token in forbiddenWithoutReason {
      problems += source.lines(holding: token).filter { !source.hasComment(before: $0) }
        .map { "\(path):\($0): \(token) needs a comment on the line before that argues it" }
    }
    return problems
  }
}
