package import Foundation

/// The folder that holds `Package.swift`, found from where this file lies.
package enum PackageRoot {
  /// The folder, with symbolic links resolved.
  package static let url = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Returns the location of `path`, which is relative to the package's folder.
  package static func file(_ path: String) -> URL {
    url.appending(path: path)
  }

  /// Returns the text of the file at `path`, which is relative to the package's folder.
  package static func text(of path: String) throws -> String {
    String(decoding: try Data(contentsOf: file(path)), as: UTF8.self)
  }

  /// Returns the sorted paths, relative to the package's folder, of the files under `folder`.
  ///
  /// A folder that does not exist holds no files.
  package static func files(under folder: String, withExtension ending: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: file(folder).path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix("." + ending) }
      .map { folder + "/" + $0 }
      .sorted()
  }

  /// Returns the sorted names of the folders directly inside `folder`.
  package static func folders(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: file(folder).path)) ?? []
    return names.filter { isFolder(folder + "/" + $0) }.sorted()
  }

  /// Returns whether something exists at `path`, which is relative to the package's folder.
  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: file(path).path)
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: file(path).path, isDirectory: &isDirectory)
    return exists && isDirectory.boolValue
  }
}
