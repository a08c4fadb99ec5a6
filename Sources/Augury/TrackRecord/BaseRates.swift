internal import ForecastScoring

/// How often what a tag stands for happens, as it was on record from some instant on.
public struct BaseRateColumn: Sendable, Equatable {
  /// The tag of the questions that it is for.
  public var tag: String
  /// The chance, 0…1; nothing from where the tag's base rate was given up.
  public var chance: Double?
  /// Over how many days that is the chance; nothing for a question as such, however long it runs.
  public var days: Int?
  /// When it was recorded, in microseconds.
  public var recorded: Int64

  /// Creates a base rate of a report.
  public init(tag: String, chance: Double?, days: Int? = nil, recorded: Int64) {
    self.tag = tag
    self.chance = chance
    self.days = days
    self.recorded = recorded
  }

  /// Returns the chance over so many days, by a hazard that does not change: 1 − (1 − p)^(days / d).
  ///
  /// - Parameter days: The days from saying to the deadline; nothing where that is not known.
  /// - Returns: The chance, 0…1; nothing when the rate is one of time and no time is known.
  func chance(over days: Int?) -> Double? {
    guard let chance, let span = self.days else { return chance }
    guard let days, days > 0 else { return nil }
    return ForecastScoring.chance(of: chance, over: Double(days) / Double(span))
  }
}

/// The base rates that serve as references.
///
/// Of several tags of a question that which was recorded last is taken.
/// As a forecast must be on record before its outcome is known, so must a base rate, except in a
/// record that counts what was found afterwards too.
struct BaseRates {
  private let chances: [Int32: Double]

  /// Finds the base rate of each of some rows.
  init(_ statements: Statements, _ rows: [Int32], _ judge: inout Judge) {
    guard !statements.baseRates.isEmpty else {
      chances = [:]
      return
    }
    let ofQuestion = statements.questions.map { question in
      statements.baseRates.filter { question.tags.contains($0.tag) }
    }
    var chances: [Int32: Double] = [:]
    for row in rows {
      let place = Int(row)
      let rates = ofQuestion[Int(statements.question[place])]
      guard !rates.isEmpty, statements.questions[Int(statements.question[place])].kind == .binary
      else { continue }
      let known = judge.policy.grade == .afterwards ? .max : judge.known(place) ?? .min
      let standing = BaseRates.standing(rates.prefix { $0.recorded < known })
      let days = statements.leadDays(place)
      chances[row] = standing.lazy.compactMap { $0.chance(over: days) }.last
    }
    self.chances = chances
  }

  /// The chance that the event of a row happens; nothing where no base rate is known.
  func chance(_ row: Int32) -> Double? { chances.isEmpty ? nil : chances[row] }

  /// The last rate of each tag, in the order in which they were recorded.
  private static func standing(_ rates: some BidirectionalCollection<BaseRateColumn>)
    -> [BaseRateColumn]
  {
    var tags: Set<String> = []
    return rates.reversed().filter { tags.insert($0.tag).inserted }.reversed()
  }
}
