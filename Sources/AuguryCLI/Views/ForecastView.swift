import Augury
import AuguryRendering
import AuguryStore

/// One forecast with its words and its chain.
struct ForecastView {
  private let line: ForecastLine
  private let entry: Entry?
  private let questionShort: String
  private let corrections: [Entry]
  private let rereadings: [Entry]
  private let first: Reading?
  private let withdrawals: [Entry]
  private let notes: [Note]
  private let author: String

  init(_ number: Int64, _ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    guard let line = try ForecastLine.lines([number], vantage).first else {
      let id = try snapshot.short(try snapshot.id(of: number))
      throw LookupError.noSuch(id, nouns: ["standing forecast"])
    }
    self.line = line
    entry = try vantage.ledger.entry(number)
    author = entry?.author ?? ""
    questionShort = try snapshot.short(line.forecast.question)
    corrections = try snapshot.acts(on: number, [.correction])
    rereadings = try snapshot.acts(on: number, [.reading])
    first = if case .forecast(let forecast)? = entry?.body { forecast.reading } else { nil }
    withdrawals = try snapshot.acts(on: number, [.withdrawal])
    notes = try snapshot.notes(on: number)
  }

  func answer() -> Answer {
    Answer(json: json()) { [self] width, style in
      let forecast = line.forecast
      var block = KeyValueBlock("Forecast \(line.short)")
      block.add("source", line.source)
      block.add("question", "\(questionShort) \(line.question)")
      if let wording = forecast.wording {
        let form = wording.form == .verbatim ? "" : " (\(wording.form.rawValue))"
        block.add("said", "“\(wording.quote)”\(form)", style: .quote)
      }
      block.add(
        "chance", Phrases.chance(line.told) + (forecast.isNegated ? " that it will not happen" : "")
      )
      if !readings.isEmpty { block.items.append(.bullets("read as", readings)) }
      block.add("on", forecast.said.isUnknown ? "unknown" : forecast.said.edtf)
      block.add("window", window)
      block.add("now", line.now.map { ReevaluationWords($0).sentence })
      block.add("baseline", forecast.baseline?.percentDescription)
      if !forecast.citations.isEmpty {
        block.items.append(.bullets("read through", forecast.citations.map(citation)))
      }
      block.add("captured", entry.map { "\($0.recordedAt.rfc3339) by \(author)" })
      block.add(
        "stamped", forecast.stamp.map { "\($0.recorded.edtf) by \($0.system)" })
      if let judgement = line.judgement {
        block.add("grade", Phrases.grade(judgement.grade))
        block.add("standing", Phrases.standing(judgement))
        block.add(
          "Brier", judgement.brier.map { "\(NumberText.fixed($0, 4)) (0 is best, 1 is worst)" })
        block.add("range", judgement.brierBounds.flatMap(bounds))
        if judgement.dependsOnWindow {
          let words = line.told.reading?.horizon?.words
          block.add(
            "depends on",
            "what \(words.map { "“\($0)”" } ?? "its window") means: a strict or a generous window gives "
              + "the opposite")
        }
      }
      for entry in corrections { block.add("corrected", correction(entry)) }
      for entry in withdrawals { block.add("withdrawn", withdrawal(entry)) }
      if !notes.isEmpty { block.items.append(.bullets("notes", notes.map(Phrases.note))) }
      return block.render(width: width, style: style)
    }
  }

  /// All readings, the last first; each with the day it was made when it was not the first.
  private var readings: [String] {
    let later = rereadings.compactMap { entry -> String? in
      guard case .reading(let rereading) = entry.body else { return nil }
      let text = rereading.reading.map(ReadingText.sentence) ?? "nothing that can be read"
      return text + ", read anew \(entry.recordedAt.civilDate) (#\(entry.seq))"
        + mark(entry.recordedAt)
    }
    let captured = entry.map { mark($0.recordedAt) } ?? ""
    return later.reversed()
      + [first.map { ReadingText.sentence($0) + (later.isEmpty ? "" : captured) }].compactMap(
        \.self)
  }

  /// Tells of several readings which one counts.
  private func mark(_ instant: Instant) -> String {
    line.counted?.read == instant ? "; this one counts" : ""
  }

  private func bounds(_ bounds: ScoreBounds) -> String? {
    guard bounds.isOpen else { return nil }
    return "\(NumberText.fixed(bounds.best, 4)) to \(NumberText.fixed(bounds.worst, 4))"
  }

  private var window: String? {
    if line.forecast.isUnfalsifiable { return "no day can refute it: it cannot be scored" }
    guard let deadline = line.judgement?.deadline else { return "no end: it cannot be scored" }
    let own =
      line.forecast.window != nil
      ? ", its own" : line.forecast.standingWindow != nil ? ", as its words are read" : ""
    return "by \(deadline.day)\(deadline.zone.map { " (\($0))" } ?? "")\(own)"
  }

  private func citation(_ citation: Citation) -> String {
    ([citation.venue]
      + [
        citation.title, citation.url, citation.published?.edtf,
        citation.document.map { Phrases.evidence(.document($0)) },
      ].compactMap(\.self))
      .joined(separator: ", ")
  }

  private func correction(_ entry: Entry) -> String {
    guard case .correction(let correction) = entry.body else { return "" }
    let names = correction.changes.members.map(\.key).joined(separator: ", ")
    return "\(entry.recordedAt.civilDate) \(names)" + (correction.reason.map { ": \($0)" } ?? "")
  }

  private func withdrawal(_ entry: Entry) -> String {
    guard case .withdrawal(let withdrawal) = entry.body else { return "" }
    let when = withdrawal.said.isUnknown ? "on a day unknown" : withdrawal.said.edtf
    return when + (withdrawal.reason.map { ": \($0)" } ?? "")
  }

  private func json() -> JSONOutput {
    let forecast = line.forecast
    return [
      "forecast": line.json, "question": .string(forecast.question.text),
      "entry": .int(line.number),
      "captured_at": entry.map { .string($0.recordedAt.rfc3339) } ?? .null,
      "deadline": line.judgement?.deadline.map { .string($0.day.description) } ?? .null,
      "wording": forecast.wording.map {
        [
          "quote": .string($0.quote), "form": .string($0.form.rawValue),
          "language": $0.language.map { .string($0) } ?? .null,
        ]
      } ?? .null,
      "baseline": forecast.baseline.map { .double($0.double) } ?? .null,
      "stamp": forecast.stamp.map {
        ["system": .string($0.system), "recorded": .string($0.recorded.edtf)]
      } ?? .null,
      "citations": .array(
        forecast.citations.map {
          [
            "venue": .string($0.venue), "url": $0.url.map { .string($0) } ?? .null,
            "title": $0.title.map { .string($0) } ?? .null,
          ]
        }),
      "rereadings": .array(rereadings.map { .int($0.seq) }),
      "corrections": .array(corrections.map { .int($0.seq) }),
      "withdrawals": .array(withdrawals.map { .int($0.seq) }),
      "notes": .array(notes.map(Phrases.noteJSON)),
    ]
  }
}
