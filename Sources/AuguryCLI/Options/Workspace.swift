import Augury
import AuguryFormats
import AuguryRendering
import AuguryScheduler
import AuguryStore

/// What a command works with: the settings in force and the ledger they name.
struct Workspace {
  let options: CommonOptions
  let settings: Settings

  init(_ options: LedgerOptions) throws { try self.init(options.values) }

  init(_ options: CommonOptions) throws {
    self.options = options
    settings = try Settings()
  }

  /// The path of the ledger: flag, environment, file, else the data folder.
  var path: String {
    options.ledger ?? settings.value(.ledger) ?? Environment.dataFolder + "/ledger.db"
  }

  /// How answers are printed.
  func format() throws -> OutputFormat {
    if let format = options.format { return format }
    guard let text = settings.value(.format) else { return .table }
    guard let format = OutputFormat(rawValue: text) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a form of output.",
        "Set `format` to table, json, jsonl, csv, markdown or html.")
    }
    return format
  }

  func styler() throws -> Styler {
    if let choice = options.color { return Terminal.styler(choice) }
    guard let text = settings.value(.color) else { return Terminal.styler(.auto) }
    guard let choice = ColourChoice(rawValue: text) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a use of colour.", "Set `color` to auto, always or never.")
    }
    return Terminal.styler(choice)
  }

  /// Who writes entries.
  var author: String { settings.value(.author) ?? Environment.login }

  var capture: Capture { Capture(author: author, clock: Environment.now, random: SecureRandom()) }

  /// Opens the ledger for reading.
  func open() throws -> Ledger {
    guard Files.exists(path) else { throw StoreError.missing(path: path) }
    return try Ledger.open(path)
  }

  /// Opens the ledger where there is one; an empty file is none.
  func openIfThere() throws -> Ledger? {
    guard Files.exists(path) else { return nil }
    do {
      return try Ledger.open(path)
    } catch StoreError.missing {
      return nil
    }
  }

  /// Opens the ledger for writing; where the default one does not exist yet, its first write
  /// begins it.
  func openOrBegin() throws -> Ledger {
    if let ledger = try openIfThere() { return ledger }
    guard options.ledger == nil else { throw StoreError.missing(path: path) }
    try Files.makeFolder(Files.folder(of: path))
    do {
      return try Ledger.begin(path, zone: settings.value(.zone) ?? "UTC", capture: capture) {
        [path] in Terminal.say("Began a new ledger at \(TerminalText.escape(path)).")
      }
    } catch StoreError.exists {
      // Another command began it meanwhile.
      return try Ledger.open(path)
    }
  }

  /// Records an act upon what stands, and says what was done.
  func record(_ act: (Snapshot, inout EntryWriter) throws -> ActView) throws {
    let ledger = try open()
    let view = try ledger.write(capture) { writer in try act(try ledger.now(), &writer) }
    try view.answer().print(self)
  }

  /// What was approved of a ledger on this machine.
  func approvals(_ ledger: Ledger) -> Approvals {
    Approvals(in: Environment.stateFolder + "/approved", of: ledger.id)
  }

  /// What looks at the rules of a ledger, and keeps evidence in an archive if one is given.
  func runner(_ ledger: Ledger, archive: Archive?) -> RuleRunner {
    let approvals = approvals(ledger)
    return RuleRunner(
      fetcher: Environment.fetchProgram, scratch: Environment.scratchFolder, archive: archive,
      isApproved: { approvals.hold($0) })
  }

  /// What senders of a ledger's notices take from outside.
  func channelTools(_ ledger: Ledger) throws -> ChannelTools {
    let approvals = approvals(ledger)
    return ChannelTools(
      fetch: Environment.fetchProgram, environment: Environment.variables,
      isApproved: { approvals.hold($0) }, clock: Environment.now, show: Terminal.write,
      width: Terminal.width,
      style: try styler())
  }

  /// Returns the zones that a ledger's deadlines name.
  func zones(_ ledger: Ledger, _ names: some Sequence<String> = []) throws -> Zones {
    var named: [String: ZoneRules] = [:]
    for name in names { named[name] = try ZoneFiles.rules(name) }
    return Zones(ledger: try ZoneFiles.rules(ledger.zone), named: named)
  }

  /// The civil day it is for the keeper.
  func today(_ ledger: Ledger) throws -> CivilDate {
    try ZoneFiles.rules(ledger.zone).civilDate(at: Environment.now())
  }
}

/// The rules of zones, from the machine's time zone database.
enum ZoneFiles {
  static func rules(_ name: String) throws -> ZoneRules {
    guard name != "UTC" else { return .utc }
    let isPlain = name.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"),
        UInt8(ascii: "+"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    let path = (Environment.variable("TZDIR") ?? "/usr/share/zoneinfo") + "/" + name
    guard isPlain, !name.hasPrefix("/"), Files.exists(path) else {
      throw UsageError(
        "There is no time zone \"\(name.clipped)\".",
        "Give an IANA name such as Europe/Berlin, or UTC; on Debian the package tzdata has them.")
    }
    return try TimeZoneFile.parse(try Files.read(path), name: name)
  }
}
