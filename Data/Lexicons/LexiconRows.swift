// How the tables are written down: one line a row.
extension LexiconRow {
  static func range(_ phrase: String, _ low: Double, _ high: Double) -> LexiconRow {
    range([phrase], LexiconRange(low: low, high: high))
  }

  static func range(
    _ phrase: String, _ other: String, _ low: Double, _ high: Double
  ) -> LexiconRow {
    range([phrase, other], LexiconRange(low: low, high: high))
  }

  static func range(_ phrase: String, above low: Double, _ high: Double) -> LexiconRow {
    range([phrase], LexiconRange(low: low, high: high, lowIsOpen: true))
  }

  static func range(_ phrase: String, _ low: Double, below high: Double) -> LexiconRow {
    range([phrase], LexiconRange(low: low, high: high, highIsOpen: true))
  }

  private static func range(_ phrases: [String], _ range: LexiconRange) -> LexiconRow {
    LexiconRow(phrases: phrases, meaning: .range(range))
  }

  /// Returns the row of a survey: how many answered, mean, standard deviation, and the quantiles.
  static func answers(
    _ phrase: String, _ count: Int, _ mean: Double, _ deviation: Double, _ quantiles: Double...
  ) -> LexiconRow {
    LexiconRow(
      phrases: [phrase],
      meaning: .answers(
        LexiconAnswers(count: count, mean: mean, deviation: deviation, quantiles: quantiles)))
  }
}
