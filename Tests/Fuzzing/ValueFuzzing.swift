import Augury

/// The parsers of single values.
enum ValueFuzzing {
  static func date(_ text: String) {
    for today in [CivilDate(dayNumber: 21_243), .earliest, .latest] {
      guard let span = try? DatePhrase.parse(text, today: today) else { continue }
      precondition(span.first <= span.last)
      let said = try? SaidTime(edtf: span.edtf)
      precondition(said?.firstDay == span.first && said?.lastDay == span.last)
    }
    if let said = try? SaidTime(edtf: text), let first = said.firstDay, let last = said.lastDay {
      precondition(first <= last)
    }
    _ = try? CivilDate(iso: text)
    _ = try? Instant(rfc3339: text)
  }

  static func number(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    if let probability = try? Probability(parsing: text) { check(probability) }
    if let probability = try? Probability(fraction: text) { check(probability) }
    bytes.withUnsafeBufferPointer { bytes in
      if let probability = try? Probability(fractionBytes: bytes) { check(probability) }
      _ = try? DecimalText.parseBytes(bytes)
    }
    _ = try? DecimalText(parsing: text)
  }

  private static func check(_ probability: Probability) {
    precondition((0...1).contains(probability.double))
  }
}
