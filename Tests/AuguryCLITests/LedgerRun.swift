import Foundation
import TestSupport
import Testing

/// A ledger in a folder of its own that the real program fills and reports on.
struct LedgerRun {
  /// What `augury import` says it added.
  struct Added: Decodable {
    var forecasts: Int
    var questions: Int
    var sources: Int
    var resolutions: Int
  }

  private let folder: TemporaryFolder
  private let program: URL

  /// Creates an empty ledger in UTC.
  init() throws {
    folder = try TemporaryFolder()
    program = try BuiltProducts.requireAugury()
    try augury("init", "--zone", "UTC")
  }

  /// Creates a ledger and imports some rows of Augury CSV.
  init(importing rows: [CSVTable.Row]) throws {
    try self.init()
    let added = try importRows(rows)
    try #require(added.forecasts == rows.count)
  }

  /// Imports rows of Augury CSV, named by their columns.
  @discardableResult
  func importRows(_ rows: [CSVTable.Row]) throws -> Added {
    let file = folder.file("forecasts.csv")
    try Data(CSVTable.text(of: rows).utf8).write(to: file)
    let answer = try augury("import", file.path, "--format", "json")
    return try JSONDecoder().decode(Added.self, from: Data(answer.utf8))
  }

  /// The report of the program, as its JSON says it.
  func report(_ arguments: String...) throws -> ReportJSON {
    let text = try augury(["report", "--format", "json"] + arguments)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(ReportJSON.self, from: Data(text.utf8))
  }

  /// Runs the program on the ledger, in a home of its own, and returns what it printed.
  @discardableResult
  func augury(_ arguments: String...) throws -> String { try augury(arguments) }

  func augury(_ arguments: [String]) throws -> String {
    let output = try Command(
      program, arguments + ["--ledger", folder.file("ledger.db").path],
      environment: ["HOME": folder.url.path, "TZ": "UTC", "NO_COLOR": "1", "LOGNAME": "ada"],
      directory: folder.url
    ).run()
    try #require(output.status == 0, "\(arguments): \(output.errorText)")
    return output.text
  }
}

/// The JSON of `augury report`, as far as tests look at it.
struct ReportJSON: Decodable {
  struct Funnel: Decodable {
    var recorded: Int
    var scoreable: Int
    var due: Int
    var resolved: Int
    var scored: Int
    var reasons: [String: Int]
  }

  struct Source: Decodable {
    struct Brier: Decodable {
      var mean: Double?
      var n: Int
      var best: Double?
      var worst: Double?
    }

    struct Log: Decodable {
      var mean: Double?
      var n: Int
      var clipped: Int
      var misses: Int
    }

    struct Edge: Decodable {
      var mean: Double
      var low: Double?
      var high: Double?
      var shrunken: Double?
      var n: Int
      var events: Int
      var reference: [String: Int]
      var evidenceFor: Double
      var evidenceAgainst: Double
    }

    struct Rank: Decodable {
      var low: Int
      var high: Int
    }

    struct Calibration: Decodable {
      var expected: Double
      var observed: Int
      var pValue: Double
      var spiegelhalterZ: Double?
    }

    struct Corp: Decodable {
      var mcb: Double
      var dsc: Double
      var unc: Double
    }

    var name: String
    var counts: Funnel
    var events: Int
    var brier: Brier
    var log: Log
    var edge: Edge?
    var rank: Rank?
    var verdict: String?
    var calibration: Calibration?
    var corp: Corp?
  }

  var funnel: Funnel
  /// The sources in the order of the leaderboard.
  var sources: [Source]

  /// Returns the line of a source, which has to be there.
  func source(_ name: String) throws -> Source {
    try #require(sources.first { $0.name == name }, "no \(name) in \(sources.map(\.name))")
  }
}
