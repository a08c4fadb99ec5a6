import Augury
import AuguryStore

extension LogRequest {
  /// Returns the forecast that the options describe.
  func draft(_ ledger: Ledger, today: CivilDate) throws -> ForecastDraft {
    guard condition == nil else { throw EntryError.conditional }
    let (text, chance) = try textAndChance()
    var draft = ForecastDraft(try subject(text, ledger))
    draft.source = try by.map { try ForecastInput.text($0, "source's name") }
    draft.sourceKind = sourceKind ?? .person
    draft.probability = try chance.map { try Probability(parsing: $0) }
    draft.isNegated = not
    // What you say yourself, you say now.
    let isOwn = by == nil && said == nil && on == nil
    draft.said = try isOwn ? SaidTime(today) : ForecastInput.time(on, today: today)
    if let first = draft.said.firstDay, first > today.adding(days: 1) {
      throw UsageError("\(first) has not come yet.", "Give the day on which it was said.")
    }
    let isZoneOfWords = until == nil && said != nil
    draft.deadline = try ForecastInput.deadline(
      until, zone: isZoneOfWords ? nil : zone, today: today)
    draft.wording = try wording()
    draft.citations = try citations(Archive(of: ledger.path))
    draft.criteria = try criteria.map { try ForecastInput.text($0, "criterion") }
    draft.event = try event.map { try ForecastInput.text($0, "event's name") }
    draft.tags = try tag.map { try ForecastInput.text($0, "tag") }
    draft.baseline = try baseline.map { try Probability(parsing: $0) }
    draft.unit = unit
    draft.allowsLikeness = new
    draft.parts =
      try option.map(ForecastInput.option)
      + quantile.map { try ForecastInput.quantile($0, today: today) }
    draft.options = draft.parts.compactMap {
      if case .option(let name, _) = $0 { name } else { nil }
    }
    draft.questionKind = try kind(of: draft.parts)
    draft.reading = try reading(draft, ledger, today: today)
    return draft
  }

  /// What the quote says that no option says: an option always wins.
  private func reading(
    _ draft: ForecastDraft, _ ledger: Ledger, today: CivilDate
  ) throws -> Reading? {
    guard let wording = draft.wording else { return nil }
    var scope: WordingReader.Scope = []
    if draft.probability == nil, draft.parts.isEmpty { scope.insert(.chance) }
    if draft.deadline == nil { scope.insert(.horizon) }
    guard !scope.isEmpty else { return nil }
    let snapshot = try ledger.now()
    let source = try draft.source.map { try snapshot.source(named: $0) } ?? snapshot.keeper()
    let reader = try SourceScales(snapshot).reader(
      source: source, venue: draft.citations.first?.venue)
    var reading = reader.reading(
      of: wording, said: draft.said, captured: today, isNegated: draft.isNegated, scope)
    if let zone, draft.deadline == nil {
      _ = try ZoneFiles.rules(zone)
      guard reading?.horizon?.window != nil else {
        throw UsageError(
          "--zone says in which zone a deadline is read, and the quote has none.",
          "Give --until too.")
      }
      reading?.horizon?.window?.zone = zone
    }
    return reading
  }

  /// The words of the question, and the probability where it is given at all: with `-p`, or as
  /// the last word.
  private func textAndChance() throws -> (String?, String?) {
    var words = words
    var chance = probability
    if chance == nil, words.count > 1 || question != nil, let last = words.last,
      LogRequest.looksLikeChance(last) || standsAlone(last, after: words.dropLast())
    {
      chance = last
      words.removeLast()
    }
    return (words.isEmpty ? nil : Words.line(words), chance)
  }

  /// The way the claim came; the evidence belongs to its last hop, the one that was read.
  private func citations(_ archive: Archive) throws -> [Citation] {
    var citations = try via.map(ForecastInput.citation)
    for text in evidence {
      let isAddress = text.contains("://")
      if citations.isEmpty {
        citations = [Citation(venue: isAddress ? LogRequest.host(of: text) : Files.name(of: text))]
      }
      let last = citations.count - 1
      guard isAddress ? citations[last].url == nil : citations[last].document == nil else {
        throw UsageError(
          "\(citations[last].venue.clipped) has its evidence already.",
          "Give one address and one file, and other addresses as --via NAME=URL.")
      }
      if isAddress {
        citations[last].url = text
      } else {
        citations[last].document = try archive.keep(text)
      }
    }
    return citations
  }

  private static func host(of url: String) -> String {
    let rest = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return rest.count > 1 ? String(rest[1]) : url
  }

  /// Whether a word that begins with a digit follows a question in quotes, or needs none: it is
  /// meant as a probability, rightly put or not.
  private func standsAlone(_ word: String, after words: some Collection<String>) -> Bool {
    let isAfterQuestion = words.count == 1 && words.first?.contains(" ") == true
    return (isAfterQuestion || question != nil && words.isEmpty)
      && word.utf8.first.map { (0x30...0x39).contains($0) } == true
  }

  static func looksLikeChance(_ word: String) -> Bool {
    word.utf8.first.map { (0x30...0x39).contains($0) || $0 == 0x2e } == true
      && (word.hasSuffix("%") || (try? Probability(parsing: word)) != nil)
  }

  private func subject(_ text: String?, _ ledger: Ledger) throws -> ForecastDraft.Subject {
    switch (question, text) {
    case (let reference?, nil):
      let snapshot = try ledger.now()
      let thing = try snapshot.find(reference, [.question])
      return .known(try snapshot.canonical(thing.number))
    case (nil, let text?): return .text(text)
    case (nil, nil):
      throw UsageError(
        "There is no question.", "Write it as one sentence in quotes, or name one with --question.")
    case (.some, .some(let text)):
      throw UsageError(
        "\"\(text.clipped)\" and --question both say what the forecast is on.",
        "Give one of the two.")
    }
  }

  private func wording() throws -> Wording? {
    guard !(translated && paraphrased) else {
      throw UsageError(
        "A quote is either translated or paraphrased.", "Give --translated or --paraphrased.")
    }
    guard let said else {
      guard !translated, !paraphrased, language == nil else {
        throw UsageError("There is no quote.", "Give the words with --said.")
      }
      return nil
    }
    let form: WordingForm = translated ? .translation : paraphrased ? .paraphrase : .verbatim
    return Wording(quote: try ForecastInput.text(said, "quote"), language: language, form: form)
  }

  private func kind(of parts: [DistributionPart]) throws -> QuestionKind {
    let kinds = Set(
      parts.map { part -> QuestionKind in
        switch part {
        case .option: ordered ? .ordered : .categorical
        case .quantile: .numeric
        case .dateQuantile: .date
        }
      })
    guard kinds.count <= 1 else {
      throw UsageError(
        "Options, numbers and dates are mixed.",
        "Give only --option, or only --quantile of one sort.")
    }
    return kinds.first ?? .binary
  }
}
