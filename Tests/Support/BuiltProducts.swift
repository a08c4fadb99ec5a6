package import Foundation

/// The executables that were built together with the tests.
package enum BuiltProducts {
  /// An executable that the tests need and that has not been built.
  package struct Missing: Error, CustomStringConvertible, Sendable {
    /// Where the executable was expected.
    package let path: String
    /// What is wrong and what to do.
    package var description: String {
      "\(path) is not an executable. Build the products with `swift build --build-tests`,"
        + " or name the file of augury in AUGURY_EXECUTABLE."
    }
  }

  /// Where the built `augury` is expected: `AUGURY_EXECUTABLE`, else beside the test bundle.
  package static let augury: URL = {
    let named = ProcessInfo.processInfo.environment["AUGURY_EXECUTABLE"] ?? ""
    if !named.isEmpty { return URL(filePath: named).absoluteURL }
    return besideTests("augury")
  }()

  /// Where the built `augury-fetch` is expected: beside the test bundle.
  package static let fetch = besideTests("augury-fetch")

  /// Returns `augury` when it can be run, and throws `Missing` when not.
  package static func requireAugury() throws(Missing) -> URL {
    try require(augury)
  }

  /// Returns `augury-fetch` when it can be run, and throws `Missing` when not.
  package static func requireFetch() throws(Missing) -> URL {
    try require(fetch)
  }

  private static func require(_ product: URL) throws(Missing) -> URL {
    guard FileManager.default.isExecutableFile(atPath: product.path) else {
      throw Missing(path: product.path)
    }
    return product
  }

  private static func besideTests(_ name: String) -> URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appending(path: name)
  }
}
