import Augury
import AuguryRendering
import AuguryStore

/// What moved when words were read anew.
struct RereadView {
  /// Forecasts whose words moved in the same way.
  private struct Group {
    var words: String
    var before: String
    var after: String
    var count = 0
  }

  /// How many groups a table shows.
  private static let limit = 25

  private let count: Int
  private let moved: [SecondLook.Glance]
  private let title: String?
  private let entries: ClosedRange<Int64>?

  /// Creates the view of a second look, with the entries that it wrote.
  init(_ look: SecondLook, by title: String?, entries: ClosedRange<Int64>?) {
    count = look.glances.count
    moved = look.moved
    self.title = title
    self.entries = entries
  }

  /// The answer; rows are made only where they are asked for, since there can be many.
  func answer(_ format: OutputFormat) -> Answer {
    let header = ["forecast", "part", "words", "before", "after", "late"]
    let rows = format == .csv ? [header] + moved.flatMap(fields) : []
    var answer = Answer(json: whole(), rows: rows) { [self] width, style in text(width, style) }
    answer.items = { [self] in moved.map(json) }
    return answer
  }

  private func whole() -> JSONOutput {
    [
      "scale": title.map { .string($0) } ?? .null, "read": .int(Int64(count)),
      "moved": .array(moved.map(json)),
      "entries": entries.map { [.int($0.lowerBound), .int($0.upperBound)] } ?? .null,
    ]
  }

  private func text(_ width: Int?, _ style: Styler) -> String {
    let stay = count - moved.count
    let by = title.map { " by \($0)" } ?? ""
    var text =
      "Read \(Sentence.count(count, "quote"))\(by): "
      + "\(NumberText.grouped(moved.count)) moved, \(NumberText.grouped(stay)) stay.\n"
    guard !moved.isEmpty else { return text }
    let late = moved.count { $0.isLate }
    if late > 0 {
      let scores = late == 1 ? "its score stays as it is" : "their scores stay as they are"
      text += "The outcome of \(NumberText.grouped(late)) of them was known: \(scores).\n"
    }
    let groups = self.groups()
    text += "\n" + table(groups.prefix(RereadView.limit)).render(width: width, style: style)
    if groups.count > RereadView.limit {
      text +=
        style.styled(
          "\(groups.count - RereadView.limit) more ways of moving; --format csv lists all.", .dim)
        + "\n"
    }
    guard let entries else { return text + "\nNothing was recorded.\n" }
    let range =
      entries.count == 1
      ? "\(entries.lowerBound)" : "\(entries.lowerBound)-\(entries.upperBound)"
    return text + "\n" + style.styled("Undo with: augury undo \(range)", .dim) + "\n"
  }

  private func table(_ groups: some Sequence<Group>) -> TextTable {
    var table = TextTable(columns: [
      .init("words", minimumWidth: 10, fit: .wrapped),
      .init("was", minimumWidth: 12, fit: .wrapped),
      .init("is now", minimumWidth: 12, fit: .wrapped),
      .init("forecasts", alignment: .trailing),
    ])
    for group in groups {
      table.append([
        .init(group.words), .init(group.before), .init(group.after),
        .init(NumberText.grouped(group.count)),
      ])
    }
    return table
  }

  /// The ways of moving, the most frequent first.
  private func groups() -> [Group] {
    var groups: [String: Group] = [:]
    for glance in moved {
      for part in parts(glance) {
        let key = Words.line([part.words.lowercased(), part.before, part.after])
        groups[key, default: Group(words: part.words, before: part.before, after: part.after)]
          .count += 1
      }
    }
    return groups.values.sorted {
      ($1.count, $0.words, $0.before, $0.after) < ($0.count, $1.words, $1.before, $1.after)
    }
  }

  private typealias Part = (name: String, words: String, before: String, after: String)

  /// What moved of one forecast: the chance, the horizon, or both.
  private func parts(_ glance: SecondLook.Glance) -> [Part] {
    let (old, new) = (glance.worded.forecast.reading, glance.reading)
    var parts: [Part] = []
    if old?.chance != new?.chance {
      let words = new?.chance?.words ?? old?.chance?.words ?? ""
      parts.append(("chance", words, RereadView.told(old?.chance), RereadView.told(new?.chance)))
    }
    if old?.horizon != new?.horizon {
      let words = new?.horizon?.words ?? old?.horizon?.words ?? ""
      parts.append(("horizon", words, RereadView.told(old?.horizon), RereadView.told(new?.horizon)))
    }
    return parts
  }

  private static func told(_ chance: ReadChance?) -> String {
    guard let chance else { return "not read" }
    guard let meaning = chance.scored else { return "a hedge" }
    return "\(ReadingText.range(meaning)) (\(ReadingText.origin(chance)))"
  }

  private static func told(_ horizon: ReadHorizon?) -> String {
    guard let horizon else { return "not read" }
    guard let window = horizon.window else { return "no day can refute it" }
    return ReadingText.days(window)
  }

  private func fields(_ glance: SecondLook.Glance) -> [[String]] {
    parts(glance).map {
      [
        glance.worded.forecast.id.text, $0.name, $0.words, $0.before, $0.after,
        glance.isLate ? "yes" : "no",
      ]
    }
  }

  private func json(_ glance: SecondLook.Glance) -> JSONOutput {
    [
      "forecast": .string(glance.worded.forecast.id.text),
      "quote": .string(glance.worded.forecast.wording?.quote ?? ""),
      "before": glance.worded.forecast.reading.map(ReadingText.json) ?? .null,
      "after": glance.reading.map(ReadingText.json) ?? .null, "late": .bool(glance.isLate),
    ]
  }
}
