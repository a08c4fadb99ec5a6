extension Statements {
  /// Looks again at the last words on a question, one of each source.
  ///
  /// A source's last word is its last statement that gives a chance, or dates, made by that instant;
  /// one that was taken back stands for nothing. There is none for words that give no chance or no
  /// window, for options and numbers, and where what happened is known.
  ///
  /// - Parameters:
  ///   - number: The number of the question's entry.
  ///   - instant: The instant to look at them.
  ///   - hazard: How chances fall on this question.
  ///   - zones: The zones that deadlines name.
  ///   - dates: The quantiles of forecasts of a date, by the numbers of their entries.
  /// - Returns: The last words, in the order in which they were made.
  public func reevaluations(
    of number: Int64, at instant: Instant, hazard: HazardChoice = .constant, _ zones: Zones,
    dates: [Int64: [DateQuantile]] = [:]
  ) -> [Reevaluation] {
    guard let place = questions.firstIndex(where: { $0.number == number }) else { return [] }
    let rows = (0..<count).filter { Int(question[$0]) == place }
    return lastWords(rows, at: instant, dates).compactMap {
      reevaluation($0, at: instant, hazard, zones, dates)
    }
  }

  /// The last word of each source on each question among some rows, in the order they were made.
  func lastWords(
    _ rows: [Int], at instant: Instant, _ dates: [Int64: [DateQuantile]]
  ) -> [Int] {
    struct Pair: Hashable {
      let source: Int32
      let question: Int32
    }
    var last: [Pair: Int] = [:]
    let said = rows.filter {
      moment($0) <= instant.microseconds && (!probability[$0].isNaN || dates[number[$0]] != nil)
    }.sorted { (moment($0), number[$0]) < (moment($1), number[$1]) }
    for row in said { last[Pair(source: source[row], question: question[row])] = row }
    return said.filter { last[Pair(source: source[$0], question: question[$0])] == $0 }
  }

  /// Looks again at the forecast in a row; nothing where time changes nothing that can be told.
  func reevaluation(
    _ row: Int, at instant: Instant, _ hazard: HazardChoice, _ zones: Zones,
    _ dates: [Int64: [DateQuantile]]
  ) -> Reevaluation? {
    let asked = questions[Int(question[row])]
    if let taken = withdrawn[number[row]], taken <= instant.microseconds { return nil }
    let since = Instant(
      microseconds: saidFrom[row] == Statements.missing ? captured[row] : saidFrom[row])
    let deadline = deadline(row)
    func made(_ said: ChanceRange?, _ window: Reevaluation.View) -> Reevaluation {
      Reevaluation(
        forecast: number[row], question: asked.number,
        source: sources[Int(source[row])].number, said: said, isNegated: isNegated[row],
        since: since, hazard: hazard, window: window)
    }
    switch asked.kind {
    case .date:
      guard asked.outcome == nil, let quantiles = dates[number[row]] else { return nil }
      let behind = DateQuantile.massBehind(quantiles, since: since, at: instant) {
        zones.end(of: $0, in: deadline?.zone)
      }
      return made(nil, Reevaluation.View(deadline: deadline, gone: nil, state: .behind(behind)))
    case .binary:
      guard let said = eventChance(row), let deadline, asked.isOpen(by: deadline) else {
        return nil
      }
      func view(_ deadline: Deadline) -> Reevaluation.View {
        Reevaluation.View(of: said, since: since, until: deadline, hazard, at: instant, zones)
      }
      var found = made(said, view(deadline))
      if let width = widths[number[row]] {
        func other(_ day: Int64) -> Reevaluation.View? {
          let day = CivilDate(dayNumber: Int(day))
          return day == deadline.day ? nil : view(Deadline(day: day, zone: deadline.zone))
        }
        (found.strict, found.generous) = (other(width.strict), other(width.generous))
      }
      return found
    case .categorical, .ordered, .numeric: return nil
    }
  }

  /// The chance of the event by the forecast in a row, with the ends that its words allow.
  private func eventChance(_ row: Int) -> ChanceRange? {
    guard !probability[row].isNaN else { return nil }
    let meaning = readings.isEmpty ? nil : readings[number[row]]?.meaning
    let said =
      meaning.map { ChanceRange(point: $0.mean, low: $0.low, high: $0.high) }
      ?? ChanceRange(probability[row])
    return isNegated[row] ? said.complement : said
  }
}

extension QuestionColumn {
  /// Whether it is not yet known what came about by a deadline.
  fileprivate func isOpen(by deadline: Deadline) -> Bool {
    switch outcome {
    case nil: true
    case .notSeen(let through): through < deadline.day
    default: false
    }
  }
}
