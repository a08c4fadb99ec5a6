/// The values that placeholders have been bound to so far, and the days that count as today.
package struct Bindings: Equatable, Sendable {
  /// A placeholder that a command uses before any output has bound it.
  package struct Unbound: Error, CustomStringConvertible, Sendable {
    /// The placeholder's name, without brackets.
    package let name: String
    /// What is wrong.
    package var description: String { "<\(name)> is used before any output has shown it" }
  }

  /// The values by the placeholders' names.
  package var values: [String: String] = [:]
  /// The ISO dates that `<date>` matches: one, or two when midnight passes during a command.
  package var today: Set<String> = []
  /// The names that a new placeholder takes before any other, in order.
  package var preferred: [String] = []
  /// The names that a new placeholder must not take.
  package var reserved: Set<String> = []

  /// Creates bindings without any value.
  package init(today: Set<String> = []) {
    self.today = today
  }

  /// Returns the name that `value` is bound to, the first in order if there are several.
  package func name(of value: String) -> String? {
    values.filter { $0.value == value }.map(\.key).min()
  }

  /// Returns `command` with every placeholder that binds replaced by its value.
  package func substitute(in command: String) throws(Unbound) -> String {
    var text = ""
    for piece in LinePattern.pieces(of: command) {
      guard case .placeholder(let placeholder, let spelling) = piece else {
        text += piece.spelling
        continue
      }
      guard let name = placeholder.binding else {
        text += spelling
        continue
      }
      guard let value = values[name] else { throw Unbound(name: name) }
      text += value
    }
    return text
  }

  /// Binds `value` to a name of its kind, which its first letter tells, and returns the name.
  package mutating func bindNew(_ value: String) -> String {
    let kind = value.prefix(1)
    let free = preferred.first { $0.hasPrefix(kind) && values[$0] == nil }
    var number = 1
    while values["\(kind)\(number)"] != nil || reserved.contains("\(kind)\(number)") { number += 1 }
    let name = free ?? "\(kind)\(number)"
    values[name] = value
    return name
  }
}
