/// What an entry says: one kind of change to the ledger.
public enum EntryBody: Sendable {
  /// The first entry: the ledger begins, with the zone its deadlines are read in.
  case ledger(zone: String)
  /// A source is introduced.
  case source(Source)
  /// A source is also known by another name.
  case alias(source: Identifier, name: String)
  /// A question is put.
  case question(Question)
  /// A forecast is recorded.
  case forecast(Forecast)
  /// A fact is recorded.
  case resolution(Resolution)
  /// A source took a forecast back.
  case withdrawal(Withdrawal)
  /// A slip of the pen is put right.
  case correction(Correction)
  /// The words of a forecast are read anew.
  case reading(Rereading)
  /// A source's own scale for its words is published, or given up.
  case scale(Scale)
  /// How often what a tag stands for happens is documented.
  case baseRate(BaseRate)
  /// A dated edition of the track record is announced.
  case edition(Edition)
  /// A question's criteria or deadline are moved for later forecasts.
  case amendment(Amendment)
  /// A question's tags change.
  case tagging(Tagging)
  /// A question is assigned to an event, or to none.
  case assignment(question: Identifier, event: String?)
  /// Something is said about a source, a question or a forecast.
  case note(Note)
  /// How a question is watched is settled anew.
  case schedule(Scheduling)
  /// A question is put off, or no longer.
  case snooze(Snooze)
  /// A question is given a rule, or loses it.
  case rule(RuleChange)
  /// Something was found about a question.
  case review(Review)
  /// Two sources, or two questions, are one.
  case merge(Merge)
  /// Earlier entries no longer count.
  case retraction(Retraction)
  /// The bytes of an earlier entry are deleted.
  case redaction(Redaction)
  /// The entries that follow came in as one import.
  case batch(Batch)

  /// The word for this kind of entry in records.
  public var kind: EntryKind {
    switch self {
    case .ledger: .ledger
    case .source: .source
    case .alias: .alias
    case .question: .question
    case .forecast: .forecast
    case .resolution: .resolution
    case .withdrawal: .withdrawal
    case .correction: .correction
    case .reading: .reading
    case .scale: .scale
    case .baseRate: .baseRate
    case .edition: .edition
    case .amendment: .amendment
    case .tagging: .tagging
    case .assignment: .assignment
    case .note: .note
    case .schedule: .schedule
    case .snooze: .snooze
    case .rule: .rule
    case .review: .review
    case .merge: .merge
    case .retraction: .retraction
    case .redaction: .redaction
    case .batch: .batch
    }
  }

  /// The identifier that this entry introduces.
  public var id: Identifier? {
    switch self {
    case .source(let source): source.id
    case .question(let question): question.id
    case .forecast(let forecast): forecast.id
    case .resolution(let resolution): resolution.id
    case .note(let note): note.id
    case .batch(let batch): batch.id
    default: nil
    }
  }
}

/// The kinds of entry, as records name them.
public enum EntryKind: String, Sendable, CaseIterable {
  case ledger, source, alias, question, forecast, resolution, withdrawal, correction, reading
  case scale
  case baseRate = "base-rate"
  case edition, amendment, tagging, assignment, note, schedule, snooze, rule, review
  case merge, retraction, redaction, batch

  /// The kind of this name; nil for any other.
  ///
  /// It compares the names one by one: `init(rawValue:)` makes a dictionary of so many cases first,
  /// which costs more than the rest of a record's decoding in a program that reads a record or two.
  init?(name: String) {
    guard let kind = EntryKind.allCases.first(where: { $0.rawValue == name }) else { return nil }
    self = kind
  }
}

/// A source's own withdrawal of a forecast.
public struct Withdrawal: Sendable, Equatable {
  /// The forecast taken back.
  public var forecast: Identifier
  /// When it was taken back, as far as known.
  public var said: SaidTime
  /// Why, in words.
  public var reason: String?

  /// Creates a withdrawal.
  public init(forecast: Identifier, said: SaidTime, reason: String? = nil) {
    self.forecast = forecast
    self.said = said
    self.reason = reason
  }
}

/// A slip put right: new values for some members of an earlier record.
///
/// A member with the value null is taken out.
public struct Correction: Sendable {
  /// The source, question or forecast put right.
  public var subject: Identifier
  /// The members that change, with their new values as the record holds them.
  public var changes: JSONObject
  /// Why, in words.
  public var reason: String?

  /// Creates a correction.
  public init(subject: Identifier, changes: JSONObject, reason: String? = nil) {
    self.subject = subject
    self.changes = changes
    self.reason = reason
  }
}

/// A move of a question's criteria or deadline, for forecasts said after it.
public struct Amendment: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// The new criteria; nothing leaves them.
  public var criteria: String?
  /// The new deadline; nothing leaves it.
  public var deadline: Deadline?
  /// Why, in words.
  public var reason: String?

  /// Creates an amendment.
  public init(
    question: Identifier, criteria: String? = nil, deadline: Deadline? = nil, reason: String? = nil
  ) {
    self.question = question
    self.criteria = criteria
    self.deadline = deadline
    self.reason = reason
  }
}

/// Tags put on a question and taken off it.
public struct Tagging: Sendable, Equatable {
  /// The question.
  public var question: Identifier
  /// Tags put on.
  public var added: [String]
  /// Tags taken off.
  public var removed: [String]

  /// Creates a tagging.
  public init(question: Identifier, added: [String] = [], removed: [String] = []) {
    self.question = question
    self.added = Array(Set(added)).sorted()
    self.removed = Array(Set(removed)).sorted()
  }
}

/// What a note is for.
public enum NoteRole: String, Sendable, CaseIterable {
  /// The source's own answer: its right of reply.
  case reply
  /// A published correction.
  case correction
  /// A remark of the keeper.
  case remark
}

/// Something said about a source, a question, a forecast or a resolution.
public struct Note: Sendable, Equatable {
  /// Its identifier.
  public var id: Identifier
  /// What it is about.
  public var subject: Identifier
  /// What it is for.
  public var role: NoteRole
  /// Its words.
  public var text: String
  /// Whose words they are, when not the keeper's.
  public var by: String?

  /// Creates a note.
  public init(id: Identifier, subject: Identifier, role: NoteRole, text: String, by: String? = nil)
  {
    self.id = id
    self.subject = subject
    self.role = role
    self.text = text
    self.by = by
  }
}

/// Two sources, or two questions, declared to be one; each forecast keeps the name it had.
public struct Merge: Sendable, Equatable {
  /// The one that is given up.
  public var from: Identifier
  /// The one that stands for both.
  public var into: Identifier

  /// Creates a merge.
  public init(from: Identifier, into: Identifier) {
    self.from = from
    self.into = into
  }
}

/// Earlier entries that no longer count; nothing of them is erased.
public struct Retraction: Sendable, Equatable {
  /// The sequence numbers, as closed ranges in ascending order.
  public var entries: [ClosedRange<Int64>]
  /// Why, in words.
  public var reason: String?

  /// Creates a retraction.
  public init(entries: [ClosedRange<Int64>], reason: String? = nil) {
    self.entries = entries
    self.reason = reason
  }
}

/// The deletion of one entry's bytes; its leaf hash is kept.
public struct Redaction: Sendable, Equatable {
  /// The sequence number of the entry.
  public var entry: Int64
  /// Why, in words.
  public var reason: String?

  /// Creates a redaction.
  public init(entry: Int64, reason: String? = nil) {
    self.entry = entry
    self.reason = reason
  }
}

/// One import: the entries that directly follow it.
public struct Batch: Sendable, Equatable {
  /// Its identifier.
  public var id: Identifier
  /// The form of the file.
  public var format: String
  /// The name of the file.
  public var name: String
  /// The SHA-256 of the file, 64 hexadecimal digits.
  public var sha256: String
  /// How many entries came with it.
  public var count: Int64
  /// The ledger that the file was exported from, and its root.
  public var ledger: OriginLedger?

  /// Creates a batch.
  public init(
    id: Identifier, format: String, name: String, sha256: String, count: Int64,
    ledger: OriginLedger? = nil
  ) {
    self.id = id
    self.format = format
    self.name = name
    self.sha256 = sha256
    self.count = count
    self.ledger = ledger
  }
}

/// Another ledger that entries came from.
public struct OriginLedger: Sendable, Equatable {
  /// That ledger's identifier, 32 hexadecimal digits.
  public var id: String
  /// Its size when it was exported.
  public var size: Int64
  /// Its root hash then, 64 hexadecimal digits.
  public var root: String

  /// Creates an origin.
  public init(id: String, size: Int64, root: String) {
    self.id = id
    self.size = size
    self.root = root
  }

  /// Returns the name of a ledger as a system that stamps forecasts.
  public static func system(_ id: String) -> String { "augury:" + id }
}

extension SaidTime {
  /// Returns the first instant at which a source may have taken a forecast back, and the time that
  /// says so by itself: where this one does not, when that was recorded stands for it.
  public func since(_ recorded: Instant) -> (from: Instant, said: SaidTime) {
    guard let from = bounds(in: .utc)?.from else { return (recorded, SaidTime(recorded)) }
    return (from, self)
  }
}
