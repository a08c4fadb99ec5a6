import AuguryStore
import Glibc

extension Files {
  /// The path from the root, as another process can use it; `~/` is the home folder.
  static func absolute(_ path: String) -> String {
    if path.hasPrefix("~/") { return Environment.home + path.dropFirst(1) }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
