package import Augury

extension Snapshot {
  /// Looks again at the last words on a question; see ``Statements/reevaluations(of:at:hazard:_:dates:)``.
  ///
  /// Only what belongs to the question is read.
  ///
  /// - Parameters:
  ///   - question: The number of the question, also of one that was merged into another.
  ///   - instant: The instant to look at them.
  ///   - hazard: How chances fall on this question.
  ///   - zones: Returns the zones of some names.
  /// - Returns: One for each source whose last word time changes, in the order they were said.
  /// - Throws: ``StoreError`` when a row cannot be read, or what `zones` throws.
  package func reevaluations(
    of question: Int64, at instant: Instant, hazard: HazardChoice = .constant,
    zones: ([String?]) throws -> Zones
  ) throws -> [Reevaluation] {
    let statements = try statements(on: question)
    return try statements.reevaluations(
      of: canonical(question), at: instant, hazard: hazard, try zones(statements.zoneNames),
      dates: dateQuantiles(of: statements))
  }

  /// Returns the quantiles of forecasts of a date, by the numbers of their entries.
  ///
  /// Without questions of that kind nothing is read.
  ///
  /// - Parameters:
  ///   - statements: The statements that hold them.
  ///   - source: The number of a source, for its forecasts only.
  /// - Returns: The quantiles, as they count.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func dateQuantiles(
    of statements: Statements, by source: Int64? = nil
  ) throws(StoreError) -> [Int64: [DateQuantile]] {
    let places = statements.questions.indices.filter { statements.questions[$0].kind == .date }
    guard !places.isEmpty else { return [:] }
    let dated = Set(places.map(Int32.init))
    var quantiles: [Int64: [DateQuantile]] = [:]
    for row in 0..<statements.count where dated.contains(statements.question[row]) {
      let number = statements.number[row]
      if let source, statements.sources[Int(statements.source[row])].number != source { continue }
      guard let told = try scoredStatement(number, among: statements)?.forecast else { continue }
      let found = told.dateQuantiles
      if !found.isEmpty { quantiles[number] = found }
    }
    return quantiles
  }
}

extension Statements {
  /// The names of all zones that deadlines and windows are in.
  package var zoneNames: [String?] {
    zones + questions.flatMap { [$0.deadline?.zone] + $0.moves.map(\.to.zone) }
  }
}
