package import Augury

/// A place in a file of text: both count from 1, and the column counts bytes.
package struct CSVPlace: Sendable, Hashable, CustomStringConvertible {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package var description: String { "line \(line), column \(column)" }
}

/// The reason why a file cannot be read as CSV in UTF-8.
package enum CSVError: Explained, Equatable {
  /// The file starts with the byte order mark of another encoding.
  case otherEncoding(String)
  /// The byte does not belong to any character in UTF-8.
  case invalidUTF8(CSVPlace, byte: UInt8)
  /// A byte of value zero, as in binary files and UTF-16.
  case nulByte(CSVPlace)
  /// The quote opens a field that no quote closes.
  case unclosedQuote(CSVPlace)
  /// Something other than a comma or a line end follows a closing quote.
  case textAfterQuote(CSVPlace, opened: CSVPlace)
  /// A quote inside a field that does not start with one.
  case bareQuote(CSVPlace)
  /// A row with more or fewer fields than the header; the place is the first one too many, or
  /// the end of the row.
  case raggedRow(CSVPlace, found: Int, expected: Int)
  /// A field of more bytes than the limit.
  case fieldTooLong(CSVPlace, bytes: Int, limit: Int)
  /// A row with more fields than the limit.
  case tooManyFields(CSVPlace, limit: Int)
  /// The file has no row at all.
  case noHeader(CSVPlace)
  /// A column whose name in the header is empty.
  case emptyName(CSVPlace, field: Int)
  /// A column whose name another column had before it; fields count from 1.
  case duplicateName(CSVPlace, name: String, first: Int)

  package var kind: FailureKind { .invalid }

  /// Where the fault is.
  package var place: CSVPlace {
    switch self {
    case .otherEncoding: CSVPlace(line: 1, column: 1)
    case .invalidUTF8(let place, _), .nulByte(let place), .unclosedQuote(let place),
      .textAfterQuote(let place, _), .bareQuote(let place), .raggedRow(let place, _, _),
      .fieldTooLong(let place, _, _), .tooManyFields(let place, _), .noHeader(let place),
      .emptyName(let place, _), .duplicateName(let place, _, _):
      place
    }
  }

  package var what: String { "Line \(place.line), column \(place.column): \(fault)." }

  /// The fault without its place.
  private var fault: String {
    switch self {
    case .otherEncoding(let name): "the file is \(name), not UTF-8"
    case .invalidUTF8(_, let byte):
      "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 here"
    case .nulByte: "there is a NUL byte, which text does not have"
    case .unclosedQuote: "the quote that opens this field is never closed"
    case .textAfterQuote(_, let opened):
      "text follows the closing quote of the field opened at \(opened)"
    case .bareQuote: "there is a quote inside a field that does not start with one"
    case .raggedRow(_, let found, let expected):
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header has \(expected)"
    case .fieldTooLong(_, let bytes, let limit):
      "the field has \(bytes) bytes, and the limit is \(limit)"
    case .tooManyFields(_, let limit): "the row has more than \(limit) fields"
    case .noHeader: "the file has no header"
    case .emptyName(_, let field): "field \(field) of the header has no name"
    case .duplicateName(_, let name, let first):
      "the header names “\(name.clipped)” again, after field \(first)"
    }
  }

  package var remedy: String {
    switch self {
    case .otherEncoding, .invalidUTF8, .nulByte: "Save the file as CSV in UTF-8."
    case .unclosedQuote: "Close the field with a quote, and double each quote within it."
    case .textAfterQuote: "Double each quote within the field, or put a comma after it."
    case .bareQuote: "Put the whole field in quotes, and double each quote within it."
    case .raggedRow: "Give the row as many fields as the header, and quote fields with commas."
    case .fieldTooLong: "Shorten the field, or look for a missing quote before it."
    case .tooManyFields: "Split the file, or look for missing line ends."
    case .noHeader: "Put the names of the columns on the first line."
    case .emptyName: "Name the column, or remove it."
    case .duplicateName: "Rename or remove one of the columns."
    }
  }
}
