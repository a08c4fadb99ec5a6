package import Augury

extension TrackRecord.Line {
  /// The line as a JSON value, for the source with an identifier.
  package func json(id: String) -> JSONOutput {
    .object(
      [
        ("id", .string(id)), ("name", .string(name)), ("kind", .string(kind)),
        ("counts", funnel.json),
      ]
        + SourceFigures.members(
          figures, rank: figures?.edge?.rank, verdict: figures?.edge?.verdict))
  }
}

extension TrackRecord.Group {
  /// The group as a JSON value.
  package var json: JSONOutput {
    .object(
      [("name", .string(name)), ("sources", .int(sources)), ("counts", funnel.json)]
        + SourceFigures.members(figures, rank: nil, verdict: nil))
  }
}

extension TrackRecord.Reference {
  /// The reference as a JSON value.
  package var json: JSONOutput {
    .object(
      [("name", .string(kind.rawValue))]
        + SourceFigures.members(figures, rank: rank, verdict: nil))
  }
}

extension SourceFigures {
  /// The members that hold figures; those without a value are null.
  fileprivate static func members(
    _ figures: SourceFigures?, rank: ClosedRange<Int>?, verdict: EdgeVerdict?
  ) -> [(String, JSONOutput)] {
    let (edge, calibration) = (figures?.edge, figures?.calibration)
    return [
      ("events", .count(figures?.events)),
      (
        "brier",
        [
          "mean": .number(figures?.brier), "n": .count(figures?.questions),
          "best": .number(figures?.bounds.best), "worst": .number(figures?.bounds.worst),
        ]
      ),
      (
        "log",
        [
          "mean": .number(figures?.log?.mean), "n": .count(figures?.log?.count),
          "clipped": .count(figures?.log?.clipped), "misses": .count(figures?.log?.clippedMisses),
        ]
      ),
      ("edge", edge.map(\.json) ?? .null),
      (
        "rank",
        rank.map { ["low": .int($0.lowerBound), "high": .int($0.upperBound)] } ?? .null
      ),
      ("verdict", .optional(verdict?.rawValue)),
      (
        "calibration",
        calibration.map {
          [
            "expected": .double($0.expected), "observed": .int($0.observed),
            "p_value": .double($0.pValue), "spiegelhalter_z": .number($0.spiegelhalterZ),
          ]
        } ?? .null
      ),
      (
        "corp",
        calibration.map {
          [
            "mcb": .double($0.miscalibration), "dsc": .double($0.discrimination),
            "unc": .double($0.uncertainty),
          ]
        } ?? .null
      ),
    ]
  }
}

extension EdgeFigure {
  /// The edge as a JSON value.
  var json: JSONOutput {
    let kinds = ReferenceKind.allCases.compactMap { kind in
      references[kind].map { (kind.rawValue, JSONOutput.int($0)) }
    }
    return [
      "mean": .double(mean), "low": .number(interval?.low), "high": .number(interval?.high),
      "shrunken": .number(shrunken), "n": .int(count), "events": .int(events),
      "reference": .object(kinds), "evidence_for": .double(evidenceFor),
      "evidence_against": .double(evidenceAgainst), "p_value": .number(pValue),
      "standard_error": .number(error),
    ]
  }
}
