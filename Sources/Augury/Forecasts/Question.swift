/// What sort of answer decides a question.
public enum QuestionKind: String, Sendable, CaseIterable {
  /// It happens or it does not.
  case binary
  /// One of several options.
  case categorical
  /// One of several options that stand in an order, so that a near miss beats a far one.
  case ordered
  /// A number in a unit.
  case numeric
  /// A civil date.
  case date
}

/// The civil day by whose end something must have happened, in a named zone.
///
/// It has passed at the first instant of the next day in that zone.
public struct Deadline: Sendable, Hashable {
  /// The last day that still counts.
  public var day: CivilDate
  /// The zone's IANA name; nothing means the ledger's zone.
  public var zone: String?

  /// Creates a deadline.
  public init(day: CivilDate, zone: String? = nil) {
    self.day = day
    self.zone = zone
  }
}

/// The other system that something was imported from, with the name it has there.
public struct Origin: Sendable, Hashable {
  /// The other system.
  public var system: String
  /// The name it uses; nothing for a question that has none there.
  public var key: String?

  /// Creates an origin.
  public init(system: String, key: String?) {
    self.system = system
    self.key = key
  }
}

/// A proposition that can be decided, with criteria.
public struct Question: Sendable, Equatable {
  /// The tag that declares a question symmetric, so that 50 % is a fair reference.
  public static let symmetricTag = "symmetric"

  /// Its identifier.
  public var id: Identifier
  /// What sort of answer decides it.
  public var kind: QuestionKind
  /// The proposition, as one sentence.
  public var text: String
  /// What would count, in words.
  public var criteria: String?
  /// When it must have happened.
  public var deadline: Deadline?
  /// The options of a categorical or ordered question, in order; empty otherwise.
  public var options: [String]
  /// The unit of a numeric question's answers.
  public var unit: String?
  /// The event that several questions share; without one, a question is its own event.
  public var event: String?
  /// Free words to find it by, sorted, each once.
  public var tags: [String]
  /// The system it was imported from, with its name there.
  public var origin: Origin?

  /// Creates a question.
  public init(
    id: Identifier, kind: QuestionKind = .binary, text: String, criteria: String? = nil,
    deadline: Deadline? = nil, options: [String] = [], unit: String? = nil, event: String? = nil,
    tags: [String] = [], origin: Origin? = nil
  ) {
    self.id = id
    self.kind = kind
    self.text = text
    self.criteria = criteria
    self.deadline = deadline
    self.options = options
    self.unit = unit
    self.event = event
    self.tags = Array(Set(tags)).sorted()
    self.origin = origin
  }
}
