/// The span in which a forecast's event must fall, under three readings of its words.
///
/// A reading that is missing equals the default one.
public struct Window: Sendable, Hashable {
  /// The last day under a strict reading.
  public var strict: CivilDate?
  /// The last day as it is taken by default.
  public var `default`: CivilDate
  /// The last day under a generous reading.
  public var generous: CivilDate?
  /// The zone's IANA name; nothing means the ledger's zone.
  public var zone: String?

  /// Creates a window.
  public init(
    default: CivilDate, strict: CivilDate? = nil, generous: CivilDate? = nil, zone: String? = nil
  ) {
    self.default = `default`
    self.strict = strict
    self.generous = generous
    self.zone = zone
  }
}

/// One part of a distribution: a probability on an option, or the value at a quantile.
public enum DistributionPart: Sendable, Hashable {
  case option(String, Probability)
  case quantile(DecimalText, value: DecimalText)
  case dateQuantile(DecimalText, value: CivilDate)
}

/// When another system recorded a forecast, by its own clock.
public struct Stamp: Sendable, Hashable {
  /// The other system.
  public var system: String
  /// Its stamp: a day or an instant.
  public var recorded: SaidTime

  /// Creates a stamp.
  public init(system: String, recorded: SaidTime) {
    self.system = system
    self.recorded = recorded
  }
}

/// What one source said about one question at one time; never edited.
public struct Forecast: Sendable, Equatable {
  /// Its identifier.
  public var id: Identifier
  /// What it is about.
  public var question: Identifier
  /// Who is accountable for it.
  public var source: Identifier
  /// When it was said, as far as known.
  public var said: SaidTime
  /// Whether it says that the question's event will *not* happen.
  public var isNegated: Bool
  /// The probability of what the source said would be so; nothing when none was given.
  public var probability: Probability?
  /// The distribution over options or quantiles; empty for a binary question.
  public var parts: [DistributionPart]
  /// Its own window; nothing means the question's deadline as it stood when this was said.
  public var window: Window?
  /// The words.
  public var wording: Wording?
  /// What the words were taken to mean; the last reading that stands.
  public var reading: Reading?
  /// The way the claim came: the venue first, then each relay.
  public var citations: [Citation]
  /// The probability that a reference gave the same claim at the same time.
  public var baseline: Probability?
  /// The other system's own stamp.
  public var stamp: Stamp?
  /// Its name in the system it was imported from.
  public var origin: Origin?

  /// Creates a forecast.
  public init(
    id: Identifier, question: Identifier, source: Identifier, said: SaidTime,
    isNegated: Bool = false, probability: Probability? = nil, parts: [DistributionPart] = [],
    window: Window? = nil, wording: Wording? = nil, reading: Reading? = nil,
    citations: [Citation] = [], baseline: Probability? = nil, stamp: Stamp? = nil,
    origin: Origin? = nil
  ) {
    self.id = id
    self.question = question
    self.source = source
    self.said = said
    self.isNegated = isNegated
    self.probability = probability
    self.parts = parts
    self.window = window
    self.wording = wording
    self.reading = reading
    self.citations = citations
    self.baseline = baseline
    self.stamp = stamp
    self.origin = origin
  }
}
