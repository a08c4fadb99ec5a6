package import Augury

extension SourceComparison {
  /// The comparison as a JSON value.
  ///
  /// - Parameters:
  ///   - ids: The identifiers of the two sources.
  ///   - particulars: The texts of the first source's forecasts, by the numbers of their entries.
  /// - Returns: The members that follow what every report begins with.
  package func json(
    ids: (first: String, second: String), _ particulars: [Int64: Particulars]
  ) -> [(String, JSONOutput)] {
    let counted: (Double) -> JSONOutput = { pairs.isEmpty ? .null : .double($0) }
    return [
      (
        "first",
        ["id": .string(ids.first), "name": .string(names.first), "brier": counted(brier.first)]
      ),
      (
        "second",
        ["id": .string(ids.second), "name": .string(names.second), "brier": counted(brier.second)]
      ),
      ("n", .int(pairs.count)), ("edge", edge.map(\.json) ?? .null),
      ("verdict", edge.map { .string($0.verdict.rawValue) } ?? .null),
      (
        "never_worse",
        dominance == .neither ? .null : .string(dominance == .first ? "first" : "second")
      ),
      ("first_spoke_earlier", .int(earlier.first)), ("second_spoke_earlier", .int(earlier.second)),
      ("pairs", .array(pairs.map { $0.json(particulars) })),
    ]
  }
}

extension SourceComparison.Pair {
  /// The two forecasts as a JSON value.
  package func json(_ particulars: [Int64: Particulars]) -> JSONOutput {
    [
      "question": .optional(particulars[first.number]?.question),
      "text": .optional(particulars[first.number]?.text),
      "first": first.json(particulars[first.number]),
      "second": second.json(particulars[second.number]), "difference": .double(difference),
    ]
  }
}
