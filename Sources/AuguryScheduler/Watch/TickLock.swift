package import Augury
internal import Glibc

/// Keeps two processes from delivering the same notices at once.
///
/// The lock is the operating system's: it is gone when the process that holds it is, however that
/// ended. It lies beside the ledger, under the ledger's name with `-tick`.
package struct TickLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock of a ledger; gives nothing while another process holds it.
  ///
  /// - Parameter path: Where the ledger is.
  /// - Throws: ``TickLockError`` when the file cannot be made.
  package init?(_ path: String) throws(TickLockError) {
    let file = path + "-tick"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw TickLockError(path: file, code: errno)
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}

/// The lock beside a ledger could not be made.
package struct TickLockError: Explained {
  let path: String
  let code: Int32

  package var kind: FailureKind {
    [EACCES, EPERM, EROFS].contains(code) ? .invalid : .unavailable
  }

  package var what: String { "\(path) cannot be made: \(String(cString: strerror(code)))." }
  package var remedy: String {
    "Make the folder of the ledger writable for whoever runs the scheduler."
  }
}
