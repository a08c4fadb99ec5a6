package import Augury

extension Ledger {
  /// Returns the earliest instant at which any entry was captured, by the clock then.
  package func firstCapture() throws(StoreError) -> Instant? {
    let first = try database.first("select min(at) from moment") { $0.optionalInteger(0) }
    return (first ?? nil).map(Instant.init)
  }
}

/// When the entries of a ledger were captured, as its clocks said and as they can be believed.
struct Moments {
  private let starts: [Int64]
  private let recorded: [Int64]
  private let believed: [Int64]

  /// Reads the moments up to an entry, as they can be believed at an instant.
  ///
  /// What was captured later by a clock that had not gone back tells the latest time that an entry
  /// can have had; the instant does so for all.
  init(through last: Int64, at now: Instant, in database: Database) throws(StoreError) {
    var starts: [Int64] = []
    var recorded: [Int64] = []
    var isBack: [Bool] = []
    let statement = try database.statement(
      "select seq, at, mark = 'back' from moment where seq <= $1 order by seq")
    statement.bind([.integer(last)])
    defer { statement.reset() }
    while try statement.step() {
      starts.append(statement.integer(0))
      recorded.append(statement.integer(1))
      isBack.append(statement.integer(2) == 1)
    }
    var believed = recorded
    var latest = now.microseconds
    for place in recorded.indices.reversed() {
      if !isBack[place] { latest = min(latest, recorded[place]) }
      believed[place] = latest
    }
    // What a clock that had gone back recorded came after the entry before it: no sooner is known.
    for place in recorded.indices.dropFirst() where isBack[place] {
      believed[place] = believed[place - 1]
    }
    self.starts = starts
    self.recorded = recorded
    self.believed = believed
  }

  /// Returns the place of the moment at which an entry was captured.
  func place(of seq: Int64) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= seq { low = middle + 1 } else { high = middle }
    }
    return max(low - 1, 0)
  }

  /// What the machine's clock said at a moment.
  func recorded(_ place: Int) -> Instant { Instant(microseconds: recorded[place]) }

  /// When a moment can be believed to have been.
  func believed(_ place: Int) -> Instant { Instant(microseconds: believed[place]) }
}
