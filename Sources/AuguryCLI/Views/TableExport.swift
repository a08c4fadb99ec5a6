import Augury
import AuguryFormats
import AuguryStore

/// The ledger as Augury CSV: each standing forecast with its question's outcome.
struct TableExport {
  private let reading: Reading
  private var writer: AuguryCSVWriter
  private var questions: [Int64: (question: Question, resolution: Resolution?)] = [:]
  private var sources: [Int64: String] = [:]

  init(_ reading: Reading, guardFormulas: Bool) {
    self.reading = reading
    writer = AuguryCSVWriter(guardFormulas: guardFormulas)
  }

  mutating func write() throws {
    writer.header()
    let snapshot = reading.snapshot
    for (number, source, question) in try snapshot.forecastPlaces() {
      guard let forecast = try snapshot.forecast(number) else { continue }
      let asked = try self.question(question)
      for row in AuguryCSVRow.rows(
        forecast, on: asked.question, by: try name(source), outcome: asked.resolution?.outcome,
        known: asked.resolution?.known)
      {
        writer.row(row)
      }
      if writer.bytes.count > 1 << 18 { Terminal.write(bytes: writer.take()) }
    }
    Terminal.write(bytes: writer.take())
  }

  private mutating func question(
    _ number: Int64
  ) throws -> (question: Question, resolution: Resolution?) {
    let snapshot = reading.snapshot
    let number = try snapshot.canonical(number)
    if let known = questions[number] { return known }
    guard let question = try snapshot.fullQuestion(number) else {
      throw LookupError.noSuch("#\(number)", nouns: ["question"])
    }
    var resolution: Resolution?
    if case .resolution(let last)? = try snapshot.resolutions(of: number).last?.body {
      resolution = last
    }
    questions[number] = (question, resolution)
    return (question, resolution)
  }

  private mutating func name(_ number: Int64) throws -> String {
    let number = try reading.snapshot.canonical(number)
    if let known = sources[number] { return known }
    let name = try reading.snapshot.source(number)?.source.name ?? ""
    sources[number] = name
    return name
  }
}
