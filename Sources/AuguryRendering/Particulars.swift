/// The texts that belong to one forecast on a page: what the ledger holds beside its figures.
package struct Particulars: Sendable, Equatable {
  /// Where something was said, or read.
  package struct Passage: Sendable, Equatable {
    /// The outlet or occasion.
    package var venue: String
    /// The title of the piece.
    package var title: String?
    /// Its address.
    package var url: String?
    /// The day it was published, as it is written in the ledger.
    package var published: String?
    /// The SHA-256 of the copy in the archive.
    package var archived: String?

    /// Creates a passage.
    package init(
      venue: String, title: String? = nil, url: String? = nil, published: String? = nil,
      archived: String? = nil
    ) {
      self.venue = venue
      self.title = title
      self.url = url
      self.published = published
      self.archived = archived
    }
  }

  /// The identifier of the forecast, as short as it is unique.
  package var forecast: String
  /// The identifier of the question, as short as it is unique.
  package var question: String
  /// The question, as one sentence.
  package var text: String
  /// When it was said, as it is written in the ledger: a day, a month, or unknown.
  package var said: String
  /// When another system had recorded it, and which: "2025-01-10 by a site".
  package var stamp: String?
  /// The exact words.
  package var quote: String?
  /// The words that say how likely it is, such as "likely"; nothing where a number does.
  package var words: String?
  /// What the words were read as, such as "“likely” read as 55–80 %"; nothing for a number.
  package var reading: String?
  /// The chain: the venue first, then each outlet that passed it on.
  package var passages: [Passage]
  /// What is on record of the outcome, such as "happened on 2026-03-01"; nothing where none is.
  package var outcome: String?
  /// The addresses and the names of documents that the outcome rests on.
  package var evidence: [String]

  /// Creates the texts of a forecast.
  package init(
    forecast: String, question: String, text: String, said: String, stamp: String? = nil,
    quote: String? = nil,
    words: String? = nil, reading: String? = nil, passages: [Passage] = [], outcome: String? = nil,
    evidence: [String] = []
  ) {
    self.forecast = forecast
    self.question = question
    self.text = text
    self.said = said
    self.stamp = stamp
    self.quote = quote
    self.words = words
    self.reading = reading
    self.passages = passages
    self.outcome = outcome
    self.evidence = evidence
  }
}
