package import Augury
package import AuguryStore

extension Snapshot {
  /// Returns what a rule needs to know of a question; nothing when it does not stand.
  ///
  /// The deadline is its own, else the end of the last window of its forecasts. It was opened when
  /// it was recorded, or when the first forecast on it was said, if that was earlier.
  package func ruleQuestion(_ number: Int64, zones: Zones) throws -> RuleQuestion? {
    guard let record = try question(number), let question = try fullQuestion(number),
      let opened = try opened(number)
    else { return nil }
    let zone = zones.rules(record.due?.zone)
    return RuleQuestion(
      question, deadline: record.due?.day, zone: zone, opened: zone.civilDate(at: opened))
  }
}
