import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

/// What a ledger that has come back brought along and does nothing before it is approved here.
struct UnapprovedView {
  private let rules: Int
  private let channels: Int

  init(_ ledger: Ledger, _ approvals: Approvals) throws {
    (rules, channels) = try ledger.read {
      let snapshot = try ledger.now()
      let rules = try snapshot.questionsWithRules().compactMap { try snapshot.rule(of: $0)?.rule }
      // One that a newer program wrote is refused where it is used.
      let channels = (try? ChannelStore(ledger).all()) ?? []
      return (
        rules.count { !approvals.hold($0) }, channels.count { !approvals.hold($0.kind) }
      )
    }
  }

  /// The line that tells of it, ended by a line feed; empty where there is nothing.
  var line: String {
    var parts: [String] = []
    if rules > 0 { parts.append("\(Sentence.count(rules, "rule")) (augury rules list)") }
    if channels > 0 {
      parts.append("\(Sentence.count(channels, "channel")) (augury channels list)")
    }
    guard !parts.isEmpty else { return "" }
    return "  not approved on this machine yet: \(parts.joined(separator: " and "))\n"
  }

  /// The same as a member of a JSON object.
  var json: JSONOutput { ["rules": .int(Int64(rules)), "channels": .int(Int64(channels))] }
}
