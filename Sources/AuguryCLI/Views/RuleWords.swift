import Augury
import AuguryRendering

extension Rule {
  /// What it looks for and where, in words.
  var words: String {
    switch test {
    case .value(let value):
      "\(value.words) in \(place.words)" + (value.date.map { ", with its day in \($0)" } ?? "")
    case .words(let words): "\(Sentence.list(words.map { "“\($0)”" })) in \(place.words)"
    case .answer: "the answer of \(place.words)"
    }
  }

  /// How often it looks, in words.
  var interval: String { "every \(SpanInput.words(hours: everyHours))" }

  /// What becomes of what it finds, in words.
  var consequence: String { isAutomatic ? "recorded at once" : "proposed" }

  /// The rule in one line.
  var line: String { "\(words); \(interval), \(consequence)" }

  /// The rule as a JSON value.
  var json: JSONOutput {
    var (file, url, command) = (JSONOutput.null, JSONOutput.null, JSONOutput.null)
    switch place {
    case .file(let path): file = .string(path)
    case .url(let address): url = .string(address)
    case .command(let words): command = .array(words.map { .string($0) })
    }
    var (value, words) = (JSONOutput.null, JSONOutput.null)
    switch test {
    case .value(let wanted): value = wanted.json
    case .words(let wanted): words = .array(wanted.map { .string($0) })
    case .answer: break
    }
    return [
      "file": file, "url": url, "command": command, "value": value, "words": words,
      "auto": .bool(isAutomatic), "every_hours": .int(Int64(everyHours)),
    ]
  }
}

extension RulePlace {
  fileprivate var words: String {
    switch self {
    case .file(let path): path
    case .url(let address): address
    case .command(let words): "`\(words.map(Environment.quoted).joined(separator: " "))`"
    }
  }
}

extension RuleValue {
  fileprivate var words: String {
    let records = rows.map { " of \($0)" } ?? ""
    return "\(value)\(records) \(comparison.words) \(threshold.text)"
  }

  fileprivate var json: JSONOutput {
    [
      "form": .string(form.rawValue), "rows": rows.map { .string($0) } ?? .null,
      "value": .string(value), "date": date.map { .string($0) } ?? .null,
      "comparison": .string(comparison.rawValue), "threshold": .string(threshold.text),
    ]
  }
}

extension RuleComparison {
  fileprivate var words: String {
    switch self {
    case .above: "above"
    case .atLeast: "at least"
    case .below: "below"
    case .atMost: "at most"
    case .equals: "equal to"
    }
  }
}
