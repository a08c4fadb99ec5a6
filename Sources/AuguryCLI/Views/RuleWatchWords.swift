import Augury
import AuguryRendering
import AuguryStore

extension RuleWatch {
  /// Since when and why looks at the rule fail, and when it is looked at again; nothing where they
  /// do not.
  var trouble: String? {
    guard let fault else { return nil }
    let again = next.map { " It is looked at again from \($0.rfc3339) on." } ?? ""
    return "failing since \(fault.since.rfc3339): \(fault.words)\(again)"
  }

  /// Where the looks stand, as members of a JSON object.
  var members: [(String, JSONOutput)] {
    [
      ("looked_at", .optional(last?.at.rfc3339)), ("next", .optional(next?.rfc3339)),
      ("failing_since", .optional(fault?.since.rfc3339)), ("last_failure", .optional(fault?.words)),
    ]
  }

  /// The names of these members.
  static let names = ["looked_at", "next", "failing_since", "last_failure"]

  /// The same as cells of a table.
  var fields: [String] {
    [last?.at.rfc3339, next?.rfc3339, fault?.since.rfc3339, fault?.words].map { $0 ?? "" }
  }
}
