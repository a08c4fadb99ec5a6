internal import CSQLite

extension Database {
  /// Copies the whole database into another connection.
  func copy(into other: Database) throws(StoreError) {
    let backup = try other.backup(from: self)
    var code = sqlite3_backup_step(backup, -1)
    while code == SQLITE_BUSY || code == SQLITE_LOCKED {
      sqlite3_sleep(20)
      code = sqlite3_backup_step(backup, -1)
    }
    sqlite3_backup_finish(backup)
    guard code == SQLITE_DONE else { throw Database.failure(code) }
  }

  /// Puts the content of another database in place of this one's, in one transaction.
  ///
  /// The file is held against all other processes from before `keep` sees what stands in it until
  /// the new content is durable. Nothing that another process was told is written can be missed.
  /// When `keep` throws, the old bytes stay; it is not called for none.
  func replace(with other: Database, keeping keep: (HeldFile) throws -> Void) throws {
    let file = try HeldFile(of: self)
    let backup = try backup(from: other)
    // Ending it before it is done undoes all of it.
    defer { sqlite3_backup_finish(backup) }
    // No page yet, only the lock.
    let code = sqlite3_backup_step(backup, 0)
    guard code == SQLITE_OK else { throw Database.failure(code) }
    if try file.size() > 0 { try keep(file) }
    let end = sqlite3_backup_step(backup, -1)
    guard end == SQLITE_DONE else { throw Database.failure(end) }
  }

  private func backup(from other: Database) throws(StoreError) -> OpaquePointer {
    guard let backup = sqlite3_backup_init(handle, "main", other.handle, "main") else {
      throw error
    }
    return backup
  }

  private static func failure(_ code: Int32) -> StoreError {
    .sqlite(code, String(cString: sqlite3_errstr(code)))
  }
}

/// A file that no other process can write to, with the bytes that stand in it.
///
/// They are read through the connection's own descriptor: closing another one in this process
/// would give up the lock.
package struct HeldFile {
  private let file: UnsafeMutablePointer<sqlite3_file>
  private static let chunk = 1 << 20

  init(of database: Database) throws(StoreError) {
    var file: UnsafeMutablePointer<sqlite3_file>?
    sqlite3_file_control(database.handle, "main", SQLITE_FCNTL_FILE_POINTER, &file)
    guard let file, file.pointee.pMethods != nil else { throw .inputOutput("no file") }
    self.file = file
  }

  func size() throws(StoreError) -> Int64 {
    var size: Int64 = 0
    try check(file.pointee.pMethods.pointee.xFileSize(file, &size))
    return size
  }

  /// Hands a closure all bytes, in order and in pieces.
  package func read(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
    var bytes = [UInt8](repeating: 0, count: HeldFile.chunk)
    let size = try size()
    var offset: Int64 = 0
    while offset < size {
      let count = Int(min(size - offset, Int64(bytes.count)))
      try check(file.pointee.pMethods.pointee.xRead(file, &bytes, Int32(count), offset))
      try body(bytes[..<count])
      offset += Int64(count)
    }
  }

  private func check(_ code: Int32) throws(StoreError) {
    guard code == SQLITE_OK else { throw .sqlite(code, String(cString: sqlite3_errstr(code))) }
  }
}
