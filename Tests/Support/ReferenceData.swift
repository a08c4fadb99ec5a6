package import Foundation
import Glibc

/// The data and gold figures that are kept outside the package.
///
/// They lie where `AUGURY_REFERENCE_DATA` says, else in `shared` beside the package's folder.
/// A test that needs them skips when they are absent, and says so:
///
///     guard let table = ReferenceData.url("vectors/brier.csv") else {
///       return ReferenceData.skip("the Brier score agrees with its peers")
///     }
package enum ReferenceData {
  /// The folder of the reference data, or nil when there is none.
  package static let root: URL? = {
    let named = ProcessInfo.processInfo.environment["AUGURY_REFERENCE_DATA"] ?? ""
    let beside = PackageRoot.url.deletingLastPathComponent().appending(path: "shared")
    let folder = named.isEmpty ? beside : URL(filePath: named)
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Returns the location of `path` inside the reference data, or nil when it is not there.
  package static func url(_ path: String) -> URL? {
    guard let file = root?.appending(path: path) else { return nil }
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  /// Notes that the test called `name` did not run for want of reference data.
  ///
  /// One line goes to standard output and, when `AUGURY_SKIP_LOG` names a file, one to its end.
  package static func skip(_ name: String) {
    print("skipped: \(name) (no reference data)")
    let log = ProcessInfo.processInfo.environment["AUGURY_SKIP_LOG"] ?? ""
    guard !log.isEmpty else { return }
    // One append of the whole line, since other tests write to the same file at the same time.
    let descriptor = open(log, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      print("cannot append to \(log)")
      return
    }
    let line = Array((name + "\n").utf8)
    if write(descriptor, line, line.count) != line.count { print("cannot append to \(log)") }
    close(descriptor)
  }
}
