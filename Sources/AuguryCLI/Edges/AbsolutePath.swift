import AuguryStore
import Glibc

extension Files {
  /// The path from the root, as another process can use it; `~/` is the home folder.
  ///
  /// Parts that say nothing (`.`, and nothing between two slashes) are left out. Where `..` leads
  /// depends on symbolic links, which are not looked at: it stays.
  static func absolute(_ path: String) -> String {
    let parts = whole(path).split(separator: "/").filter { $0 != "." }
    return "/" + parts.joined(separator: "/")
  }

  private static func whole(_ path: String) -> String {
    if path.hasPrefix("~/") { return Environment.home + path.dropFirst(1) }
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return String(cString: folder) + "/" + path
  }
}
