import ArgumentParser
import Augury

/// The first word of a call, which names a command.
enum CommandName {
  /// Refuses a word that is no command, and points out the command it resembles.
  static func check(_ arguments: [String]) throws {
    let words = arguments.first == "help" ? arguments.dropFirst() : arguments[...]
    guard let word = words.first, !word.hasPrefix("-") else { return }
    let names = AuguryCommand.names + ["help"]
    guard !names.contains(word) else { return }
    let near = names.filter { distance($0, word) <= 2 }
    throw UsageError(
      "There is no command \"\(word.clipped)\".",
      near.isEmpty
        ? "See `augury --help` for the commands."
        : "Did you mean `augury \(near.joined(separator: "` or `augury "))`?")
  }

  /// The number of letters to put in, take out or change that lead from one word to another.
  ///
  /// Source: V. I. Levenshtein, Soviet Physics Doklady 10 (1966) 707–710.
  static func distance(_ one: String, _ other: String) -> Int {
    let target = Array(other.utf8)
    var row = Array(0...target.count)
    for (index, letter) in one.utf8.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (place, wanted) in target.enumerated() {
        let changed = diagonal + (letter == wanted ? 0 : 1)
        diagonal = row[place + 1]
        row[place + 1] = min(changed, row[place] + 1, row[place + 1] + 1)
      }
    }
    return row[target.count]
  }
}
