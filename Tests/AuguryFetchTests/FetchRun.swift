import Foundation
import TestSupport
import Testing

/// A folder in which the built program fetches.
struct FetchRun {
  let folder: TemporaryFolder
  private let program: URL

  init() throws {
    folder = try TemporaryFolder()
    program = try BuiltProducts.requireFetch()
  }

  /// Runs the program with the arguments and returns what it left behind.
  func callAsFunction(
    _ arguments: [String], input: String = "", timeout: Duration = .seconds(60)
  ) throws -> Command.Output {
    try Command(program, arguments, input: Array(input.utf8), timeout: timeout).run()
  }

  /// Runs the program below another one, such as `timeout`, that comes with its own arguments.
  func callAsFunction(
    under other: String, _ first: [String], _ arguments: [String]
  ) throws -> Command.Output {
    try Command(
      URL(filePath: "/usr/bin/env"), [other] + first + [program.path] + arguments
    ).run()
  }

  /// The path of the file `out` in the folder.
  var output: String { folder.file("out").path }

  /// The names of the files in the folder.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.url.path)) ?? []).sorted()
  }

  /// Whether the file `out` is there.
  var hasOutput: Bool { FileManager.default.fileExists(atPath: output) }
}

/// The line about a fetch, as the program prints it.
struct SummaryLine: Decodable, Equatable {
  var url: String
  var finalUrl: String
  var status: Int
  var contentType: String?
  var charset: String?
  var lastModified: String?
  var etag: String?
  var bytes: Int
  var sha256: String
  var redirects: [String]

  init(_ output: Command.Output) throws {
    #expect(output.text.lines.count == 1 && output.text.hasSuffix("\n"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    self = try decoder.decode(SummaryLine.self, from: Data(output.stdout))
  }
}

/// What the server of the tests got, as it echoes it.
struct Echo: Decodable {
  var method: String
  var path: String
  /// The headers by their names in lower case.
  var headers: [String: String]
  var body: String

  init(_ bytes: [UInt8]) throws {
    self = try JSONDecoder().decode(Echo.self, from: Data(bytes))
    headers = Dictionary(headers.map { ($0.lowercased(), $1) }) { $1 }
  }
}
