package import Augury

/// One row of Augury CSV: a text for each column that has one.
package struct AuguryCSVRow: Sendable, Equatable {
  private var texts: [AuguryCSVColumn: String] = [:]

  /// Creates a row without content.
  package init() {}

  /// The content of a column.
  package subscript(column: AuguryCSVColumn) -> String? {
    get { texts[column] }
    set { texts[column] = newValue }
  }

  /// Returns the rows of a forecast: one for each part of it, or just one.
  ///
  /// The system is the question's. The key keeps the parts of one forecast together; without one
  /// it is the forecast's name in that system, or its identifier where there is no system.
  package static func rows(
    _ forecast: Forecast, on question: Question, by source: String, outcome: Outcome? = nil,
    known: CivilDate? = nil, withdrawn: SaidTime? = nil, isOpen: Bool = false, key: String? = nil
  ) -> [AuguryCSVRow] {
    var row = AuguryCSVRow()
    row[.source] = source
    row.tell(of: question)
    row.tell(of: outcome, deadline: question.deadline?.day)
    if outcome != nil { row[.knownOn] = known?.description }
    row.tell(of: forecast)
    if isOpen { row[.until] = "none" }
    row[.withdrawnOn] = withdrawn.map { $0.isUnknown ? "unknown" : $0.edtf }
    let system = question.origin?.system
    row[.system] = system
    if system != nil, forecast.stamp?.system == system {
      row[.recordedOn] = forecast.stamp?.recorded.edtf
    }
    if let key {
      row[.forecastKey] = key
    } else if system != nil, let origin = forecast.origin, origin.system == system {
      row[.forecastKey] = origin.key
    } else if system == nil, !forecast.parts.isEmpty {
      row[.forecastKey] = forecast.id.text
    }
    guard !forecast.parts.isEmpty else {
      row[.probability] = forecast.probability?.fractionText
      return [row]
    }
    return forecast.parts.map { part in
      var row = row
      row.tell(of: part)
      return row
    }
  }

  private mutating func tell(of question: Question) {
    self[.question] = question.text
    self[.questionID] = question.origin?.key
    self[.kind] = question.kind.rawValue
    self[.options] = Self.list(question.options)
    self[.deadline] = question.deadline?.day.description
    self[.zone] = question.deadline?.zone
    self[.unit] = question.unit
    self[.event] = question.event
    self[.tags] = Self.list(question.tags)
  }

  private mutating func tell(of outcome: Outcome?, deadline: CivilDate?) {
    switch outcome {
    case nil: break
    case .happened(let day):
      self[.outcome] = "yes"
      self[.happenedOn] = day?.description
    case .notSeen(let through):
      self[.outcome] = through == deadline ? "no" : "not by \(through)"
    case .cannotHappen: self[.outcome] = deadline == nil ? "no" : "never"
    case .option(let option): self[.outcome] = option
    case .number(let number): self[.outcome] = number.text
    case .date(let day): self[.outcome] = day.description
    case .ambiguous: self[.outcome] = "ambiguous"
    case .annulled: self[.outcome] = "annulled"
    }
  }

  private mutating func tell(of forecast: Forecast) {
    self[.saidOn] = forecast.said.edtf
    self[.negated] = forecast.isNegated ? "yes" : nil
    self[.baseline] = forecast.baseline?.fractionText
    self[.until] = forecast.window?.default.description
    self[.untilZone] = forecast.window?.zone
    if let wording = forecast.wording, !wording.quote.isEmpty {
      self[.quote] = wording.quote
      self[.language] = wording.language
      self[.wording] = wording.form.rawValue
      self[.reading] = forecast.reading?.json
    }
    guard !forecast.citations.isEmpty else { return }
    self[.via] = forecast.citations.map { citation in
      let name = AuguryCSVList.escaped(citation.venue, isName: true)
      guard let url = citation.url, !url.isEmpty else { return name }
      return "\(name)=\(AuguryCSVList.escaped(url))"
    }.joined(separator: ";")
  }

  private mutating func tell(of part: DistributionPart) {
    switch part {
    case .option(let option, let probability):
      self[.option] = option
      self[.probability] = probability.fractionText
    case .quantile(let level, let value):
      self[.quantile] = level.fractionText
      self[.value] = value.text
    case .dateQuantile(let level, let value):
      self[.quantile] = level.fractionText
      self[.value] = value.description
    }
  }

  private static func list(_ items: [String]) -> String? {
    guard !items.isEmpty else { return nil }
    return items.map { AuguryCSVList.escaped($0) }.joined(separator: ";")
  }
}

extension Probability {
  /// The text, where that is a fraction, else the value.
  fileprivate var fractionText: String { (try? Probability(fraction: text)) == self ? text : value }
}

extension DecimalText {
  /// The text, where that is a plain number, else the value.
  fileprivate var fractionText: String { (try? DecimalText(parsing: text)) == self ? text : value }
}

/// A writer of Augury CSV, with all columns in their order.
package struct AuguryCSVWriter: Sendable {
  private var writer: CSVWriter

  /// Creates a writer; with the guard, a spreadsheet takes no cell for a formula.
  ///
  /// Such cells have an apostrophe in front, which the reader takes off again.
  package init(guardFormulas: Bool) { writer = CSVWriter(guardFormulas: guardFormulas) }

  /// What has been written so far.
  package var bytes: [UInt8] { writer.bytes }

  /// Hands over what has been written so far, and goes on with nothing.
  package mutating func take() -> [UInt8] { writer.take() }

  /// Writes the names of the columns.
  package mutating func header() { writer.row(AuguryCSVColumn.allCases.map(\.name)) }

  /// Writes a row.
  package mutating func row(_ row: AuguryCSVRow) {
    writer.row(
      AuguryCSVColumn.allCases.map { column in
        guard let text = row[column] else { return "" }
        return CSVGuard.looksGuarded(text) ? "'" + text : text
      })
  }
}
