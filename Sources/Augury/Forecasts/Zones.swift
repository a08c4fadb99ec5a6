/// The zones that a ledger's deadlines are read in.
public struct Zones: Sendable {
  /// The ledger's own zone.
  public let ledger: ZoneRules
  private let named: [String: ZoneRules]

  /// Creates the zones from the ledger's own and those named by questions and forecasts.
  public init(ledger: ZoneRules = .utc, named: [String: ZoneRules] = [:]) {
    self.ledger = ledger
    self.named = named
  }

  /// Returns the rules of a zone; the ledger's when no name is given or the name is not known.
  public func rules(_ name: String?) -> ZoneRules {
    name.flatMap { named[$0] } ?? ledger
  }

  /// Returns the instant at which a day has passed: the first instant of the next day there.
  public func end(of day: CivilDate, in zone: String?) -> Instant {
    rules(zone).endOfDay(day)
  }

  /// Returns the first instant of a day.
  public func start(of day: CivilDate, in zone: String?) -> Instant {
    rules(zone).startOfDay(day)
  }
}
