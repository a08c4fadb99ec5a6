/// The places of things in columns, found by the numbers of their entries.
struct Places {
  // Entries are numbered without gaps, so that a list is smaller and quicker than a dictionary.
  private var places: [Int32] = []

  subscript(number: Int64) -> Int32? {
    get {
      guard number >= 0, number < places.count, places[Int(number)] >= 0 else { return nil }
      return places[Int(number)]
    }
    set {
      guard number >= 0 else { return }
      if number >= places.count {
        places.append(contentsOf: repeatElement(-1, count: Int(number) - places.count + 1))
      }
      places[Int(number)] = newValue ?? -1
    }
  }
}
