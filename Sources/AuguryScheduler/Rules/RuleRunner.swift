package import Augury
package import AuguryStore

/// Looks where rules say, and tells what it finds; it decides and records nothing.
package struct RuleRunner: Sendable {
  /// The most bytes that a source may have.
  package static let sourceLimit = 10_000_000

  /// The path of the program `augury-fetch`.
  package var fetcher: String
  /// Hosts with their ports (`localhost:8080`) that may be reached although they are private.
  package var allowed: [String]
  /// The folder for files of the moment.
  package var scratch: String
  /// Where evidence is kept; nothing where none is to be kept.
  package var archive: Archive?
  /// Returns whether the keeper has approved a rule on this machine; see ``Approvals``.
  package var isApproved: @Sendable (Rule) -> Bool
  /// How long a rule's own program may take, in seconds.
  package var commandSeconds = 60
  /// How long a fetch may take, in seconds.
  package var fetchSeconds = 20

  /// Creates a runner.
  package init(
    fetcher: String, allowed: [String] = [], scratch: String, archive: Archive?,
    isApproved: @escaping @Sendable (Rule) -> Bool
  ) {
    self.fetcher = fetcher
    self.allowed = allowed
    self.scratch = scratch
    self.archive = archive
    self.isApproved = isApproved
  }

  /// Looks once, for what a rule finds about its question.
  ///
  /// Evidence is kept only with a finding that says something: an answer, or evidence for one.
  ///
  /// - Parameters:
  ///   - rule: The rule.
  ///   - question: What is known of the question.
  ///   - instant: What time it is.
  ///   - memory: What the last look of the same rule returned as its memory.
  /// - Returns: What was found, the evidence for it, and the memory for the next look.
  /// - Throws: ``RuleError``, when the source does not tell; then there is nothing to propose.
  package func look(
    _ rule: Rule, _ question: RuleQuestion, at instant: Instant, memory: RuleMemory? = nil
  ) throws(RuleError) -> RuleReport {
    switch rule.place {
    case .file(let path):
      let bytes = try SourceFile.read(path)
      let source = Source(bytes: bytes, name: Files.name(of: path), shown: path)
      return try judge(source, rule.test, question, at: instant, memory)
    case .url(let address):
      let fetch = SourceFetch(
        program: fetcher, allowed: allowed, seconds: fetchSeconds, scratch: scratch)
      let (bytes, charset) = try fetch.get(address)
      let source = Source(
        bytes: bytes, name: RuleRunner.name(of: address), shown: address, charset: charset,
        address: address)
      return try judge(source, rule.test, question, at: instant, memory)
    case .command(let arguments):
      guard isApproved(rule) else { throw .notApproved(arguments) }
      return try ask(arguments, rule.test, question, at: instant)
    }
  }

  /// The bytes of a source, and what they are called.
  private struct Source {
    var bytes: [UInt8]
    var name: String
    var shown: String
    var charset: String?
    var address: String?
  }

  private func judge(
    _ source: Source, _ test: RuleTest, _ question: RuleQuestion, at instant: Instant,
    _ memory: RuleMemory?
  ) throws(RuleError) -> RuleReport {
    var report: RuleReport
    switch test {
    case .value(let value):
      let search = RuleSearch(
        rule: value, question: question, looked: instant, source: source.shown)
      let (finding, memory) = try search.find(in: source.bytes, after: memory)
      report = RuleReport(finding: finding, memory: memory)
    case .words(let phrases):
      report = RuleReport(
        finding: try RuleRunner.words(
          phrases, in: source.bytes, charset: source.charset, of: source.shown))
    case .answer:
      throw .unfit(
        "A file or a page gives no answer by itself.",
        remedy: "Say which number or which words the rule looks for.")
    }
    if case .nothing = report.finding { return report }
    report.evidence = source.address.map { [.url($0)] } ?? []
    report.evidence += try keep(source.bytes, name: source.name)
    return report
  }

  /// Returns what a page or a feed says about words: evidence when it holds all of them.
  ///
  /// The encoding is the one its server named, if any.
  package static func words(
    _ phrases: [String], in bytes: [UInt8], charset: String? = nil, of source: String = "page"
  ) throws(RuleError) -> RuleFinding {
    let search = try WordSearch(phrases)
    return search.find(in: try PageDecoding.text(bytes, charset: charset, of: source))
  }

  private func ask(
    _ arguments: [String], _ test: RuleTest, _ question: RuleQuestion, at instant: Instant
  ) throws(RuleError) -> RuleReport {
    guard test == .answer else {
      throw .unfit(
        "A program gives its own answer.", remedy: "Leave out what the rule looks for.")
    }
    let (answer, bytes) = try RuleCommand.ask(
      arguments, about: question, at: instant, seconds: commandSeconds)
    if case .nothing = answer.finding { return RuleReport(finding: answer.finding) }
    let name = Files.name(of: arguments.first ?? "") + ".json"
    return RuleReport(
      finding: answer.finding,
      evidence: answer.evidence.map { .url($0) } + (try keep(bytes, name: name)))
  }

  private func keep(_ bytes: [UInt8], name: String) throws(RuleError) -> [Evidence] {
    guard let archive else { return [] }
    do {
      return [.document(try archive.keep(bytes, name: name))]
    } catch {
      throw .notKept((error as? any Explained)?.what ?? "\(error)")
    }
  }

  /// What a document from an address is called: the last part of its path, else the host.
  static func name(of address: String) -> String {
    let plain = address.prefix { $0 != "?" && $0 != "#" }
    let parts = plain.split(separator: "/").dropFirst()
    return parts.last.map { String($0) } ?? "page"
  }
}
