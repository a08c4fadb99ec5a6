package import Augury

extension Policy {
  /// What counted, as a JSON value.
  ///
  /// - Parameter scale: The table that all words were read by, where one was asked for.
  /// - Returns: The members of the policy, its filter among them.
  package func json(scale: String? = nil) -> JSONOutput {
    [
      "version": .int(Int64(Policy.version)),
      "grade": .string(grade == .afterwards ? "all" : grade.rawValue),
      "take": .string(take.rawValue), "window": .string(window.rawValue),
      "scale": .optional(scale), "filter": filter.json, "looking": .string(looking.rawValue),
    ]
  }
}

extension ForecastFilter {
  fileprivate var json: JSONOutput {
    guard !isOpen else { return .null }
    return [
      "tags": .strings(tags.sorted()), "kinds": .strings(kinds.map(\.rawValue).sorted()),
      "source_kinds": .strings(sourceKinds.map(\.rawValue).sorted()),
      "since": .optional(since?.description), "until": .optional(until?.description),
      "lead_days": leadDays.map {
        [
          "from": .int(Int64($0.lowerBound)),
          "to": $0.upperBound == .max ? .null : .int(Int64($0.upperBound)),
        ]
      } ?? .null,
    ]
  }
}

extension JSONOutput {
  /// A text, or null for none.
  package static func optional(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }

  /// A list of texts.
  package static func strings(_ texts: [String]) -> JSONOutput { .array(texts.map { .string($0) }) }

  /// A number, or null for none.
  package static func number(_ value: Double?) -> JSONOutput { value.map { .double($0) } ?? .null }

  /// A count, 0 for none.
  static func count(_ value: Int?) -> JSONOutput { .int(Int64(value ?? 0)) }

  /// A count.
  static func int(_ value: Int) -> JSONOutput { .int(Int64(value)) }

  /// A range of scores, or null for none.
  static func range(_ interval: ScoreInterval?) -> JSONOutput {
    interval.map { ["low": .double($0.low), "high": .double($0.high)] } ?? .null
  }
}
