package import Augury

extension ScoreColumns: ColumnCoded {
  mutating func code(_ coder: inout some ColumnCoder) throws(ColumnError) {
    var ends = [instants.lowerBound, instants.upperBound]
    try coder.column(&ends)
    guard ends.count == 2, ends[0] < ends[1] else { throw ColumnError() }
    instants = ends[0]..<ends[1]
    try coder.column(&source)
    try coder.column(&probability)
    try coder.flags(&happened)
    var numbers = sources.map(\.number)
    try coder.column(&numbers)
    if coder.isReading { sources = numbers.map { ($0, "") } }
    try coder.text(&sources, { $0.name }, { $0.name = $1 ?? "" })
  }

  var areSound: Bool {
    source.count == probability.count && source.count == happened.count
      && source.allSatisfy { $0 < sources.count }
  }
}

extension Snapshot {
  /// Returns the columns of the table of Brier and logarithmic scores by source, from the file
  /// beside the ledger where that is of this state and of this time.
  ///
  /// Only a policy without a filter and with usual windows is kept, and only where no deadline names
  /// a zone of its own.
  ///
  /// - Parameters:
  ///   - policy: What counts.
  ///   - leastRows: From how many forecasts on files are used.
  ///   - workers: What parts of the calculation are run on.
  ///   - zones: Returns the rules of the zones of these names.
  /// - Returns: The columns, and where they came from; nothing when there are too many sources.
  /// - Throws: ``StoreError`` when a row cannot be read, or what the closure throws.
  package func scoreColumns(
    _ policy: Policy, cachedFrom leastRows: Int? = nil, _ workers: Workers = .one,
    zones: ([String?]) throws -> Zones
  ) throws -> (columns: ScoreColumns, origin: ColumnOrigin)? {
    try ledger.read {
      let head = try Head(in: database)
      let leastRows = leastRows ?? ColumnFiles.leastRows
      let isUsual = policy.filter.isOpen && policy.window == .default
      let isLarge = try forecastCount() >= leastRows
      let isKept = isUsual && isLarge && seq == head.size - 1
      let cache = ColumnCache<ScoreColumns>(
        ledger.path, head, suffix: ColumnFiles.scores,
        policy: Snapshot.key(of: policy, try zones([nil])))
      let now = policy.instant.microseconds
      if isKept, let columns = cache.load(into: ScoreColumns(at: 0..<1)),
        columns.instants.contains(now)
      {
        return (columns, .cache)
      }
      let statements = try statements(cachedFrom: leastRows).statements
      let names = statements.zones + statements.questions.map { $0.deadline?.zone }
      let assessment = Assessment(statements, policy, try zones(names), workers)
      guard let columns = assessment.scoreColumns else { return nil }
      if isKept, names.allSatisfy({ $0 == nil }) { cache.save(columns) }
      return (columns, .rows)
    }
  }

  /// What the columns of scores depend on, besides the state of the ledger and the instant.
  private static func key(of policy: Policy, _ zones: Zones) -> [UInt64] {
    let rules = Array(String(describing: zones.ledger).utf8)
    return [
      UInt64(Code.of(policy.grade)), UInt64(Code.of(policy.take)), UInt64(Policy.version),
      rules.withUnsafeBytes { ColumnChecksum.of($0, seed: 0) },
    ]
  }
}
