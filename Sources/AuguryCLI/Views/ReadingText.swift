import Augury
import AuguryRendering
import Lexicons

/// The sentences in which readings are told.
enum ReadingText {
  /// What was read, and by which table: `likely → read as 60–90 % (CAPphrase 2026)`.
  static func sentence(_ reading: Reading) -> String {
    [reading.chance.map(chance), reading.horizon.map(horizon)].compactMap(\.self)
      .joined(separator: "; ")
  }

  static func chance(_ chance: ReadChance) -> String {
    guard let meaning = chance.scored else {
      return "\(words(chance.words)) → a hedge: recorded, not scored"
    }
    return
      "\(words(chance.words)) → read as \(range(meaning))\(against(chance)) (\(origin(chance)))"
  }

  static func horizon(_ horizon: ReadHorizon) -> String {
    guard let window = horizon.window else {
      return "\(words(horizon.words)) → no day can refute it: recorded, not scored"
    }
    return "\(words(horizon.words)) → \(days(window))\(note(horizon))"
  }

  /// What was filled in, where the days themselves do not show it.
  private static func note(_ horizon: ReadHorizon) -> String {
    if horizon.kind == .vague { return " (our convention)" }
    let isShown = horizon.window?.strict != nil || horizon.window?.generous != nil
    guard let reason = horizon.reason, !isShown || horizon.isCounted else { return "" }
    return " (\(reason))"
  }

  /// The last days of a window: `by 2023-06-19, strict 05-27, generous 08-18`.
  static func days(_ window: Window) -> String {
    func near(_ day: CivilDate) -> String {
      let text = "\(day)"
      return day.year == window.default.year ? String(text.dropFirst(5)) : text
    }
    return "by \(window.default)" + (window.strict.map { ", strict \(near($0))" } ?? "")
      + (window.generous.map { ", generous \(near($0))" } ?? "")
  }

  /// The interval: `60–90 %`, or one figure for a number.
  static func range(_ meaning: ChanceMeaning) -> String {
    guard meaning.low < meaning.high else { return "\(ChanceText.percent(meaning.mean)) %" }
    return "\(ChanceText.percent(meaning.low))–\(ChanceText.percent(meaning.high)) %"
  }

  /// The words with their range beside them: `likely (60–90 %)`.
  static func beside(_ chance: ReadChance) -> String {
    guard let meaning = chance.scored else { return "\(words(chance.words)) (a hedge)" }
    let range = range(meaning) + against(chance)
    return chance.kind == .number ? range : "\(words(chance.words)) (\(range))"
  }

  /// What says that a chance is one of the opposite of its words.
  private static func against(_ chance: ReadChance) -> String {
    chance.isOpposite ? " against" : ""
  }

  /// The table or the rule that gave the figures.
  static func origin(_ chance: ReadChance) -> String {
    guard let table = chance.table else {
      switch chance.kind {
      case .number: return "its own number"
      case .assertion: return "a flat assertion"
      case .verbal, .hedge: return "no table"
      }
    }
    let builtIn = Lexicon.builtIn.first { $0.id == table.id && $0.version == table.version }
    let title = builtIn?.title.split(separator: " (").first.map(String.init)
    return title ?? "\(table.id) \(table.version)"
  }

  /// Words on one line, shortened where they are many.
  private static func words(_ text: String) -> String {
    Words.line(text.split(whereSeparator: \.isWhitespace).map(String.init)).clipped(to: 60)
  }

  static func json(_ reading: Reading) -> JSONOutput {
    [
      "chance": reading.chance.map(json) ?? .null, "horizon": reading.horizon.map(json) ?? .null,
    ]
  }

  private static func json(_ chance: ReadChance) -> JSONOutput {
    [
      "words": .string(chance.words), "kind": .string(chance.kind.rawValue),
      "low": .optional(chance.meaning?.low), "high": .optional(chance.meaning?.high),
      "mean": .optional(chance.meaning?.mean), "variance": .optional(chance.meaning?.variance),
      "table": chance.table.map { .string($0.id) } ?? .null,
      "version": chance.table.map { .string($0.version) } ?? .null,
      "row": chance.row.map { .string($0) } ?? .null,
      "rules": .array(chance.rules.map { .string($0) }),
    ]
  }

  private static func json(_ horizon: ReadHorizon) -> JSONOutput {
    func day(_ day: CivilDate?) -> JSONOutput { day.map { .string($0.description) } ?? .null }
    return [
      "words": .string(horizon.words), "kind": .string(horizon.kind.rawValue),
      "default": day(horizon.window?.default),
      "strict": day(horizon.window?.strict ?? horizon.window?.default),
      "generous": day(horizon.window?.generous ?? horizon.window?.default),
      "edtf": horizon.edtf.map { .string($0) } ?? .null,
      "reason": horizon.reason.map { .string($0) } ?? .null,
      "rules": .array(horizon.rules.map { .string($0) }), "version": .int(horizon.version),
    ]
  }
}
