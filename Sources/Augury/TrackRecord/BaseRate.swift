/// How often what a tag stands for happens, with the grounds for saying so.
///
/// It serves as the reference of forecasts on questions with the tag where no baseline was stated
/// and too few others spoke.
public struct BaseRate: Sendable, Equatable {
  /// The tag of the questions that it is for.
  public var tag: String
  /// The chance that such a thing happens; nothing gives the tag's base rate up.
  public var chance: Probability?
  /// Over how many days that is the chance; nothing for a question as such, however long it runs.
  public var days: Int?
  /// What it rests on, in words: which cases, of which years, counted by whom.
  public var basis: String?

  /// Creates a base rate.
  public init(tag: String, chance: Probability?, days: Int? = nil, basis: String? = nil) {
    self.tag = tag
    self.chance = chance
    self.days = days
    self.basis = basis
  }
}
