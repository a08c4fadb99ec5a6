import AuguryScheduler
import Foundation
import TestSupport

/// A small program in the place of another: it writes down how it was called, and ends as it is told.
final class StandIn {
  private let folder: TemporaryFolder
  let path: String

  init(_ name: String, ending: String = "exit 0") throws {
    folder = try TemporaryFolder()
    path = folder.file(name).path
    let script = """
      #!/bin/bash
      here="$(dirname "$0")"
      printf '%s\\0' "$@" > "$here/arguments"
      printf '%s' "${AUGURY_NOTICES-unset}" > "$here/count"
      cat > "$here/input"
      \(ending)
      """
    try Data(script.utf8).write(to: folder.file(name))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  /// The arguments it was called with.
  var arguments: [String] {
    get throws {
      try text("arguments").split(separator: "\0", omittingEmptySubsequences: false)
        .dropLast().map(String.init)
    }
  }

  /// What it was given on standard input.
  var input: String { get throws { try text("input") } }

  /// The number of notices it was told of.
  var count: String { get throws { try text("count") } }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.file(name)), as: UTF8.self)
  }
}
