import Augury
import Glibc

/// How errors are written to standard error.
enum ErrorForm: String, CaseIterable, Sendable {
  case text, json
}

/// Words on standard error.
enum Report {
  /// Says what is wrong and what to do.
  static func fail(kind: String, what: String, remedy: String, as form: ErrorForm) {
    switch form {
    case .text: say("Error: \(escape(what))\nHint: \(escape(remedy))")
    case .json:
      let error = [("kind", kind), ("what", what), ("remedy", remedy)]
      let members = error.map { JSONObject.Member(key: $0.0, value: .string($0.1)) }
      say(JSONLine.text([("error", .object(JSONObject(members: members)))]))
    }
  }

  /// Writes lines to standard error.
  static func say(_ text: String) { _ = Files.write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Returns the text with everything but printable ASCII, the ellipsis and line feeds as escapes.
  static func escape(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      let isPlain = (0x20...0x7E).contains(scalar.value) || "…\n".unicodeScalars.contains(scalar)
      result += isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
