import Augury

/// Looks up the rules of zones, each read once.
final class ZoneLookup {
  private let ledger: ZoneRules
  private var known: [String: ZoneRules] = [:]

  /// Creates a look-up for a ledger whose deadlines are in a zone unless they name another.
  init(ledger name: String) throws { ledger = try ZoneFiles.rules(name) }

  /// Returns the rules of a zone, or the ledger's for no name.
  func rules(_ name: String?) throws -> ZoneRules {
    guard let name else { return ledger }
    if let rules = known[name] { return rules }
    let rules = try ZoneFiles.rules(name)
    known[name] = rules
    return rules
  }
}
