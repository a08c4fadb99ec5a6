package import Foundation

/// A new, empty folder that goes away, with all that is in it, when nothing refers to it any more.
///
/// Keep the value, not only its `url`, for as long as the folder is needed.
package final class TemporaryFolder: Sendable {
  /// The folder, with symbolic links resolved.
  package let url: URL

  /// Creates a folder that only this user can enter.
  package init() throws {
    let name = "augury-test-" + UUID().uuidString.lowercased()
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    url = folder
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Returns the location of `path`, which is relative to the folder.
  package func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// Creates the folder `path` and those above it, and returns its location.
  @discardableResult
  package func makeFolder(_ path: String) throws -> URL {
    let folder = file(path)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
