package import Augury
internal import Glibc

/// Why a file could not be read or written.
package struct FileError: Explained {
  /// The file or folder.
  package let path: String
  /// What could not be done, as a participle: read, written, made.
  package let action: String
  /// The number of the system's reason.
  package let code: Int32

  /// Creates an error.
  package init(path: String, action: String, code: Int32) {
    self.path = path
    self.action = action
    self.code = code
  }

  /// Not found for a path that leads nowhere, out of reach for what may pass; else invalid.
  package var kind: FailureKind {
    switch code {
    case ENOENT, ENOTDIR: .notFound
    case ENOSPC, EDQUOT, EIO, EAGAIN, EBUSY: .unavailable
    default: .invalid
    }
  }

  /// The path, and the system's reason.
  package var what: String { "\(path) cannot be \(action): \(String(cString: strerror(code)))." }

  /// What to do about the file.
  package var remedy: String {
    switch code {
    case ENOENT, ENOTDIR: "Check the path."
    case EACCES, EPERM, EROFS: "Check the permissions."
    case ENOSPC, EDQUOT: "Free some space and run the command again."
    case EISDIR: "Name a file, not a folder."
    case EEXIST: "Name a file that does not exist yet."
    default: "Check the disk, then try again."
    }
  }
}
