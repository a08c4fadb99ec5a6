internal import Augury

/// One forecast on its source's page: what was said where, how it was read, and what came of it.
struct ForecastBlock {
  private let forecast: AssessedForecast
  private let particulars: Particulars?
  private let words: SourcePageWords

  init(_ forecast: AssessedForecast, _ particulars: Particulars?, _ words: SourcePageWords) {
    self.forecast = forecast
    self.particulars = particulars
    self.words = words
  }

  /// The name of a forecast: its identifier, or its number in the ledger.
  static func name(_ forecast: AssessedForecast, _ particulars: Particulars?) -> String {
    particulars?.forecast ?? "#\(forecast.number)"
  }

  var block: KeyValueBlock {
    let name = ForecastBlock.name(forecast, particulars)
    var block = KeyValueBlock(line(particulars.map { "\(name)  \($0.text)" } ?? name))
    func add(_ label: String, _ value: String?, style: TextStyle? = nil) {
      block.add(label, value.map(line), style: style)
    }
    add("words", particulars?.quote.map { "“\($0)”" }, style: .quote)
    add("said", particulars?.said ?? forecast.said?.description ?? "unknown")
    add("captured", "\(forecast.captured.civilDate), \(forecast.grade.rawValue)")
    add("stamped", particulars?.stamp)
    add("chance", words.chance(forecast, particulars))
    add("reading", particulars?.reading)
    add("reference", words.reference(forecast))
    add("deadline", forecast.deadline?.day.description ?? "none")
    add("now", forecast.now.map { ReevaluationWords($0).sentence })
    add("outcome", particulars?.outcome ?? outcome)
    add("score", words.standing(forecast))
    let passages = (particulars?.passages ?? []).map(passage)
    if !passages.isEmpty { block.items.append(.bullets("read in", passages)) }
    let evidence = (particulars?.evidence ?? []).map(line)
    if !evidence.isEmpty { block.items.append(.bullets("evidence", evidence)) }
    return block
  }

  private var outcome: String {
    switch forecast.verdict {
    case .yes: "it happened"
    case .no: "it did not happen"
    case .undecided: "open"
    case .ambiguous: "disputed"
    case .annulled: "annulled"
    }
  }

  private func passage(_ passage: Particulars.Passage) -> String {
    let title = passage.title.map { "“\($0)”" }
    let archived = passage.archived.map { "archived copy SHA-256 \($0.prefix(12))…" }
    return line(
      [passage.venue, title, passage.published, passage.url, archived].compactMap(\.self)
        .joined(separator: ", "))
  }

  /// Text from outside, on one line.
  private func line(_ text: String) -> String { TerminalText.escape(text) }
}
