/// Rows put together by a column of places, such as their sources or questions.
struct RowGroups {
  /// The rows by their places; those of one place are in the order in which they came.
  let rows: [Int32]
  /// Where each place begins among the rows, and at the end how many there are.
  let starts: [Int]

  /// Groups rows by a column of places below a limit: a counting sort, which takes time in
  /// proportion to the rows.
  init(_ rows: [Int32], by places: [Int32], _ limit: Int) {
    var ends = [Int](repeating: 0, count: limit + 1)
    for row in rows { ends[Int(places[Int(row)]) + 1] += 1 }
    for place in 0..<limit { ends[place + 1] += ends[place] }
    starts = ends
    self.rows = [Int32](unsafeUninitializedCapacity: rows.count) { sorted, count in
      for row in rows {
        let place = Int(places[Int(row)])
        sorted[ends[place]] = row
        ends[place] += 1
      }
      count = rows.count
    }
  }

  /// The rows of a place.
  subscript(place: Int) -> ArraySlice<Int32> { rows[starts[place]..<starts[place + 1]] }

  /// The places of one of several parts that hold about as many rows each.
  func places(of part: Int) -> Range<Int> { first(of: part)..<first(of: part + 1) }

  /// The first place of a part: the first that begins with its first row or later.
  private func first(of part: Int) -> Int {
    let places = starts.count - 1
    if part == 0 || part == Workers.parts { return part == 0 ? 0 : places }
    let row = Workers.range(of: part, in: rows.count).lowerBound
    var (low, high) = (0, places)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
