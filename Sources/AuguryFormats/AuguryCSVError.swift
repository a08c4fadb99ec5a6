package import Augury

/// The reason why a file cannot be read as Augury CSV, and where.
package struct AuguryCSVError: Explained, Equatable {
  /// The line and the column, in bytes, of the cell at fault.
  package let place: CSVPlace
  /// The name of the column, if the fault is in one cell.
  package let column: String?
  /// What is wrong there.
  package let fault: AuguryCSVFault

  package init(place: CSVPlace, column: String?, fault: AuguryCSVFault) {
    self.place = place
    self.column = column
    self.fault = fault
  }

  package var kind: FailureKind { .invalid }

  package var what: String {
    if case .unreadable(let error) = fault { return error.what }
    let name = column.map { " (\($0))" } ?? ""
    return "Line \(place.line), column \(place.column)\(name): \(fault.what)"
  }

  package var remedy: String { fault.remedy }
}

/// What can be wrong in an Augury CSV file; values are shortened where they are shown.
package enum AuguryCSVFault: Equatable, Sendable {
  /// The file is no CSV in UTF-8.
  case unreadable(CSVError)
  /// The header names a column that is not one of Augury CSV.
  case unknownColumn(String)
  /// The header lacks a column.
  case missingColumn(String)
  /// A cell that has to have content has none.
  case empty
  /// The cell is no probability.
  case probability(ProbabilityError)
  /// The cell is no number.
  case number(NumberError)
  /// The cell is no reading of a quote.
  case reading(EntryError)
  /// The cell is no date or time.
  case time(TimeError)
  /// The cell is none of the words taken here.
  case unknownWord(String, words: [String])
  /// The cell says nothing without another one.
  case needs(String, column: String)
  /// The cell contradicts another one of its row.
  case excludes(String, column: String)
  /// The cell differs from what an earlier line says of the same question or forecast.
  case differs(String, from: String, line: Int)
  /// A forecast key, option or quantile that an earlier line has had.
  case repeated(String, line: Int)
  /// The cell does not fit the kind of its question.
  case unfit(String, kind: QuestionKind)
  /// The option is none of the question's.
  case unknownOption(String, options: [String])
  /// The outcome is the name of an option and also a word with a meaning of its own.
  case doubleMeaning(String)
  /// A list has an item without content.
  case emptyItem(String)
  /// A list names an item twice.
  case repeatedItem(String)
  /// An address without a host, and no venue named.
  case noHost(String)
  /// The quantile is not between 0 and 1.
  case level(String)
  /// The probabilities of a forecast's options do not sum to 1.
  case sum(String)
  /// The value of a quantile is below that of a lower one.
  case falling(String, line: Int)
}

extension AuguryCSVFault {
  /// What is wrong, as a sentence that names the value.
  var what: String {
    switch self {
    case .unreadable(let error): error.what
    case .unknownColumn(let name): "“\(name.clipped)” is not a column of Augury CSV."
    case .missingColumn(let name): "the header has no column “\(name)”."
    case .empty: "the cell is empty."
    case .probability(let error): error.what
    case .number(let error): error.what
    case .reading(let error): "the cell is no reading. \(error.what)"
    case .time(let error): error.what
    case .unknownWord(let text, _): "“\(text.clipped)” is not a word taken here."
    case .needs(let text, let column):
      "“\(text.clipped)” says nothing while “\(column)” is empty."
    case .excludes(let text, let column):
      "“\(text.clipped)” contradicts what “\(column)” says."
    case .differs(let text, let other, let line):
      "“\(text.clipped)” differs from “\(other.clipped)” on line \(line)."
    case .repeated(let text, let line):
      "“\(text.clipped)” repeats line \(line)."
    case .unfit(let text, let kind):
      "“\(text.clipped)” does not fit a question of the kind \(kind.rawValue)."
    case .unknownOption(let text, _):
      "“\(text.clipped)” is not an option of the question."
    case .doubleMeaning(let text):
      "“\(text.clipped)” is an option of the question and also a word of its own."
    case .emptyItem(let text): "“\(text.clipped)” has an empty item."
    case .repeatedItem(let text): "“\(text.clipped)” is named twice."
    case .noHost(let text): "“\(text.clipped)” has no host to take for the venue."
    case .level(let text): "“\(text.clipped)” is not between 0 and 1."
    case .sum(let sum): "the options of this forecast sum to \(sum.clipped), not to 1."
    case .falling(let text, let line):
      "“\(text.clipped)” is below the value of a lower quantile on line \(line)."
    }
  }

  /// What to do about it.
  var remedy: String {
    switch self {
    case .unreadable(let error): error.remedy
    case .unknownColumn:
      "Remove or rename it; the columns are "
        + AuguryCSVColumn.allCases.map(\.name).joined(separator: ", ") + "."
    case .missingColumn(let name): "Add the column “\(name)”."
    case .empty: "Fill in the cell."
    case .probability(let error): error.remedy
    case .number(let error): error.remedy
    case .reading:
      "Empty the cell and let `augury reread` read the quote, or copy it as it was exported."
    case .time(let error): error.remedy
    case .unknownWord(_, let words): "Write \(Self.alternatives(words))."
    case .needs(_, let column): "Fill in “\(column)” too, or empty this cell."
    case .excludes(_, let column): "Empty this cell, or correct “\(column)”."
    case .differs: "Correct one of the two lines, or empty one of the cells."
    case .repeated: "Remove one of the two lines, or correct it."
    case .unfit(_, let kind): Self.remedy(for: kind)
    case .unknownOption(_, let options):
      options.isEmpty
        ? "List the options in “options”."
        : "Write \(Self.alternatives(options.prefix(12).map(\.clipped))), or add it to “options”."
    case .doubleMeaning: "Rename the option."
    case .emptyItem: "Remove the surplus semicolon; write \\; for one within an item."
    case .repeatedItem: "Name it once."
    case .noHost: "Name the venue in “via”, or write a whole address such as https://example.org/."
    case .level: "Write a fraction above 0 and below 1, such as 0.9."
    case .sum: "Correct the probabilities; they are never scaled to fit."
    case .falling: "Correct the values, so that they never fall as the quantiles rise."
    }
  }

  private static func remedy(for kind: QuestionKind) -> String {
    switch kind {
    case .binary: "Give a probability without option and quantile, or correct “kind”."
    case .categorical, .ordered: "Give one of the options, or correct “kind”."
    case .numeric: "Give quantiles with numbers, or correct “kind”."
    case .date: "Give quantiles with dates, or correct “kind”."
    }
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// A fault in a row, before its place in the file is worked out.
struct AuguryCSVRowFault: Error {
  /// The line on which the row starts.
  var line: Int
  var column: AuguryCSVColumn
  var fault: AuguryCSVFault
}
