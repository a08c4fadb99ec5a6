/// A forecast as it is put in: its question and source by name, everything else as it was said.
public struct ForecastDraft: Sendable {
  /// Which question it is on.
  public enum Subject: Sendable {
    /// A question that stands in the ledger, by its number.
    case known(Int64)
    /// The question with this text, or a new one.
    case text(String)
  }

  /// The question.
  public var subject: Subject
  /// The source's name; nothing means the keeper.
  public var source: String?
  /// What manner of thing a new source is.
  public var sourceKind: SourceKind = .person
  /// What sort of answer decides a new question.
  public var questionKind: QuestionKind = .binary
  /// The options of a new question.
  public var options: [String] = []
  /// The unit of a new numeric question.
  public var unit: String?
  /// The criteria of a new question.
  public var criteria: String?
  /// The event of a new question.
  public var event: String?
  /// The tags of a new question.
  public var tags: [String] = []
  /// When it must have happened.
  public var deadline: Deadline?
  /// When it was said.
  public var said = SaidTime.unknown
  /// Whether it says that the event will not happen.
  public var isNegated = false
  /// The probability of what was said.
  public var probability: Probability?
  /// The distribution over options or quantiles.
  public var parts: [DistributionPart] = []
  /// The words.
  public var wording: Wording?
  /// What the words were taken to mean.
  public var reading: Reading?
  /// The venue and the relays.
  public var citations: [Citation] = []
  /// What a reference gave the same claim.
  public var baseline: Probability?
  /// Whether a question that resembles another is to be put all the same.
  public var allowsLikeness = false

  /// Creates a draft.
  public init(_ subject: Subject) { self.subject = subject }
}
