internal import Augury

// What counts of a question that may be merged with others.
extension Snapshot {
  /// Whether a forecast was not taken back.
  static let isKept = """
    not exists (select 1 from act w
      where w.subject = f.number and w.kind = 'withdrawal' and \(stands("w")))
    """

  /// The last day of the windows of a question's forecasts: their own, else the deadline that stood
  /// when they were recorded.
  static func lastWindow(of question: String) -> String {
    """
    (select max(coalesce(f.default_day, (
        select v.deadline from question v
        where v.number = f.question and v.from_seq <= f.number
          and (v.to_seq is null or v.to_seq > f.number))))
      from forecast f where f.question = \(question) and \(stands("f")) and \(isKept))
    """
  }

  /// The resolution that counts: the last of the question and of those that are merged with it.
  func settled(
    _ row: Statement
  ) throws(StoreError) -> (outcome: Outcome, known: CivilDate?, number: Int64)? {
    guard try isMerged(row.integer(0)) else {
      guard let number = row.optionalInteger(7) else { return nil }
      let known = row.optionalInteger(12).map { CivilDate(dayNumber: Int($0)) }
      return (try Outcome(row, from: 8), known, number)
    }
    guard let entry = try resolutions(of: row.integer(0)).last,
      case .resolution(let resolution) = entry.body
    else { return nil }
    return (resolution.outcome, resolution.known, entry.seq)
  }

  /// The last window of the forecasts on a question and on those that are merged with it.
  func lastWindow(_ row: Statement) throws(StoreError) -> CivilDate? {
    var last = row.optionalInteger(13)
    if try isMerged(row.integer(0)) {
      for member in try family(row.integer(0)) {
        let found = try database.first(
          "select \(Snapshot.lastWindow(of: "$2"))", .integer(seq), .integer(member),
          make: { $0.optionalInteger(0) })
        if let day = found ?? nil { last = max(last ?? day, day) }
      }
    }
    return last.map { CivilDate(dayNumber: Int($0)) }
  }

  /// The last day of a question's deadline and windows, where it lies after the day through which
  /// the outcome says that it was not seen.
  func openThrough(
    _ row: Statement, _ deadline: CivilDate?, _ outcome: Outcome?
  ) throws(StoreError) -> CivilDate? {
    guard case .notSeen(let day)? = outcome else { return nil }
    let last = [deadline, try lastWindow(row)].compactMap(\.self).max()
    return last.flatMap { day < $0 ? $0 : nil }
  }

  /// The grace of a question by the last settings of it and of those that are merged with it.
  ///
  /// Settings are only read where there are some.
  func graceDays(_ number: Int64, own: Int64?) throws(StoreError) -> Int {
    let isMerged = try isMerged(number)
    guard own != nil || isMerged else { return Grace.usualDays }
    return try scheduling(of: number)?.graceDays ?? Grace.usualDays
  }
}
