package import Augury

/// What a source said, day by day, when it was last read.
///
/// By it a rewritten past is found out, and days that a source no longer shows still count. Its
/// keeper stores ``text`` with the rule, and forgets it when the question gets another rule.
package struct RuleMemory: Sendable, Equatable {
  /// The first day from which on the source was seen without a gap between two readings.
  package var from: CivilDate
  /// The last day seen.
  package var through: CivilDate
  /// The number of each day on which the question was open, in its canonical form.
  package var values: [CivilDate: String]

  /// Creates a memory.
  package init(from: CivilDate, through: CivilDate, values: [CivilDate: String]) {
    self.from = from
    self.through = through
    self.values = values
  }

  /// The memory as text: the two days, then one line for each day with its number.
  package var text: String {
    var text = "\(from) \(through)\n"
    for (day, value) in values.sorted(by: { $0.key < $1.key }) { text += "\(day) \(value)\n" }
    return text
  }

  /// Creates the memory that a text holds; nothing when it is not one that ``text`` wrote.
  package init?(text: String) {
    var lines = text.split(separator: "\n").map { $0.split(separator: " ") }[...]
    guard let first = lines.popFirst(), first.count == 2, let from = try? CivilDate(iso: first[0]),
      let through = try? CivilDate(iso: first[1])
    else { return nil }
    var values: [CivilDate: String] = [:]
    for line in lines {
      guard line.count == 2, let day = try? CivilDate(iso: line[0]) else { return nil }
      values[day] = String(line[1])
    }
    self.init(from: from, through: through, values: values)
  }

  /// Returns this memory with what was read now.
  ///
  /// Throws ``RuleError/changed(day:before:now:)`` for the first remembered day, not before the
  /// first one there is now, that has another number or none. Days may be added anywhere.
  func updated(by now: RuleMemory?) throws(RuleError) -> RuleMemory {
    let first = now?.from ?? .earliest
    for (day, before) in values.sorted(by: { $0.key < $1.key })
    where day >= first && now?.values[day] != before {
      throw .changed(day: day, before: before, now: now?.values[day])
    }
    guard let now else { return self }
    return RuleMemory(
      from: now.from <= through ? min(from, now.from) : now.from,
      through: max(through, now.through),
      values: values.merging(now.values) { _, new in new })
  }
}
