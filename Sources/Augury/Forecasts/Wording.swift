/// How the words of a quote reached us.
public enum WordingForm: String, Sendable, CaseIterable {
  case verbatim, translation, paraphrase
}

/// The quote, kept apart from what was made of it.
public struct Wording: Sendable, Equatable {
  /// The words.
  public var quote: String
  /// Their language as a BCP 47 tag, where known.
  public var language: String?
  /// Whether they are the speaker's own, a translation or a paraphrase.
  public var form: WordingForm
  /// Who translated or paraphrased them.
  public var by: String?

  /// Creates a wording.
  public init(
    quote: String, language: String? = nil, form: WordingForm = .verbatim, by: String? = nil
  ) {
    self.quote = quote
    self.language = language
    self.form = form
    self.by = by
  }
}
