package import Augury

extension Consequence {
  /// What would become of the source's record: "Ann: edge +0.050 → +0.071, …".
  package var sentence: String {
    guard standing == .scored else { return "\(name): not scored, \(obstacle)" }
    let edge = Self.change(before?.edge?.mean, after?.edge?.mean) { NumberText.signed($0, 3) }
    let brier = Self.change(before?.brier, after?.brier) { NumberText.fixed($0, 3) }
    let count = "questions \(before?.questions ?? 0) → \(after?.questions ?? 0)"
    let parts = [edge.map { "edge \($0)" }, brier.map { "Brier \($0)" }, count]
    let waits = waitsFor.map { ", counts once \($0) has passed" } ?? ""
    return "\(name): \(parts.compactMap(\.self).joined(separator: ", "))\(waits)"
  }

  /// Why its forecast would not be scored.
  ///
  /// With an answer supposed, what stays undecided is so because the answer does not tell enough for
  /// the forecast's own window.
  private var obstacle: String {
    switch (standing, outcome) {
    case (.undecided, .happened(nil)):
      "its own window ended before the deadline: it depends on the day (`resolve … yes --on DAY`)"
    case (.undecided, .notSeen(let day)):
      "its own window ends after \(day), and that it was not seen by then does not decide it"
    default: "it \(ReasonWords(standing).predicate(1))"
    }
  }

  private static func change(
    _ before: Double?, _ after: Double?, _ text: (Double) -> String
  ) -> String? {
    guard before != nil || after != nil else { return nil }
    return "\(before.map(text) ?? "none") → \(after.map(text) ?? "none")"
  }

  /// What would become of the source's record as a JSON value.
  ///
  /// - Parameter id: The identifier of the source.
  /// - Returns: The object.
  package func json(id: String) -> JSONOutput {
    func figures(_ figures: SourceFigures?) -> JSONOutput {
      [
        "edge": .number(figures?.edge?.mean), "brier": .number(figures?.brier),
        "n": .int(figures?.questions ?? 0),
      ]
    }
    return [
      "if": .string(hypothesis.rawValue), "source": .string(id), "name": .string(name),
      "counts_after": .optional(waitsFor?.description), "standing": .string(standing.rawValue),
      "before": figures(before), "after": figures(after),
    ]
  }
}
