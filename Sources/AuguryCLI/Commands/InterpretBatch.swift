import Augury
import AuguryRendering
import AuguryStore

/// Interprets texts that come as JSON Lines, one by one.
struct InterpretBatch {
  private let reader: ChanceReader
  private let today: CivilDate

  init(_ reader: ChanceReader, _ today: CivilDate) {
    self.reader = reader
    self.today = today
  }

  func run() throws {
    var number = 0
    for line in try Files.read("-").split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      let (id, reading) = try read(line, number)
      let json = InterpretView(reading).json(id: id)
      Terminal.write(json.compact + "\n")
    }
  }

  private func read(_ line: ArraySlice<UInt8>, _ number: Int) throws -> (JSONOutput, TextReading) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: Array(line))
    } catch {
      throw BatchError(line: number, fault: error.what)
    }
    guard case .object(let object) = value, case .string(let text)? = object["text"] else {
      throw BatchError(line: number, fault: "There is no text.")
    }
    var reference = today
    switch object["reference"] {
    case .string(let day)?:
      // Of an instant, its day.
      guard let date = try? CivilDate(iso: String(day.prefix(10))) else {
        throw BatchError(line: number, fault: "\"\(day.clipped)\" is not a day.")
      }
      reference = date
    case nil, .null?: break
    default: throw BatchError(line: number, fault: "The reference is not a text.")
    }
    return (try id(object["id"], number), TextReading(text, saidOn: reference, by: reader))
  }

  private func id(_ value: JSONValue?, _ number: Int) throws -> JSONOutput {
    switch value {
    case .string(let text)?: .string(text)
    case .integer(let integer)?: .int(integer)
    case nil, .null?: .null
    default: throw BatchError(line: number, fault: "The id is neither a text nor a number.")
    }
  }
}

/// A line of a batch that cannot be read.
struct BatchError: Explained {
  let line: Int
  let fault: String
  var kind: FailureKind { .invalid }
  var what: String { "Line \(line): \(fault)" }
  var remedy: String {
    #"Give one object a line: {"id": "1", "text": "likely by May", "reference": "2026-11-23"}."#
  }
}
