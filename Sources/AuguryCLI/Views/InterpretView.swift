import Augury
import AuguryRendering

/// Prints what the words of a text were taken to mean.
struct InterpretView {
  private let reading: TextReading

  init(_ reading: TextReading) { self.reading = reading }

  func answer() -> Answer {
    Answer(json: json(), rows: fields()) { width, style in text(width, style) }
  }

  func json(id: JSONOutput? = nil) -> JSONOutput {
    var members: [(String, JSONOutput)] = id.map { [("id", $0)] } ?? []
    members += [
      ("text", .string(reading.text)), ("reference", .string(reading.reference.description)),
      ("chances", .array(reading.chances.map(json))),
      ("horizons", .array(reading.horizons.map(json))),
    ]
    return .object(members)
  }

  private func json(_ chance: ChanceReading) -> JSONOutput {
    [
      "span": span(chance.span), "words": .string(reading.words(chance.span)),
      "kind": .string(chance.kind.rawValue),
      "low": .optional(chance.low), "high": .optional(chance.high),
      "mean": .optional(chance.mean), "variance": .optional(chance.variance),
      "table": chance.table.map { .string($0.id) } ?? .null,
      "version": chance.table.map { .string($0.version) } ?? .null,
      "row": chance.row.map { .string($0) } ?? .null, "negated": .bool(chance.isNegated),
      "rules": .array(chance.rules.map { .string($0) }),
    ]
  }

  private func json(_ horizon: HorizonReading) -> JSONOutput {
    [
      "span": span(horizon.span), "words": .string(reading.words(horizon.span)),
      "kind": .string(horizon.kind.rawValue), "boundary": .string(horizon.boundary.rawValue),
      "window": json(horizon.window), "strict": json(horizon.strict),
      "generous": json(horizon.generous), "named": json(horizon.named),
      "edtf": .string(horizon.edtf), "assumed": .bool(horizon.isAssumed),
      "reason": horizon.reason.map { .string($0) } ?? .null,
      "rules": .array(horizon.rules.map { .string($0) }),
    ]
  }

  private func json(_ days: DayInterval) -> JSONOutput {
    [
      "from": days.from.map { .string($0.description) } ?? .null,
      "until": days.until.map { .string($0.description) } ?? .null,
    ]
  }

  private func span(_ span: Range<Int>) -> JSONOutput {
    [.int(Int64(span.lowerBound)), .int(Int64(span.upperBound))]
  }

  private func fields() -> [[String]] {
    let chances = reading.chances.map {
      ["chance", reading.words($0.span), ChanceText.meaning($0), ChanceText.origin($0)]
    }
    let horizons = reading.horizons.map {
      ["horizon", reading.words($0.span), HorizonText.meaning($0), HorizonText.origin($0)]
    }
    return [["of", "words", "read as", "because"]] + chances + horizons
  }

  private func text(_ width: Int?, _ style: Styler) -> String {
    let rows = fields().dropFirst()
    guard !rows.isEmpty else { return "No chance and no horizon was found in these words.\n" }
    var table = TextTable(columns: [
      .init("of"), .init("words", minimumWidth: 12, fit: .wrapped),
      .init("read as", minimumWidth: 16, fit: .wrapped),
      .init("because", minimumWidth: 16, fit: .wrapped),
    ])
    for row in rows { table.append(row.map { .init($0) }) }
    return table.render(width: width, style: style)
  }
}

/// The reading of a chance in words.
enum ChanceText {
  static func meaning(_ chance: ChanceReading) -> String {
    guard let low = chance.low, let high = chance.high, let mean = chance.mean else {
      return "no forecast: recorded, not scored"
    }
    guard low < high else { return "\(percent(low)) %" }
    return "\(percent(low))–\(percent(high)) %, expected \(percent(mean)) %"
  }

  static func origin(_ chance: ChanceReading) -> String {
    switch (chance.table, chance.row) {
    case (let table?, let row?): "\(table.id): \"\(row)\""
    case (let table?, nil): table.id
    default: chance.kind == .assertion ? "a flat assertion" : chance.kind.rawValue
    }
  }

  static func percent(_ fraction: Double) -> String {
    let whole = NumberText.fixed(fraction, 0, scaledByPower: 2)
    let one = NumberText.fixed(fraction, 1, scaledByPower: 2)
    return one.hasSuffix(".0") ? whole : one
  }
}

/// The reading of a horizon in words.
enum HorizonText {
  static func meaning(_ horizon: HorizonReading) -> String {
    guard horizon.kind != .unfalsifiable else { return "no deadline: cannot be refuted" }
    return days(horizon.window)
  }

  static func origin(_ horizon: HorizonReading) -> String {
    guard horizon.kind == .vague else { return horizon.reason ?? "the calendar" }
    return "a convention: strict \(end(horizon.strict)), generous \(end(horizon.generous))"
  }

  /// The days of a window, both ends inclusive.
  static func days(_ days: DayInterval) -> String {
    switch (days.from, days.until?.adding(days: -1)) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
    case (let first?, nil): "from \(first) on"
    case (nil, let last?): "up to \(last)"
    case (nil, nil): "any day"
    }
  }

  private static func end(_ days: DayInterval) -> String {
    days.until.map { "to \($0.adding(days: -1))" } ?? "open"
  }
}

extension JSONOutput {
  /// Creates the output of a value that was read.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .bool(flag)
    case .integer(let integer): self = .int(integer)
    case .number(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .array(let items): self = .array(items.map { JSONOutput($0) })
    case .object(let object):
      self = .object(object.members.map { ($0.key, JSONOutput($0.value)) })
    }
  }

  /// A number, or null for none.
  static func optional(_ value: Double?) -> JSONOutput { value.map { .double($0) } ?? .null }
}
