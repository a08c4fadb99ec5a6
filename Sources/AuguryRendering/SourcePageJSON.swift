package import Augury

extension SourcePage {
  /// The page as a JSON value.
  ///
  /// - Parameters:
  ///   - id: The identifier of the source.
  ///   - particulars: The texts of its forecasts, by the numbers of their entries.
  /// - Returns: The members that follow what every report begins with.
  package func json(
    id: String, _ particulars: [Int64: Particulars]
  ) -> [(String, JSONOutput)] {
    func names(_ forecasts: [AssessedForecast]) -> JSONOutput {
      .array(forecasts.map { .optional(particulars[$0.number]?.forecast) })
    }
    return [
      ("source", line.json(id: id)), ("ranked", .int(ranked)),
      ("first_said", .optional(span?.lowerBound.description)),
      ("last_said", .optional(span?.upperBound.description)),
      ("depends_on", .array(dependences.map(\.json))),
      ("called_likely", likely.map(\.json) ?? .null),
      ("called_unlikely", unlikely.map(\.json) ?? .null),
      ("confidence", .string(confidence.rawValue)), ("curve", curve.map(\.json) ?? .null),
      ("best", names(best)), ("worst", names(worst)), ("topics", .array(topics.map(\.json))),
      ("forecasts", .array(forecasts.map { $0.json(particulars[$0.number]) })),
    ]
  }
}

extension Dependence {
  fileprivate var json: JSONOutput {
    [
      "on": .string(cause.rawValue), "n": .int(count), "best": .double(bounds.best),
      "worst": .double(bounds.worst), "edge": edge.map { .range($0) } ?? .null,
    ]
  }
}

extension CallCount {
  fileprivate var json: JSONOutput {
    [
      "n": .int(calls), "happened": .int(happened), "expected": .double(expected),
      "low": range.map { .int($0.lowerBound) } ?? .null,
      "high": range.map { .int($0.upperBound) } ?? .null,
    ]
  }
}

extension CalibrationCurve {
  fileprivate var json: JSONOutput {
    [
      "n": .int(count), "seed": .string("\(seed)"), "inside_band": .bool(isInside),
      "points": .array(
        points.map {
          [
            "chance": .double($0.chance), "frequency": .double($0.frequency),
            "band": .range($0.band), "n": .int($0.count), "happened": .int($0.happened),
          ]
        }),
    ]
  }
}

extension AssessedForecast {
  /// The forecast as a JSON value; a program can recompute every figure from these members.
  package func json(_ particulars: Particulars?) -> JSONOutput {
    [
      "entry": .int(number), "id": .optional(particulars?.forecast),
      "question": .optional(particulars?.question), "text": .optional(particulars?.text),
      "event": .optional(event), "quote": .optional(particulars?.quote),
      "reading": .optional(particulars?.reading), "said": .optional(particulars?.said),
      "captured_at": .string(captured.rfc3339), "stamp": .optional(particulars?.stamp),
      "lead_days": leadDays.map { .int($0) } ?? .null,
      "probability": .number(probability),
      "meaning": meaning.map {
        [
          "low": .double($0.low), "high": .double($0.high), "mean": .double($0.mean),
          "variance": .double($0.variance),
        ]
      } ?? .null,
      "negated": .bool(isNegated), "deadline": .optional(deadline?.day.description),
      "grade": .string(grade.rawValue), "standing": .string(standing.rawValue),
      "came_true_early": .bool(cameTrueEarly), "happened": happened.map { .bool($0) } ?? .null,
      "brier": .number(brier),
      "brier_bounds": bounds.map { ["best": .double($0.best), "worst": .double($0.worst)] }
        ?? .null,
      "depends_on_window": .bool(dependsOnWindow),
      "reference": reference.map {
        ["kind": .string($0.kind.rawValue), "probability": .double($0.probability)]
      } ?? .null,
      "edge": .number(edge), "now": now.map(\.json) ?? .null,
      "outcome": .optional(particulars?.outcome),
      "evidence": .strings(particulars?.evidence ?? []),
      "passages": .array(
        (particulars?.passages ?? []).map {
          [
            "venue": .string($0.venue), "title": .optional($0.title), "url": .optional($0.url),
            "published": .optional($0.published), "archived": .optional($0.archived),
          ]
        }),
    ]
  }
}
