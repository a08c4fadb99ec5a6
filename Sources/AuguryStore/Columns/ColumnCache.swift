package import Augury
internal import Glibc

/// What can be kept in a file of columns.
protocol ColumnCoded {
  /// Goes through all columns.
  mutating func code(_ coder: inout some ColumnCoder) throws(ColumnError)
  /// Whether the columns fit each other.
  var areSound: Bool { get }
}

/// Columns of a large ledger, kept in a file beside it so that a report need not read its rows.
///
/// Nothing rests on the file: it may be deleted at any time, and one that is damaged, or of another
/// state, ledger or form, is as good as none.
struct ColumnCache<Columns: ColumnCoded> {
  private let path: String
  private let ledger: String
  private let header: [UInt8]

  /// Names a cache of a ledger in one state, made by a policy where it depends on one.
  init(_ path: String, _ head: Head, suffix: String, policy: [UInt64] = []) {
    self.path = path + suffix
    ledger = path
    // In the order of this machine's bytes, as the columns: another machine's mark is another one.
    let numbers: [UInt64] = [
      0x534e_4d55_4c4f_4341, ColumnFiles.form, UInt64(Schema.version), UInt64(head.size),
    ]
    header =
      (numbers + policy).withUnsafeBytes(Array.init) + head.frontier.root.bytes
      + Array(head.ledger.utf8)
  }

  private var seed: UInt64 { header.withUnsafeBytes { ColumnChecksum.of($0, seed: 0) } }

  /// Reads into blank columns; nothing when there is no file of this very state in good order.
  func load(into columns: Columns) -> Columns? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var found = [UInt8](repeating: 0, count: header.count)
    guard found.withUnsafeMutableBytes({ file.read(whole: $0) }), found == header else {
      return nil
    }
    var reader = ColumnReader(file, after: seed, left: Int(status.st_size) - header.count)
    var columns = columns
    do {
      try columns.code(&reader)
    } catch {
      return nil
    }
    return reader.isAtEnd && columns.areSound ? columns : nil
  }

  /// Writes the columns, wholly or not at all; where that cannot be done, nothing is lost.
  ///
  /// They may be read by whoever may read the ledger.
  func save(_ columns: Columns) {
    var status = stat()
    guard stat(ledger, &status) == 0 else { return }
    let fresh = path + ColumnFiles.unfinished
    unlink(fresh)
    let file = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    let isWritten = write(columns, to: file)
    // Before it has its name, so that nobody finds it with other rights.
    let isAllowed = fchmod(file, status.st_mode & 0o666) == 0
    close(file)
    if !isWritten || !isAllowed || rename(fresh, path) != 0 { unlink(fresh) }
  }

  private func write(_ columns: Columns, to file: Int32) -> Bool {
    guard header.withUnsafeBytes({ file.write(whole: $0) }) else { return false }
    var writer = ColumnWriter(file, after: seed)
    var columns = columns
    do {
      try columns.code(&writer)
      return true
    } catch {
      return false
    }
  }
}

/// The files of columns that may lie beside a ledger.
enum ColumnFiles {
  /// What is added to a ledger's path for the columns of its forecasts.
  static let statements = "-columns"
  /// What is added for the columns of its scores.
  static let scores = "-scores"
  /// What is added to either while it is written.
  static let unfinished = "-new"
  /// From how many forecasts on they are quicker than the rows by more than a person notices.
  static let leastRows = 50_000
  /// The form of the files; raised whenever the columns, or what they are made of, change.
  static let form: UInt64 = 1

  /// Deletes the files, where they are there.
  static func remove(beside path: String) {
    for file in [path + statements, path + scores] {
      unlink(file)
      unlink(file + unfinished)
    }
  }
}

/// Where the columns of a report came from.
package enum ColumnOrigin: Sendable, Equatable {
  /// The rows of the ledger.
  case rows
  /// The file beside it.
  case cache
}

extension Snapshot {
  /// Reads the forecasts that stand here as columns, from the file beside the ledger where that is
  /// of this state, else from the rows, of which the file is then made.
  ///
  /// An earlier state is always read from the rows, and leaves the file alone.
  ///
  /// - Parameter leastRows: From how many forecasts on the file is used.
  /// - Returns: The columns, the same from both, and where they came from.
  /// - Throws: ``StoreError`` when a row cannot be read.
  package func statements(
    cachedFrom leastRows: Int
  ) throws -> (statements: Statements, origin: ColumnOrigin) {
    try ledger.read {
      let head = try Head(in: database)
      guard seq == head.size - 1, try forecastCount() >= leastRows else {
        return (try statements(), .rows)
      }
      let cache = ColumnCache<Statements>(ledger.path, head, suffix: ColumnFiles.statements)
      if let statements = cache.load(into: Statements()) { return (statements, .cache) }
      let statements = try statements()
      cache.save(statements)
      return (statements, .rows)
    }
  }

  /// Reads the forecasts that stand here as columns, by way of the file where that is worth it.
  package func cachedStatements() throws -> Statements {
    try statements(cachedFrom: ColumnFiles.leastRows).statements
  }
}
