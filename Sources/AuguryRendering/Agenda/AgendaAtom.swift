package import Augury

/// What waits, as a feed (RFC 4287): one entry for each item that is asked by now.
///
/// The same items in the same ledger give the same bytes, whenever it is written.
package struct AgendaAtom: Sendable {
  private let agenda: Agenda
  private let ledger: String
  private let rest: AgendaRest

  /// Creates the feed of a ledger's agenda; the ledger's identifier is 32 hexadecimal digits.
  ///
  /// Of what is left out a last entry says how much there is.
  package init(_ agenda: Agenda, ledger: String, rest: AgendaRest = AgendaRest()) {
    self.agenda = agenda
    self.ledger = ledger
    self.rest = rest
  }

  /// The feed as XML; what XML cannot hold is shown as visible ASCII.
  package var text: String {
    let items = agenda.now
    let updated = items.map(\.asked).max() ?? Instant(microseconds: 0)
    var lines = [
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
      "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
      "<id>\(urn)</id>",
      "<title>Augury</title>",
      "<updated>\(updated.rfc3339)</updated>",
      "<author><name>Augury</name></author>",
    ]
    for item in items.sorted(by: { $0.asked > $1.asked }) { lines += entry(item) }
    if rest.now > 0 { lines += more(updated) }
    return (lines + ["</feed>", ""]).joined(separator: "\n")
  }

  private func entry(_ item: AgendaItem) -> [String] {
    let details = AgendaWords.details(item) + ["question \(item.occasion.question.text)"]
    let summary = details.map(TerminalText.escape).joined(separator: "\n")
    return [
      "<entry>",
      "<id>\(urn)#\(item.occasion.key)</id>",
      "<title>\(HTMLText.escape(TerminalText.escape(AgendaWords.title(item))))</title>",
      "<updated>\(item.asked.rfc3339)</updated>",
      "<category term=\"\(item.occasion.kind.rawValue)\"/>",
      "<content type=\"text\">\(HTMLText.escape(summary))</content>",
      "</entry>",
    ]
  }

  /// The entry for what is left out.
  private func more(_ updated: Instant) -> [String] {
    [
      "<entry>", "<id>\(urn)#more</id>", "<title>\(AgendaWords.more(rest.now))</title>",
      "<updated>\(updated.rfc3339)</updated>", "</entry>",
    ]
  }

  /// The ledger's 128 random bits in the form of a UUID.
  private var urn: String {
    var text = "urn:uuid:"
    for (index, digit) in ledger.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return text
  }
}
