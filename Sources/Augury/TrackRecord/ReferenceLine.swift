internal import ForecastScoring

extension TrackRecord {
  /// What a reference would have scored, had it been a source.
  ///
  /// It has one unit on each question, at the time and by the last day of the first scored statement
  /// there; the consensus at the time and by the last day of the statement with which the third source
  /// spoke, or of the last, as the policy takes.
  public struct Reference: Sendable, Equatable {
    /// Which reference it is: the consensus of all sources, the base rates, or always 50 %.
    public var kind: ReferenceKind
    /// Its figures; its edge is over the first rung of the ladder that is not itself.
    public var figures: SourceFigures
    /// Where its edge would stand among the ranked sources; nothing below the evidence bar.
    public var rank: ClosedRange<Int>?
  }
}

extension Assessment {
  /// The references on the questions on which any source was scored.
  func references() -> [TrackRecord.Reference] {
    let firsts = firstUnits()
    var (consensus, rates, even) = (Tally(), Tally(), Tally())
    for (place, unit) in firsts.enumerated() {
      guard let unit, let happened = unit.chance?.happened else { continue }
      let isNegated = statements.isNegated[Int(unit.row)]
      let event = happened != isNegated
      let reference = ladder.reference(unit.row).map { reference in
        ReferenceForecast(
          kind: reference.kind,
          probability: isNegated ? 1 - reference.probability : reference.probability)
      }
      even.units.append(unit.said(0.5, event, over: reference?.other(than: .even)))
      let rate = ladder.baseRate(unit.row)
      if let rate {
        rates.units.append(unit.said(rate, event, over: reference?.other(than: .baseRate)))
      }
      if let whole = ladder.whole[place], let said = self.unit(of: whole, in: unit) {
        consensus.units.append(said)
      }
    }
    let lines = [(ReferenceKind.consensus, consensus), (.baseRate, rates), (.even, even)]
    let figures = workers.map(lines.count) { SourceFigures(lines[$0].1) }
    return zip(lines, figures).compactMap { line, figures in
      figures.map { TrackRecord.Reference(kind: line.0, figures: $0) }
    }
  }

  /// The unit of a consensus: its chance, the outcome of its own claim, and the first rung of the
  /// ladder that is not itself, all as of the statement with which it stood.
  private func unit(of whole: WholeConsensus, in unit: ScoredUnit) -> ScoredUnit? {
    let row = policy.take == .last ? whole.lastRow : whole.firstRow
    guard scores[Int(row)].scoreability == .scored, let happened = scores[Int(row)].happened else {
      return nil
    }
    let isNegated = statements.isNegated[Int(row)]
    let stated = ladder.reference(row)?.other(than: .consensus).map {
      ReferenceForecast(
        kind: $0.kind, probability: isNegated ? 1 - $0.probability : $0.probability)
    }
    let rate = ladder.baseRate(row).map { ReferenceForecast(kind: .baseRate, probability: $0) }
    let isSymmetric = statements.questions[Int(statements.question[Int(row)])].isSymmetric
    let even = isSymmetric ? ReferenceForecast(kind: .even, probability: 0.5) : nil
    var unit = unit
    unit.row = row
    return unit.said(
      policy.take == .last ? whole.last : whole.first, happened != isNegated,
      over: stated ?? rate ?? even)
  }

  /// The unit of each question that was said first.
  private func firstUnits() -> [ScoredUnit?] {
    var moments = [Int64](repeating: .max, count: statements.questions.count)
    var firsts = [(source: Int32, unit: Int32)](repeating: (-1, 0), count: moments.count)
    for (source, tally) in tallies.enumerated() {
      for (number, unit) in tally.units.enumerated() where unit.chance != nil {
        let place = Int(statements.question[Int(unit.row)])
        let moment = statements.moment(Int(unit.row))
        guard moment <= moments[place] else { continue }
        let known = firsts[place]
        if moment == moments[place], known.source >= 0,
          tallies[Int(known.source)].units[Int(known.unit)].row < unit.row
        {
          continue
        }
        moments[place] = moment
        firsts[place] = (Int32(source), Int32(number))
      }
    }
    return firsts.map { $0.source < 0 ? nil : tallies[Int($0.source)].units[Int($0.unit)] }
  }
}

extension ReferenceForecast {
  fileprivate func other(than kind: ReferenceKind) -> ReferenceForecast? {
    self.kind == kind ? nil : self
  }
}

extension ScoredUnit {
  /// The unit of a reference that gave the event a chance.
  fileprivate func said(
    _ chance: Double, _ happened: Bool, over reference: ReferenceForecast?
  ) -> ScoredUnit {
    var unit = self
    unit.brier = brierScore(of: chance, happened: happened)
    unit.bounds = ScoreBounds(best: unit.brier, worst: unit.brier)
    unit.chance = (chance, happened)
    unit.isNumber = true
    unit.edge = reference.map {
      ($0, brierScore(of: $0.probability, happened: happened) - unit.brier)
    }
    return unit
  }
}
