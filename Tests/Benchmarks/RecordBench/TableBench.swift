import Augury
import AuguryStore
import ForecastScoring
import Glibc

/// The work of the benchmark on one ledger.
struct TableBench {
  private let ledger: Ledger
  private let policy: Policy

  init(_ ledger: Ledger) throws {
    self.ledger = ledger
    policy = Policy(grade: .afterwards, at: try Instant(rfc3339: "2030-01-01T00:00:00Z"))
  }

  /// Reads the columns and adds them up.
  func table() throws -> String {
    let start = milliseconds()
    let (columns, origin) = try columns()
    let read = milliseconds() - start
    let tallies = columns.tallies() ?? []
    let wall = milliseconds() - start
    var whole = ScoreTally()
    for tally in tallies { whole.add(tally) }
    let isCached = origin == .cache ? 1 : 0
    return "\(wall) \(read) \(isCached) \(whole.count) \(whole.brierSum) \(whole.logSum)"
  }

  /// Writes the columns as plain files.
  func write(to folder: String) throws -> String {
    let columns = try columns().columns
    write(columns.source, to: folder + "/sources.u16")
    write(columns.probability, to: folder + "/probabilities.f64")
    write(columns.happened.map { $0 ? UInt8(1) : 0 }, to: folder + "/happened.u8")
    return "written"
  }

  private func columns() throws -> (columns: ScoreColumns, origin: ColumnOrigin) {
    let found = try ledger.now().scoreColumns(policy) { _ in Zones() }
    return found ?? (ScoreColumns(at: 0..<1), .rows)
  }

  private func write<Value>(_ values: [Value], to path: String) {
    guard let file = fopen(path, "w") else { return }
    values.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
  }

  private func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
