package import Augury

extension TrackRecord.Line {
  /// The line as a JSON value, for the source with an identifier.
  package func json(id: String) -> JSONOutput {
    let edge = figures?.edge
    let calibration = figures?.calibration
    return [
      "id": .string(id), "name": .string(name), "kind": .string(kind), "counts": funnel.json,
      "events": .int(Int64(figures?.events ?? 0)),
      "brier": [
        "mean": .number(figures?.brier), "n": .int(Int64(questions)),
        "best": .number(figures?.bounds.best), "worst": .number(figures?.bounds.worst),
      ],
      "log": [
        "mean": .number(figures?.log?.mean), "n": .count(figures?.log?.count),
        "clipped": .count(figures?.log?.clipped), "misses": .count(figures?.log?.clippedMisses),
      ],
      "edge": edge.map(\.json) ?? .null,
      "rank": edge?.rank.map {
        ["low": .int(Int64($0.lowerBound)), "high": .int(Int64($0.upperBound))]
      } ?? .null,
      "verdict": edge.map { .string($0.verdict.rawValue) } ?? .null,
      "calibration": calibration.map {
        [
          "expected": .double($0.expected), "observed": .int(Int64($0.observed)),
          "p_value": .double($0.pValue), "spiegelhalter_z": .number($0.spiegelhalterZ),
        ]
      } ?? .null,
      "corp": calibration.map {
        [
          "mcb": .double($0.miscalibration), "dsc": .double($0.discrimination),
          "unc": .double($0.uncertainty),
        ]
      } ?? .null,
    ]
  }
}

extension EdgeFigure {
  fileprivate var json: JSONOutput {
    let kinds = ReferenceKind.allCases.compactMap { kind in
      references[kind].map { (kind.rawValue, JSONOutput.int(Int64($0))) }
    }
    return [
      "mean": .double(mean), "low": .number(interval?.low), "high": .number(interval?.high),
      "shrunken": .number(shrunken), "n": .int(Int64(count)), "events": .int(Int64(events)),
      "reference": .object(kinds), "evidence_for": .double(evidenceFor),
      "evidence_against": .double(evidenceAgainst),
    ]
  }
}

extension JSONOutput {
  /// A number, or null for none.
  fileprivate static func number(_ value: Double?) -> JSONOutput {
    value.map { .double($0) } ?? .null
  }

  /// A count, 0 for none.
  fileprivate static func count(_ value: Int?) -> JSONOutput { .int(Int64(value ?? 0)) }
}
