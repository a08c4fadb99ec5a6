import Augury

/// The readers of words, and what holds of every reading.
enum WordFuzzing {
  static func chance(_ text: String) {
    let reader = ChanceReader.standard
    var end = 0
    for reading in reader.find(in: text) {
      checkSpan(reading.span, in: text, from: end)
      end = reading.span.upperBound
      reading.meaning.map(check)
    }
    reader.phrase(text)?.meaning.map(check)
    _ = reader.reading(of: text)
  }

  private static func check(_ meaning: ChanceMeaning) {
    precondition(0 <= meaning.low && meaning.low <= meaning.high && meaning.high <= 1)
    precondition(0 <= meaning.mean && meaning.mean <= 1 && meaning.variance >= 0)
  }

  /// Days of reference: an ordinary one, a leap day, and both ends of the calendar.
  private static let days = [
    CivilDate(dayNumber: 20_618), CivilDate(dayNumber: 21_243), .earliest, .latest,
  ]

  /// The length of the text chooses the day of reference, so that an input says all.
  static func horizon(_ text: String) {
    let length = text.utf8.count
    let options = HorizonOptions(
      monthComesFirst: length % 3 != 0, fiscalYearStart: length % 5 == 0 ? 10 : 1,
      prefersFuture: length % 2 == 0)
    let reader = HorizonReader(reference: days[length % days.count], options: options)
    var end = 0
    for reading in reader.find(in: text) {
      checkSpan(reading.span, in: text, from: end)
      end = reading.span.upperBound
      check(reading)
    }
    if let reading = reader.phrase(text) { check(reading) }
  }

  private static func check(_ reading: HorizonReading) {
    if let from = reading.from, let until = reading.until { precondition(from < until) }
    guard reading.kind != .unfalsifiable else { return }
    let said = try? SaidTime(edtf: reading.edtf)
    precondition(said?.firstDay == reading.from && said?.lastDay == reading.window.last)
  }

  static func reading(_ text: String) {
    let length = text.utf8.count
    let day = days[length % days.count]
    for said in [SaidTime(day), .unknown] {
      let reading = WordingReader().reading(
        of: Wording(quote: text), said: said, captured: day, isNegated: length % 3 == 0)
      reading?.chance?.meaning.map(check)
      guard let horizon = reading?.horizon else { continue }
      precondition((horizon.window == nil) == (horizon.kind == .unfalsifiable))
      if let edtf = horizon.edtf { precondition((try? SaidTime(edtf: edtf)) != nil) }
    }
  }

  /// Readings stand in order, and on whole characters.
  private static func checkSpan(_ span: Range<Int>, in text: String, from start: Int) {
    precondition(span.lowerBound >= start && !span.isEmpty && span.upperBound <= text.utf8.count)
    for offset in [span.lowerBound, span.upperBound] {
      let index = text.utf8.index(text.startIndex, offsetBy: offset)
      precondition(String.Index(index, within: text.unicodeScalars) != nil)
    }
  }
}
