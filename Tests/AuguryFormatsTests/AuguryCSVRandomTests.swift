import Augury
import AuguryFormats
import Foundation
import TestSupport
import Testing

struct AuguryCSVRandomTests {
  @Test(arguments: [false, true])
  func `what the writer writes is read back as it was`(guardFormulas: Bool) throws {
    let seed: UInt64 = 0xC5F1
    var random = SplitMix64(seed: seed)
    var writer = AuguryCSVWriter(guardFormulas: guardFormulas)
    writer.header()
    var written: [RandomForecast] = []
    for number in 0..<5_000 {
      let forecast = try RandomForecast(&random, number: number)
      written.append(forecast)
      for row in forecast.rows { writer.row(row) }
    }
    let file = try AuguryCSVFile(writer.bytes)
    #expect(file.count == written.count)
    for (index, expected) in written.enumerated() {
      let (forecast, places) = (file.forecast(index), file.places(index))
      let question = file.questions[places.question]
      let isSame =
        areSame(forecast, expected.imported) && file.sources[places.source] == expected.source
        && expected.isTold(by: question)
      if !isSame {
        Issue.record("seed \(seed), number \(index): \(expected) became \(forecast), \(question)")
        return
      }
    }
  }

  @Test func `a large file is read as a naive reader reads it`() throws {
    let seed: UInt64 = 0x1A46
    var random = SplitMix64(seed: seed)
    var text = "probability,source,said_on,question,deadline,tags,forecast_key\n"
    for row in 0..<200_000 {
      let number = Int(random.next() % 9_000)
      let day = 1 + Int(random.next() % 28)
      let name = number % 11 == 0 ? "\"Will \"\"it\"\", \(number)\"" : "Will it, in \(number)?"
      let quoted = name.hasPrefix("\"") ? name : "\"\(name)\""
      let key = row % 3 == 0 ? "k\(row)" : ""
      text += "0.\(1 + random.next() % 998),Source \(random.next() % 300),2024-05-"
      text += "\(day < 10 ? "0" : "")\(day),\(quoted),2025-01-\(10 + number % 20),x,\(key)\n"
    }
    let file = try AuguryCSVFile(Array(text.utf8))
    var (sources, questions): ([String: Int], [String: Int]) = ([:], [:])
    let lines = text.split(separator: "\n").dropFirst()
    #expect(file.count == lines.count)
    for (index, line) in lines.enumerated() {
      let cells = naiveCells(line)
      let source = sources[cells[1], default: sources.count]
      sources[cells[1]] = source
      let identity = cells[3] + "\n" + cells[4]
      let question = questions[identity, default: questions.count]
      questions[identity] = question
      let (places, forecast) = (file.places(index), file.forecast(index))
      let isSame =
        places.source == source && places.question == question && file.line(index) == index + 2
        && file.sources[source] == cells[1] && file.questions[question].text == cells[3]
        && file.questions[question].deadline?.day.description == cells[4]
        && forecast.said.edtf == cells[2] && forecast.probability?.text == cells[0]
        && forecast.probability?.double == Double(cells[0]) && forecast.origin == nil
      if !isSame {
        Issue.record("seed \(seed), line \(index + 2): \(line)")
        return
      }
    }
    #expect(file.sources.count == sources.count && file.questions.count == questions.count)
  }

  private func naiveCells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for piece in line.components(separatedBy: "\"").enumerated() {
      if piece.offset > 0 {
        if !isQuoted, piece.offset > 1, cells.last?.isEmpty == false,
          line.components(separatedBy: "\"")[piece.offset - 1].isEmpty
        {
          cells[cells.count - 1] += "\""
        }
        isQuoted.toggle()
      }
      if isQuoted {
        cells[cells.count - 1] += piece.element
      } else {
        let parts = piece.element.components(separatedBy: ",")
        cells[cells.count - 1] += parts[0]
        cells += parts.dropFirst()
      }
    }
    return cells
  }

  @Test func `mutated files are read or refused, and never crash`() throws {
    let seed: UInt64 = 0xFA11
    var random = SplitMix64(seed: seed)
    let pieces =
      AuguryCSVColumn.allCases.map { Array($0.name.utf8) }
      + [
        "", ",", "\"", "\"\"", "\n", "\r", ";", "\\", "=", " ", "unknown", "2025-02-30",
        "2025-01-01",
        "50%", "0.5", "1", "yes", "no", "date", "numeric", "é", "\0", "1e-400", "x://",
      ].map { Array($0.utf8) }
    var taken = 0
    for round in 0..<20_000 {
      var writer = AuguryCSVWriter(guardFormulas: false)
      writer.header()
      for number in 0..<3 {
        let number = 3 * Int(random.next() % 1000) + number
        for row in try RandomForecast(&random, number: number).rows { writer.row(row) }
      }
      var bytes = writer.bytes
      for _ in 0..<random.next() % 4 {
        let start = Int(random.next() % UInt64(bytes.count))
        let end = min(bytes.count, start + Int(random.next() % 6))
        bytes.replaceSubrange(start..<end, with: pieces[Int(random.next() % UInt64(pieces.count))])
      }
      do throws(AuguryCSVError) {
        let file = try AuguryCSVFile(bytes)
        taken += 1
        for index in 0..<file.count {
          let forecast = file.forecast(index)
          let (places, line) = (file.places(index), file.line(index))
          guard places.source < file.sources.count, places.question < file.questions.count,
            line > 1, forecast.parts.isEmpty || forecast.probability == nil
          else {
            Issue.record("seed \(seed), round \(round)")
            return
          }
        }
      } catch {
        guard error.place.line >= 1, error.place.column >= 1, !error.what.isEmpty,
          !error.remedy.isEmpty
        else {
          Issue.record("seed \(seed), round \(round): \(error)")
          return
        }
      }
    }
    #expect(taken > 1_000)
  }
}

/// A forecast with its question, of any kind and with strange texts.
struct RandomForecast: Sendable {
  var source: String
  var question: Question
  var outcome: Outcome?
  var known: CivilDate?
  var forecast: Forecast
  var withdrawn: SaidTime?

  var rows: [AuguryCSVRow] {
    AuguryCSVRow.rows(
      forecast, on: question, by: source, outcome: outcome, known: known, withdrawn: withdrawn)
  }

  /// What a file should tell of the forecast.
  var imported: ImportedForecast {
    var imported = ImportedForecast(said: forecast.said)
    imported.isNegated = forecast.isNegated
    imported.probability = forecast.probability
    imported.parts = forecast.parts
    imported.wording = forecast.wording
    imported.citations = forecast.citations
    imported.baseline = forecast.baseline
    imported.stamp = forecast.stamp
    imported.origin = forecast.origin
    imported.window = forecast.window
    imported.withdrawn = withdrawn
    return imported
  }

  func isTold(by other: ImportedQuestion) -> Bool {
    other.text == question.text && other.kind == question.kind && other.origin == question.origin
      && other.deadline == question.deadline && other.options == question.options
      && other.unit == question.unit && other.event == question.event
      && other.tags == question.tags && other.outcome == outcome && other.known == known
  }

  init(_ random: inout SplitMix64, number: Int) throws {
    let kind = QuestionKind.allCases[number % QuestionKind.allCases.count]
    let options = (0..<2 + number % 4).map {
      "\($0);\\ \"o\"=\n" + String(repeating: " ", count: $0)
    }
    let system = number % 3 == 0 ? "s\(number % 4)" : nil
    let day = try CivilDate(year: 2000 + number % 30, month: 1 + number % 12, day: 1 + number % 28)
    source = random.strange("S") + "\(number % 40)"
    question = Question(
      id: Identifier(.question, random: 1, UInt64(number)), kind: kind,
      text: "Q \(number) \(random.strange("?"))",
      deadline: number % 2 == 0
        ? Deadline(day: day, zone: number % 4 == 0 ? "Europe/Rome" : nil) : nil,
      options: kind == .categorical || kind == .ordered ? options : [],
      unit: kind == .numeric ? "m" : nil, event: number % 5 == 0 ? random.strange("e") : nil,
      tags: (0..<number % 3).map { "t\($0)" + random.strange(";") },
      origin: system.map { Origin(system: $0, key: "\(number)") })
    outcome = try Self.outcome(&random, of: question, day: day)
    known = outcome != nil && number % 7 == 0 ? day : nil
    let times = [
      "2024-02-29", "2024-05", "202X", "", "2024-05-06T07:08:09.123Z", "2024-01/2024-03",
    ]
    forecast = Forecast(
      id: Identifier(.forecast, random: 2, UInt64(number)), question: question.id,
      source: Identifier(.source, random: 3, 4), said: try SaidTime(edtf: times[number % 6]),
      isNegated: random.next() % 4 == 0)
    if kind == .binary, number % 9 != 0 { forecast.probability = try random.fraction() }
    if kind != .binary { forecast.parts = try random.parts(kind, options, day) }
    if random.next() % 3 == 0 {
      forecast.wording = Wording(
        quote: random.strange("\"quote,\r\n\"") + "q", language: number % 2 == 0 ? "pt-BR" : nil,
        form: WordingForm.allCases[number % 3])
    }
    forecast.citations = (0..<Int(random.next() % 3)).map {
      Citation(venue: "v=\($0)" + random.strange(";"), url: $0 == 1 ? nil : "https://x/;=\\\($0)")
    }
    if random.next() % 3 == 0 { forecast.baseline = try random.fraction() }
    if random.next() % 3 == 0 {
      forecast.window = Window(default: day, zone: number % 2 == 0 ? "Europe/Rome" : nil)
    }
    if random.next() % 4 == 0 { withdrawn = try SaidTime(edtf: times[number % 5]) }
    guard let system else { return }
    if number % 2 == 0 {
      forecast.stamp = Stamp(system: system, recorded: try SaidTime(edtf: "2024-06-07"))
    }
    if number % 4 != 0 { forecast.origin = Origin(system: system, key: "f\(number)") }
  }

  private static func outcome(
    _ random: inout SplitMix64, of question: Question, day: CivilDate
  ) throws -> Outcome? {
    switch (random.next() % 6, question.kind) {
    case (0, _): return nil
    case (1, _): return .ambiguous
    case (2, _): return .annulled
    case (let roll, .binary):
      return [.cannotHappen, .notSeen(through: day), .happened(day), .happened(nil)][
        Int((roll + random.next()) % 4)]
    case (_, .categorical), (_, .ordered): return .option(question.options[0])
    case (_, .numeric): return .number(try DecimalText(parsing: "-12.50"))
    case (_, .date): return .date(day)
    }
  }
}

extension SplitMix64 {
  /// A text with what CSV and lists have to hide.
  fileprivate mutating func strange(_ text: String) -> String {
    let pieces = ["", ",", "\"", ";", "\\", "=", "é", "日本", "\n", "a b", "\\;", " x"]
    let starts = ["", "", "", "=", "'", "''-", "'@\t", "'\u{FE0F}+", "-1", "'1", "\t", "'\"'="]
    return starts[Int(next() % 12)] + text + pieces[Int(next() % 12)] + pieces[Int(next() % 12)]
  }

  fileprivate mutating func fraction() throws -> Probability {
    let texts = ["0", "1", ".5", "0.50", "1e-3", "0.\(next() % 1_000_000)", "0.12345678901234567"]
    return try Probability(fraction: texts[Int(next() % 7)])
  }

  fileprivate mutating func parts(
    _ kind: QuestionKind, _ options: [String], _ day: CivilDate
  ) throws -> [DistributionPart] {
    switch kind {
    case .binary: return []
    case .categorical, .ordered:
      // Parts of the whole in the order of the options, so that the file meets them in it.
      let share = 1 / Double(options.count)
      return try options.map { .option($0, try Probability(fraction: "\(share)")) }
    case .numeric, .date:
      let count = 1 + Int(next() % 9)
      let levels = try (1...count).map { try DecimalText(parsing: "0.\($0)") }
      var parts: [DistributionPart] = try levels.enumerated().map { index, level in
        kind == .numeric
          ? .quantile(level, value: try DecimalText(parsing: "\(index * 3 - 5).50"))
          : .dateQuantile(level, value: CivilDate(dayNumber: day.dayNumber + index))
      }
      parts.shuffle(using: &self)
      return parts
    }
  }
}
