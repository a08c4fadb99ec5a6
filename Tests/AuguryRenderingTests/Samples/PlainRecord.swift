import Augury
import Foundation

/// The figures of a sample record, worked out from its rows as one would with pencil and paper.
///
/// It shares no code with what it checks; it is slow and plain.
struct PlainRecord {
  let record: SampleRecord
  /// What becomes of each row.
  private(set) var fates: [Scoreability] = []
  private let today: Int

  init(_ record: SampleRecord) throws {
    self.record = record
    today = try PlainRecord.number(record.day)
    fates = try record.rows.map(fate)
    try strikeRepeats()
  }

  static func number(_ day: String) throws -> Int { try CivilDate(iso: day).dayNumber }

  func count(_ fate: Scoreability) -> Int { fates.filter { $0 == fate }.count }

  /// The scored rows.
  var scored: [SampleRow] { zip(record.rows, fates).filter { $0.1 == .scored }.map(\.0) }

  // MARK: What counts

  /// The first day on which the outcome was no secret any more.
  private func known(_ row: SampleRow) throws -> Int {
    let end = try row.deadline.map { try PlainRecord.number($0) + 1 } ?? .max
    guard case .happened(let day) = row.result else { return end }
    return min(try PlainRecord.number(day), end)
  }

  private func fate(_ row: SampleRow) throws -> Scoreability {
    let known = try known(row)
    if let withdrawn = row.withdrawn, try PlainRecord.number(withdrawn) < known {
      return .withdrawn
    }
    switch row.chance {
    case .quantiles: return .notBinary
    case .hedge: return .hedge
    case .none: return .noProbability
    case .number, .words, .options: break
    }
    if row.isUnfalsifiable { return .unfalsifiable }
    guard let deadline = row.deadline else { return .noDeadline }
    var isOpen = false
    if case .open = row.result { isOpen = true }
    if let said = row.said, try PlainRecord.number(said) > known, !isOpen { return .hindsight }
    let captured = try (row.captured ?? row.said).map(PlainRecord.number) ?? 0
    if captured >= known, record.grade != .afterwards { return .afterwards }
    if try PlainRecord.number(deadline) >= today { return .notDue }
    switch row.result {
    case .open: return .undecided
    case .ambiguous: return .ambiguous
    case .annulled: return .annulled
    case .happened, .not, .option: return .scored
    }
  }

  private mutating func strikeRepeats() throws {
    let mayCount: Set<Scoreability> = [.scored, .notDue, .undecided, .ambiguous, .annulled]
    var first: [String: Int] = [:]
    for (place, row) in record.rows.enumerated() where mayCount.contains(fates[place]) {
      guard let question = row.question else { continue }
      guard let known = first[question] else {
        first[question] = place
        continue
      }
      let isEarlier =
        (row.said ?? row.captured ?? "")
        < (record.rows[known].said ?? record.rows[known].captured ?? "")
      fates[isEarlier ? known : place] = .repeated
      if isEarlier { first[question] = place }
    }
  }

  // MARK: Scores

  /// Whether what was said came about; nothing for options.
  static func cameAbout(_ row: SampleRow) -> Bool? {
    if case .options = row.chance { return nil }
    guard case .happened(let day) = row.result else { return row.isNegated }
    return (day <= row.deadline ?? "9999") != row.isNegated
  }

  /// The chance of a row and the variance of what its words may mean.
  static func chance(_ row: SampleRow) -> (mean: Double, variance: Double)? {
    switch row.chance {
    case .number(let value): (value, 0)
    case .words(let low, let high): ((low + high) / 2, (high - low) * (high - low) / 12)
    default: nil
    }
  }

  static func brier(_ row: SampleRow) -> Double {
    if case .options(let chances) = row.chance, case .option(let truth) = row.result {
      return chances.reduce(0) {
        $0 + ($1.value - ($1.key == truth ? 1 : 0)) * ($1.value - ($1.key == truth ? 1 : 0))
      } / 2
    }
    guard let (mean, variance) = chance(row), let happened = cameAbout(row) else { return 0 }
    let miss = mean - (happened ? 1 : 0)
    return miss * miss + variance
  }

  var brier: Double { scored.map(PlainRecord.brier).reduce(0, +) / Double(scored.count) }

  /// The scored rows with a reference, each with how much closer it was, and its event.
  var compared: [(row: SampleRow, edge: Double, event: String)] {
    zip(record.rows, fates).enumerated().compactMap { place, pair in
      let (row, fate) = pair
      guard fate == .scored, let baseline = row.baseline, let happened = PlainRecord.cameAbout(row)
      else { return nil }
      let miss = baseline - (happened ? 1 : 0)
      return (row, miss * miss - PlainRecord.brier(row), row.event ?? "row \(place)")
    }
  }

  var edge: Double { compared.map(\.edge).reduce(0, +) / Double(compared.count) }

  var events: Int { Set(compared.map(\.event)).count }

  /// The evidence for the source over the reference, and against it: over events, the product of the
  /// mean factors by which each outcome tells a mixture of nine parts to one from an even one.
  var evidence: (better: Double, worse: Double) {
    func product(_ weight: Double) -> Double {
      let factors = Dictionary(grouping: compared, by: \.event).mapValues { rows in
        rows.map { compared -> Double in
          guard let p = PlainRecord.chance(compared.row)?.mean, let q = compared.row.baseline,
            let happened = PlainRecord.cameAbout(compared.row), p != q
          else { return 1 }
          let (mixed, even) = (weight * p + (1 - weight) * q, (p + q) / 2)
          return happened ? mixed / even : (1 - mixed) / (1 - even)
        }.reduce(0, +) / Double(rows.count)
      }
      return factors.values.reduce(1, *)
    }
    return (product(0.9), product(0.1))
  }

  /// How many scored rows were entered when the outcome was no secret.
  var late: Int {
    get throws {
      try scored.filter { row in
        try PlainRecord.number(row.captured ?? row.said ?? "0001-01-01") >= known(row)
      }.count
    }
  }

  /// Whether the mean edge is on either side as the words of rows are read, or disputed rows decided.
  var decisive: (words: Bool, disputed: Bool) {
    var (low, high) = (0.0, 0.0)
    for (row, edge, _) in compared {
      guard case .words(let least, let most) = row.chance, let y = PlainRecord.cameAbout(row) else {
        (low, high) = (low + edge, high + edge)
        continue
      }
      let ends = [least, most].map { ($0 - (y ? 1 : 0)) * ($0 - (y ? 1 : 0)) }
      let whole = edge + PlainRecord.brier(row)
      low += whole - max(ends[0], ends[1])
      high += whole - min(ends[0], ends[1])
    }
    let words = low < 0 && high > 0
    let sum = compared.map(\.edge).reduce(0, +)
    (low, high) = (sum, sum)
    for (row, fate) in zip(record.rows, fates) where fate == .ambiguous || fate == .undecided {
      guard let q = row.baseline, let p = PlainRecord.ends(row) else { continue }
      let ifNot = p.map { q * q - $0 * $0 }
      let ifSo = p.map { (1 - q) * (1 - q) - (1 - $0) * (1 - $0) }
      let edges: [Double] = ifNot + ifSo
      low += edges.min() ?? 0
      high += edges.max() ?? 0
    }
    return (words, min(low, sum) < 0 && max(high, sum) > 0)
  }

  private static func ends(_ row: SampleRow) -> [Double]? {
    switch row.chance {
    case .number(let value): [value]
    case .words(let low, let high): [low, high]
    default: nil
    }
  }

  /// The months of the first and of the last row that has a date.
  var months: (first: String, last: String)? {
    let days = record.rows.compactMap(\.said).sorted()
    guard let first = days.first, let last = days.last else { return nil }
    let names = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    func month(_ day: String) -> String {
      let parts = day.split(separator: "-")
      return "\(names[(Int(parts[1]) ?? 1) - 1]) \(parts[0])"
    }
    return (month(first), month(last))
  }
}
