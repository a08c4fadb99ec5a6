package import Augury
package import AuguryRendering
internal import Crypto

/// Notices that go out together over one channel.
package struct Delivery: Sendable {
  /// The identifier of the ledger: 32 hexadecimal digits.
  package var ledger: String
  /// What is told, the longest wait first.
  package var items: [AgendaItem]
  /// The whole agenda, which files show, and whose instant is now.
  package var agenda: Agenda
  /// How much is left out of the agenda.
  package var rest: AgendaRest
  /// The rules of the agenda's zone.
  package var zone: ZoneRules
  /// Short identifiers of questions; where there is none, the whole one is shown.
  package var names: [Identifier: String]

  /// Creates a delivery.
  package init(
    ledger: String, items: [AgendaItem], agenda: Agenda,
    rest: AgendaRest = AgendaRest(), zone: ZoneRules, names: [Identifier: String] = [:]
  ) {
    self.ledger = ledger
    self.items = items
    self.agenda = agenda
    self.rest = rest
    self.zone = zone
    self.names = names
  }

  /// What tells this delivery apart: 32 hexadecimal digits that follow from the ledger and the keys,
  /// so that who receives it twice can know.
  package var id: String {
    let keys = [ledger] + items.map(\.occasion.key).sorted()
    let digest = SHA256.hash(data: Array(keys.joined(separator: "\n").utf8))
    return String(HexText.write(digest).prefix(32))
  }

  /// What is told as one JSON value, for programs.
  package var json: JSONOutput {
    [
      "delivery": .string(id), "ledger": .string(ledger), "at": .string(agenda.instant.rfc3339),
      "zone": .string(agenda.zone), "notices": .array(items.map(\.json)),
    ]
  }

  /// So many questions are shown in a text for people; programs are told of all.
  private static let shown = 50

  /// What is told as text for people, with what comes next.
  package var text: AgendaText {
    let digest = Agenda(
      instant: agenda.instant, zone: agenda.zone, now: items, next: agenda.next)
    return AgendaText(digest, zone: zone, names: names, limit: Delivery.shown)
  }

  /// What is told in one line: the text of the only item, else how many there are.
  var headline: String {
    guard let only = items.first, items.count == 1, !only.isSettled else {
      return AgendaWords.headline(items)
    }
    return "\(only.text.clipped): \(only.occasion.kind.words)"
  }
}

/// Bytes in hexadecimal digits.
enum HexText {
  static func write(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
