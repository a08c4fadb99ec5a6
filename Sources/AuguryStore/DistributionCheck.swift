internal import Augury

/// Sees to it that a distribution is one, and fits its question.
enum DistributionCheck {
  /// Checks a draft by itself.
  static func check(_ draft: ForecastDraft) throws(LoggingError) {
    guard !draft.parts.isEmpty else { return }
    guard draft.probability == nil else { throw .probabilityOnDistribution }
    try check(options: draft.parts)
    try check(quantiles: draft.parts)
  }

  /// Checks a draft against the question it is on.
  static func check(
    _ draft: ForecastDraft, against question: Question, short id: String
  ) throws(LoggingError) {
    let isOption = question.kind == .categorical || question.kind == .ordered
    switch draft.parts.first {
    case nil:
      guard question.kind == .binary || draft.probability == nil else {
        throw .kindDiffers(id: id, is: question.kind, given: .binary)
      }
    case .option:
      guard isOption else { throw .kindDiffers(id: id, is: question.kind, given: .categorical) }
    case .quantile:
      guard question.kind == .numeric else {
        throw .kindDiffers(id: id, is: question.kind, given: .numeric)
      }
      guard draft.unit == nil || draft.unit == question.unit else {
        throw .unitDiffers(draft.unit, is: question.unit)
      }
    case .dateQuantile:
      guard question.kind == .date else {
        throw .kindDiffers(id: id, is: question.kind, given: .date)
      }
    }
    for case .option(let option, _) in draft.parts where !question.options.contains(option) {
      throw .unknownOption(option, options: question.options)
    }
  }

  private static func check(options parts: [DistributionPart]) throws(LoggingError) {
    var seen: Set<String> = []
    var sum = 0.0
    for case .option(let option, let probability) in parts {
      guard seen.insert(option).inserted else {
        throw .repeated("The option \"\(option.clipped)\"")
      }
      sum += probability.double
    }
    guard seen.isEmpty || abs(sum - 1) <= 0.001 else { throw .badSum(String(sum)) }
  }

  private static func check(quantiles parts: [DistributionPart]) throws(LoggingError) {
    let points = parts.compactMap { part -> (level: DecimalText, value: Double)? in
      switch part {
      case .option: nil
      case .quantile(let level, let value): (level, value.double)
      case .dateQuantile(let level, let day): (level, Double(day.dayNumber))
      }
    }.sorted { $0.level.double < $1.level.double }
    for (index, point) in points.enumerated() {
      guard point.level.double > 0, point.level.double < 1 else {
        throw .badLevel(point.level.text.clipped)
      }
      guard index > 0 else { continue }
      let before = points[index - 1]
      if before.level.double == point.level.double {
        throw .repeated("The quantile \(point.level.text.clipped)")
      }
      if before.value > point.value { throw .unordered(point.level.text.clipped) }
    }
  }
}
