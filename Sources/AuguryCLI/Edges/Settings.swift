import Augury
import AuguryStore

/// The settings that a file, the environment or a flag can give.
enum SettingKey: String, CaseIterable, Sendable {
  case author, ledger, zone, format, color, grade

  /// What it is for, as one line.
  var summary: String {
    switch self {
    case .author: "who writes entries (default: login name)"
    case .ledger: "the path of the ledger"
    case .zone: "the zone of a new ledger (default: UTC)"
    case .format: "table, json, jsonl or csv"
    case .color: "auto, always or never"
    case .grade: "the weakest grade that a report counts"
    }
  }

  var variable: String { "AUGURY_" + rawValue.uppercased() }
}

/// Where the value of a setting came from.
enum SettingOrigin: Equatable {
  case flag
  case environment(String)
  case file(String)
  case standard

  /// What it is called where the path of the file is known.
  var name: String {
    if case .file = self { "file" } else { description }
  }

  var description: String {
    switch self {
    case .flag: "flag"
    case .environment(let name): name
    case .file(let path): path
    case .standard: "default"
    }
  }
}

/// The settings in force: flags before the environment before the file before the defaults.
struct Settings {
  static var path: String { Environment.configFolder + "/config" }

  private var file: [SettingKey: String] = [:]

  /// Reads the settings file, where there is one.
  init() throws {
    guard Files.exists(Settings.path) else { return }
    let text = String(decoding: try Files.read(Settings.path), as: UTF8.self)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.trimmed
      guard !content.isEmpty, !content.hasPrefix("#") else { continue }
      guard let sign = content.firstIndex(of: "="),
        let key = SettingKey(rawValue: content[..<sign].trimmed)
      else { throw SettingsError(line: index + 1, text: content) }
      file[key] = content[content.index(after: sign)...].trimmed
    }
  }

  func value(_ key: SettingKey) -> String? { lookUp(key)?.value }

  func lookUp(_ key: SettingKey) -> (value: String, origin: SettingOrigin)? {
    if let value = Environment.variable(key.variable) {
      return (value, .environment(key.variable))
    }
    return file[key].map { ($0, .file(Settings.path)) }
  }

  /// Sets or unsets a value in the file.
  mutating func set(_ key: SettingKey, to value: String?) throws {
    file[key] = value
    let lines = SettingKey.allCases.compactMap { key in
      file[key].map { "\(key.rawValue) = \($0)\n" }
    }
    try Files.makeFolder(Environment.configFolder)
    try Files.write(Array(lines.joined().utf8), to: Settings.path)
  }
}

/// A line of the settings file that is not a setting.
struct SettingsError: Explained {
  let line: Int
  let text: String

  var kind: FailureKind { .invalid }
  var what: String { "Line \(line) of \(Settings.path) is not a setting: \"\(text.clipped)\"." }
  var remedy: String {
    "Write `name = value` with a name out of \(SettingKey.allCases.map(\.rawValue).joined(separator: ", "))."
  }
}

extension StringProtocol {
  /// The text without spaces, tabs and carriage returns at its ends.
  var trimmed: String {
    var view = self[...]
    while let first = view.first, first == " " || first == "\t" || first == "\r" {
      view.removeFirst()
    }
    while let last = view.last, last == " " || last == "\t" || last == "\r" { view.removeLast() }
    return String(view)
  }
}
