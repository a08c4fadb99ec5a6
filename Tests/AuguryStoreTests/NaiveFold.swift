import Foundation
import Glibc

/// What stands after each entry, worked out from the bytes of the records alone.
///
/// It is written to be obvious, not quick, and shares no code with the program: it reads records
/// with Foundation and folds them anew for every question it is asked.
final class NaiveFold {
  typealias Row = [String: String]
  typealias Members = [String: Any]

  let records: [Members?]
  private var numbers: [String: Int] = [:]
  private var keys: [String: String] = [:]

  /// Creates the fold over records in order; nothing stands for a redacted one.
  init(_ records: [[UInt8]?]) throws {
    self.records = try records.map { bytes in
      try bytes.flatMap { try JSONSerialization.jsonObject(with: Data($0)) as? Members }
    }
    for (seq, record) in self.records.enumerated() {
      let kinds = ["source", "question", "forecast", "resolution", "note", "batch"]
      guard let kind = record?["kind"] as? String, kinds.contains(kind) else { continue }
      if let id = body(seq)["id"] as? String { numbers[id] = seq }
    }
  }

  func kind(_ seq: Int) -> String { records[seq]?["kind"] as? String ?? "redacted" }

  func body(_ seq: Int) -> Members { records[seq]?["body"] as? Members ?? [:] }

  func number(_ id: Any?) -> Int { (id as? String).flatMap { numbers[$0] } ?? -1 }

  /// The ranges that a retraction names.
  func ranges(_ seq: Int) -> [ClosedRange<Int>] {
    (body(seq)["entries"] as? [[Int]] ?? []).map { $0[0]...$0[1] }
  }

  /// Which of the first entries stand: those that no standing retraction names.
  func standing(through last: Int) -> [Bool] {
    var stands = (0...last).map { records[$0] != nil }
    for seq in stride(from: last, to: 0, by: -1) where stands[seq] && kind(seq) == "retraction" {
      for range in ranges(seq) { for named in range where named <= last { stands[named] = false } }
    }
    return stands
  }

  /// The rows that stand after an entry, by table.
  func tables(through last: Int) -> [String: [Row]] {
    let stands = standing(through: last)
    var tables: [String: [Row]] = [:]
    for seq in 0...last where records[seq] != nil {
      if let id = body(seq)["id"] as? String, numbers[id] == seq {
        tables["identifier", default: []].append(["id": text(id), "number": "\(seq)"])
      }
      guard stands[seq] else { continue }
      let acts = (seq...last).filter { stands[$0] && $0 > seq && subject($0) == seq }
      switch kind(seq) {
      case "source": addSource(seq, acts, &tables)
      case "question": addQuestion(seq, acts, &tables)
      case "forecast": addForecast(seq, acts, &tables)
      case "resolution": tables["resolution", default: []].append(resolution(seq))
      default: tables["act", default: []] += self.acts(seq)
      }
    }
    tables["moment"] = moments(through: last)
    return tables
  }

  /// What stands for each source and question after merging; nothing when merges run in a circle.
  func canonical(through last: Int) -> [Int: Int]? {
    let stands = standing(through: last)
    var merges: [Int: Int] = [:]
    for seq in 0...last where stands[seq] && kind(seq) == "merge" {
      merges[number(body(seq)["from"])] = number(body(seq)["into"])
    }
    var canonical: [Int: Int] = [:]
    for seq in 0...last where ["source", "question"].contains(kind(seq)) {
      var current = seq
      var seen: Set<Int> = [seq]
      while let next = merges[current] {
        guard seen.insert(next).inserted else { return nil }
        current = next
      }
      canonical[seq] = current
    }
    return canonical
  }

  private func subject(_ seq: Int) -> Int {
    let body = body(seq)
    return switch kind(seq) {
    case "alias": number(body["source"])
    case "correction": number(body["subject"])
    case "reading": number(body["forecast"])
    case "amendment", "tagging", "assignment": number(body["question"])
    default: -1
    }
  }

  private func changed(_ body: Members, by act: Int) -> Members {
    var body = body
    for (name, value) in self.body(act)["changes"] as? Members ?? [:] {
      body[name] = value is NSNull ? nil : value
    }
    return body
  }

  private func addSource(_ seq: Int, _ acts: [Int], _ tables: inout [String: [Row]]) {
    var body = body(seq)
    var aliases: [String] = []
    for act in acts {
      if kind(act) == "alias" { aliases.append(self.body(act)["name"] as? String ?? "") }
      if kind(act) == "correction" { body = changed(body, by: act) }
    }
    tables["source", default: []].append(
      ["number": "\(seq)", "name": text(body["name"]), "kind": text(body["kind"])])
    var seen: Set<String> = []
    for name in [body["name"] as? String ?? ""] + aliases where seen.insert(key(name)).inserted {
      tables["source_name", default: []].append(
        ["key": text(key(name)), "source": "\(seq)", "name": text(name)])
    }
  }

  private func addQuestion(_ seq: Int, _ acts: [Int], _ tables: inout [String: [Row]]) {
    var body = body(seq)
    var tags = Set(body["tags"] as? [String] ?? [])
    var moves = 0
    for act in acts {
      let change = self.body(act)
      switch kind(act) {
      case "correction": body = changed(body, by: act)
      case "assignment": body["event"] = change["event"]
      case "tagging":
        tags.formUnion(change["added"] as? [String] ?? [])
        tags.subtract(change["removed"] as? [String] ?? [])
      default:
        moves += 1
        guard let deadline = change["deadline"] else { continue }
        body["deadline"] = deadline
        body["zone"] = change["zone"]
      }
    }
    tables["question", default: []].append([
      "number": "\(seq)", "kind": text(body["kind"]), "text": text(body["text"]),
      "deadline": day(body["deadline"]), "zone": text(body["zone"]), "event": text(body["event"]),
      "system": text(body["system"]), "system_key": text(body["key"]), "moves": "\(moves)",
    ])
    for tag in tags { tables["tag", default: []].append(["question": "\(seq)", "tag": text(tag)]) }
  }

  private func addForecast(_ seq: Int, _ acts: [Int], _ tables: inout [String: [Row]]) {
    var body = body(seq)
    var (version, read) = (seq, seq)
    for act in acts {
      if kind(act) == "reading" {
        body["reading"] = self.body(act)["reading"]
        read = act
      } else {
        body = changed(body, by: act)
        version = act
      }
    }
    let quote = (body["wording"] as? Members)?["quote"] as? String ?? ""
    let reading = quote.isEmpty ? nil : body["reading"] as? Members
    let horizon = reading?["horizon"] as? Members
    if let reading { tables["reading", default: []].append(row(seq, body, reading, read)) }
    let said = NaiveTime.bounds(body["said"] as? String ?? "")
    let window = body["window"] as? Members ?? horizon?["window"] as? Members ?? [:]
    let stamp = (body["stamp"] as? Members)?["recorded"] as? String
    tables["forecast", default: []].append([
      "number": "\(seq)", "source": "\(number(body["source"]))",
      "question": "\(number(body["question"]))", "said_from": integer(said.from),
      "said_until": integer(said.until), "probability": real(body["probability"]),
      "negated": body["negated"] as? Bool == true ? "1" : "0", "strict_day": day(window["strict"]),
      "default_day": day(window["default"]), "generous_day": day(window["generous"]),
      "zone": text(window["zone"]), "baseline": real(body["baseline"]),
      "stamped_until": integer(stamp.flatMap { NaiveTime.bounds($0).until }),
      "recorded_at": recorded(seq), "version_at": recorded(version),
    ])
    for (position, part) in (body["parts"] as? [Members] ?? []).enumerated() {
      let value = part["option"] != nil ? real(part["probability"]) : real(part["value"])
      let date = (part["date"] as? String).map { "\(Double(NaiveTime.day($0)))" }
      tables["part", default: []].append([
        "forecast": "\(seq)", "position": "\(position)", "option": text(part["option"]),
        "quantile": real(part["quantile"]), "value": date ?? value,
      ])
    }
  }

  private func row(_ seq: Int, _ body: Members, _ reading: Members, _ read: Int) -> Row {
    let isNumber = body["probability"] != nil || !(body["parts"] as? [Members] ?? []).isEmpty
    let chance = isNumber ? [:] : reading["chance"] as? Members ?? [:]
    func figure(_ name: String) -> String {
      guard chance["kind"] as? String != "hedge" else { return "null" }
      return (chance[name] as? String).flatMap(Double.init).map { "\($0)" } ?? "null"
    }
    let horizon = (reading["horizon"] as? Members)?["kind"] as? String
    let isUnfalsifiable = horizon == "unfalsifiable" && body["window"] == nil
    return [
      "forecast": "\(seq)", "chance": text(chance["kind"]), "low": figure("low"),
      "high": figure("high"), "mean": figure("mean"), "variance": figure("variance"),
      "unfalsifiable": isUnfalsifiable ? "1" : "0", "recorded_at": recorded(read),
    ]
  }

  private func resolution(_ seq: Int) -> Row {
    let body = body(seq)
    return [
      "number": "\(seq)", "question": "\(number(body["question"]))",
      "outcome": text(body["outcome"]), "option": text(body["option"]),
      "day": day(body["on"] ?? body["through"]), "value": real(body["number"]),
      "known": day(body["known"]), "recorded_at": recorded(seq),
    ]
  }

  private func acts(_ seq: Int) -> [Row] {
    let body = body(seq)
    let pairs: [(Int, Int?)] =
      switch kind(seq) {
      case "ledger": []
      case "retraction": ranges(seq).map { ($0.lowerBound, $0.upperBound) }
      case "batch": [(seq + 1, seq + (body["count"] as? Int ?? 0))]
      case "redaction": [(body["entry"] as? Int ?? -1, nil)]
      case "merge": [(number(body["from"]), number(body["into"]))]
      case "withdrawal": [(number(body["forecast"]), nil)]
      case "scale": [(number(body["source"]), nil)]
      case "base-rate", "edition": [(seq, nil)]
      case "note": [(number(body["subject"]), nil)]
      case "schedule", "snooze", "rule", "review": [(number(body["question"]), nil)]
      default: [(subject(seq), nil)]
      }
    return pairs.enumerated().map { position, pair in
      [
        "number": "\(seq)", "position": "\(position)", "kind": text(kind(seq)),
        "subject": "\(pair.0)", "object": integer(pair.1), "recorded_at": recorded(seq),
      ]
    }
  }

  private func moments(through last: Int) -> [Row] {
    var before = ""
    return (0...last).filter { records[$0] != nil }.compactMap { seq in
      defer { before = recorded(seq) }
      guard recorded(seq) != before else { return nil }
      return ["seq": "\(seq)", "at": recorded(seq), "mark": text(records[seq]?["clock"])]
    }
  }

  private func recorded(_ seq: Int) -> String {
    integer(NaiveTime.microseconds(records[seq]?["recorded_at"] as? String ?? ""))
  }

  /// Case, accents and punctuation do not tell names apart.
  private func key(_ name: String) -> String {
    if let known = keys[name] { return known }
    let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
    let words = plain.components(separatedBy: CharacterSet.alphanumerics.inverted)
    keys[name] = words.filter { !$0.isEmpty }.joined(separator: " ")
    return keys[name] ?? ""
  }

  private func text(_ value: Any?) -> String { (value as? String).map { "'\($0)'" } ?? "null" }
  private func integer(_ value: Int?) -> String { value.map { "\($0)" } ?? "null" }
  private func day(_ value: Any?) -> String { integer((value as? String).map(NaiveTime.day)) }
  private func real(_ value: Any?) -> String {
    ((value as? Members)?["value"] as? String).flatMap(Double.init).map { "\($0)" } ?? "null"
  }
}

/// Days and instants by the C library.
enum NaiveTime {
  static func day(_ text: String) -> Int {
    let parts = text.split(separator: "-").compactMap { Int32($0) }
    var fields = tm()
    fields.tm_year = parts[0] - 1900
    fields.tm_mon = (parts.count > 1 ? parts[1] : 1) - 1
    fields.tm_mday = parts.count > 2 ? parts[2] : 1
    return timegm(&fields) / 86_400
  }

  static func microseconds(_ text: String) -> Int? {
    let halves = text.dropLast().split(separator: "T")
    guard halves.count == 2 else { return nil }
    let clock = halves[1].split(separator: ":")
    let seconds = (Double(clock[2]) ?? 0) * 1_000_000
    let minutes = (Int(clock[0]) ?? 0) * 60 + (Int(clock[1]) ?? 0)
    return (day(String(halves[0])) * 86_400 + minutes * 60) * 1_000_000 + Int(seconds.rounded())
  }

  /// The first instant of what an expression covers, and the first after it.
  static func bounds(_ edtf: String) -> (from: Int?, until: Int?) {
    let ends = edtf.components(separatedBy: "/")
    if ends.count == 2 { return (bounds(ends[0]).from, bounds(ends[1]).until) }
    if edtf.isEmpty || edtf == ".." { return (nil, nil) }
    if let instant = microseconds(edtf) { return (instant, instant + 1) }
    let parts = edtf.split(separator: "-").compactMap { Int($0) }
    let next =
      switch parts.count {
      case 1: "\(parts[0] + 1)-1-1"
      case 2: parts[1] == 12 ? "\(parts[0] + 1)-1-1" : "\(parts[0])-\(parts[1] + 1)-1"
      default: "\(parts[0])-\(parts[1])-\(parts[2] + 1)"
      }
    return (day(edtf) * 86_400_000_000, day(next) * 86_400_000_000)
  }
}
