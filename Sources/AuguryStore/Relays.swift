internal import Augury

extension Snapshot {
  /// Returns the outlets that passed each forecast on: the venues after the first of its chain.
  ///
  /// - Returns: The outlets by the numbers of the forecasts' entries; a forecast that was read where
  ///   it was said is not among them.
  /// - Throws: ``StoreError`` when an entry cannot be read.
  package func relays() throws(StoreError) -> [Int64: [String]] {
    let sql = """
      select f.number from forecast f join entry e on e.seq = f.number
      where instr(e.record, cast('"citations":[' as blob)) > 0 and \(Snapshot.stands("f"))
      """
    var relays: [Int64: [String]] = [:]
    for number in try database.all(sql, .integer(seq), make: { $0.integer(0) }) {
      guard let chain = try forecast(number)?.citations, chain.count > 1 else { continue }
      var seen: Set<String> = []
      relays[number] = chain.dropFirst().map(\.venue).filter { seen.insert($0).inserted }
    }
    return relays
  }
}
