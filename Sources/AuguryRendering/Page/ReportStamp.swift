package import Augury

/// What a page was made from, so that anyone can make it again and compare.
package struct ReportStamp: Sendable, Equatable {
  /// The instant that the world is looked at.
  package var instant: Instant
  /// What counted, such as "version 1: grade all, take first, window default".
  package var policy: String
  /// How many entries the ledger had.
  package var size: Int64
  /// The root hash of these entries, in hexadecimal digits.
  package var hash: String
  /// The command that makes the page again; nothing where there is none.
  package var command: String?

  /// What else has to be said of how it was made, such as another table for words.
  package var notes: [String]

  /// Creates a stamp.
  package init(
    instant: Instant, policy: String = "version \(Policy.version)", size: Int64, hash: String,
    command: String? = nil, notes: [String] = []
  ) {
    self.notes = notes
    self.instant = instant
    self.policy = policy
    self.size = size
    self.hash = hash
    self.command = command
  }

  /// The lines of a page's foot: a label and a text each, and whether the text is for machines.
  var lines: [(label: String, text: String, isCode: Bool)] {
    let lines = [
      ("As of", instant.rfc3339, false), ("Policy", policy, false),
      ("Ledger", Sentence.count(Int(size), "entry"), false), ("Root hash", hash, true),
    ]
    return lines + (command.map { [("Made by", $0, true)] } ?? [])
  }

  /// The foot of a page.
  var footer: HTML {
    HTML(.footer) {
      HTML(.dl) {
        for line in lines {
          HTML(.div, .class("wide")) {
            HTML(.dt) { line.label }
            HTML(.dd) {
              line.isCode ? HTML(.code, .class("hash")) { line.text } : .text(line.text)
            }
          }
        }
      }
    }
  }
}
