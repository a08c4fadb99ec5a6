/// Finds the place of a fault by reading the file again, which only a refused file has to bear.
enum AuguryCSVLocator {
  static func explain(_ error: AuguryCSVPassError, in file: [UInt8]) -> AuguryCSVError {
    switch error {
    case .unreadable(let error):
      return AuguryCSVError(place: error.place, column: nil, fault: .unreadable(error))
    case .header(.unknown(let name, let index)):
      return AuguryCSVError(
        place: headerPlace(index, in: file), column: nil, fault: .unknownColumn(name))
    case .header(.missing(let name)):
      return AuguryCSVError(
        place: headerPlace(0, in: file), column: nil, fault: .missingColumn(name))
    case .row(let fault):
      let found = find(fault, in: file)
      return AuguryCSVError(
        place: found?.place ?? CSVPlace(line: fault.line, column: 1),
        column: fault.column.name, fault: filled(fault.fault, with: found?.value ?? ""))
    }
  }

  private static func headerPlace(_ index: Int, in file: [UInt8]) -> CSVPlace {
    var row = CSVRow()
    guard var reader = try? CSVReader(file), (try? reader.nextRow(into: &row)) == true,
      index < row.count
    else { return CSVPlace(line: 1, column: 1) }
    return row.place(index)
  }

  private static func find(
    _ fault: AuguryCSVRowFault, in file: [UInt8]
  ) -> (place: CSVPlace, value: String)? {
    guard var reader = try? CSVReader(file), let header = try? CSVHeader(reading: &reader),
      let index = header[fault.column.name]
    else { return nil }
    var row = CSVRow()
    while (try? reader.nextRow(into: &row)) == true {
      guard row.line >= fault.line else { continue }
      return (row.place(index), row.string(index))
    }
    return nil
  }

  private static func filled(_ fault: AuguryCSVFault, with value: String) -> AuguryCSVFault {
    switch fault {
    case .unfit("", let kind): .unfit(value, kind: kind)
    case .falling("", let line): .falling(value, line: line)
    default: fault
    }
  }
}
