import Augury
package import Lexicons

/// A lexicon as a JSON file: the form in which a table is printed and a table of one's own is given.
///
/// Docs/Wording.md describes it. Reading is strict: what is missing, unknown, doubled or out of
/// range is refused with its place.
package enum LexiconFile {
  /// What the member "format" has to say.
  package static let form = "augury-lexicon/1"

  /// Returns the lexicon that a file holds.
  package static func read(_ bytes: [UInt8]) throws(LexiconFileError) -> Lexicon {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .json(error)
    }
    var members = try LexiconMembers(value, place: "The lexicon")
    let form = try members.text("format")
    guard form == self.form else { throw .form(LexiconMembers.shortened(form)) }
    let id = try members.text("id")
    guard isIdentifier(id) else { throw .identifier(LexiconMembers.shortened(id)) }
    guard let kind = Lexicon.Kind(rawValue: try members.text("kind")) else {
      throw .member("kind", place: "The lexicon", needed: "\"official\" or \"survey\"")
    }
    let lexicon = Lexicon(
      id: id, title: try members.text("title"), kind: kind, citation: try members.text("citation"),
      version: try members.text("version"), licence: try members.text("licence"),
      rows: try rows(members.array("rows"), kind))
    try members.close()
    return lexicon
  }

  /// Returns the file of a lexicon, one row a line.
  package static func text(of lexicon: Lexicon) -> String {
    var lines = ["{"]
    for (name, text) in [
      ("format", form), ("id", lexicon.id), ("title", lexicon.title),
      ("kind", lexicon.kind.rawValue), ("citation", lexicon.citation),
      ("version", lexicon.version), ("licence", lexicon.licence),
    ] {
      lines.append("  \"\(name)\": \(json(.string(text))),")
    }
    let rows = lexicon.rows.map { "    \(self.text(of: $0))" }
    lines.append("  \"rows\": [\n\(rows.joined(separator: ",\n"))\n  ]")
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private static func text(of row: LexiconRow) -> String {
    var members: [(String, JSONValue)] = [("phrases", .array(row.phrases.map { .string($0) }))]
    switch row.meaning {
    case .range(let range):
      members.append(("low", .number(range.low)))
      if range.lowIsOpen { members.append(("low_open", .boolean(true))) }
      members.append(("high", .number(range.high)))
      if range.highIsOpen { members.append(("high_open", .boolean(true))) }
    case .answers(let answers):
      members.append(("count", .integer(Int64(answers.count))))
      members.append(("mean", .number(answers.mean)))
      members.append(("sd", .number(answers.deviation)))
      for (name, quantile) in zip(quantileNames, answers.quantiles) {
        members.append((name, .number(quantile)))
      }
    }
    return "{" + members.map { "\"\($0)\": \(json($1))" }.joined(separator: ", ") + "}"
  }

  private static func json(_ value: JSONValue) -> String {
    String(decoding: value.canonicalBytes(), as: UTF8.self)
  }

  private static func isIdentifier(_ id: String) -> Bool {
    (1...40).contains(id.utf8.count)
      && id.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  /// The names of the quantiles, in the order of `LexiconAnswers.levels`.
  static let quantileNames = ["q05", "q10", "q25", "q50", "q75", "q90", "q95"]
}
