import Foundation
import TestSupport
import Testing

/// The promise that the pages in Docs keep up with the program.
struct DocumentationTests {
  /// A command as `--experimental-dump-help` describes it.
  private struct CommandInfo: Decodable {
    var commandName: String
    var abstract: String?
    var shouldDisplay: Bool?
    var subcommands: [CommandInfo]?
    var arguments: [ArgumentInfo]?

    /// The subcommands that help shows, without `help` itself.
    var shown: [CommandInfo] {
      (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
    }

    /// Returns all commands below this one with their full names, such as `augury sources alias`.
    func descendants(of name: String) -> [(name: String, info: CommandInfo)] {
      shown.flatMap { child in
        let full = name + " " + child.commandName
        return [(full, child)] + child.descendants(of: full)
      }
    }
  }

  private struct ArgumentInfo: Decodable {
    var kind: String
    var valueName: String?
  }

  private struct Dump: Decodable {
    var command: CommandInfo
  }

  private static let pages = [
    "Tutorial", "Commands", "Errors", "Scores", "Glossary", "Formats", "Architecture",
    "Measurements", "Changelog", "Contributing", "Wording", "JSON",
    "Reproduced", "Pages",
  ]

  @Test func `every command has its section, its abstract and an example in Commands`() throws {
    let page = MarkdownPage(try PackageRoot.text(of: "Docs/Commands.md"))
    let commands = try program().descendants(of: "augury")
    #expect(!commands.isEmpty)
    for (name, info) in commands {
      guard let section = page.section(name, level: 2) else {
        Issue.record("Docs/Commands.md has no section `## \(name)`")
        continue
      }
      let words = (info.abstract ?? "").split(whereSeparator: \.isWhitespace)
      #expect(!words.isEmpty, "\(name) has no abstract")
      #expect(
        section.prose.contains(words.joined(separator: " ")),
        "Docs/Commands.md: `## \(name)` lacks the abstract: \(info.abstract ?? "")")
      #expect(section.hasBlock("console"), "Docs/Commands.md: `## \(name)` has no console block")
    }
  }

  @Test func `Commands describes no command that does not exist`() throws {
    let page = MarkdownPage(try PackageRoot.text(of: "Docs/Commands.md"))
    let names = Set(try program().descendants(of: "augury").map(\.name))
    for section in page.sections where section.level == 2 && section.title.hasPrefix("augury ") {
      #expect(names.contains(section.title), "Docs/Commands.md: no such command")
    }
  }

  @Test func `the help of every command shows an example`() throws {
    for command in try program().shown {
      let help = try augury("help", command.commandName).text
      let isShown = help.lines.contains { $0.drop { $0 == " " }.hasPrefix("EXAMPLE") }
      #expect(isShown, "`augury help \(command.commandName)` has no EXAMPLE section")
    }
  }

  @Test func `the help of every command fits a terminal, with full lines and one of usage`() throws
  {
    for (name, info) in try program().descendants(of: "augury") {
      let help = try augury(["help"] + name.split(separator: " ").dropFirst().map(String.init)).text
      for line in help.lines where line.count > 80 { Issue.record("`\(name)`: long line: \(line)") }
      let usage = help.lines.first { $0.hasPrefix("USAGE: ") } ?? ""
      for argument in info.arguments ?? [] where argument.kind == "positional" {
        #expect(usage.contains("<\(argument.valueName ?? "")>"), "`\(name)`: \(usage)")
      }
      // A line that ends before it must is one that was broken in the source.
      for (line, next) in zip(help.lines, help.lines.dropFirst()) {
        guard let first = next.split(separator: " ").first, line.first?.isLetter == true,
          next.first?.isWhitespace == false, line != "EXAMPLE"
        else { continue }
        #expect(line.count + 1 + first.count > 79, "`\(name)`: short line: \(line)")
      }
    }
  }

  @Test func `Docs has all its pages`() {
    for page in DocumentationTests.pages {
      #expect(PackageRoot.exists("Docs/\(page).md"), "Docs/\(page).md is missing")
    }
  }

  @Test func `every relative link leads somewhere`() throws {
    let paths = ["README.md"] + PackageRoot.files(under: "Docs", withExtension: "md")
    for path in paths {
      for link in MarkdownPage(try PackageRoot.text(of: path)).links where !isAbsolute(link) {
        #expect(try resolves(link, from: path), "\(path): the link \(link) leads nowhere")
      }
    }
  }

  @Test func `sections, links and anchors of a page are found`() {
    let page = MarkdownPage(
      """
      # A
      See [b](B.md#c-d) and `[no](no.md)`.
      ## augury log
      Writes a
      forecast down.
      ```console
      # not a heading [no](no.md)
      ```
      ## C, d!
      [e]: E.md
      """)
    #expect(page.links == ["B.md#c-d", "E.md"])
    #expect(page.anchors == ["a", "augury-log", "c-d"])
    let section = page.section("augury log", level: 2)
    #expect(section?.prose == "Writes a forecast down.")
    #expect(section?.hasBlock("console") == true)
    #expect(page.section("C, d!", level: 2)?.hasBlock("console") == false)
    #expect(page.section("A", level: 1)?.hasBlock("console") == true)
  }

  private func augury(_ arguments: String...) throws -> Command.Output {
    try augury(arguments)
  }

  private func augury(_ arguments: [String]) throws -> Command.Output {
    let home = try TemporaryFolder()
    return try withExtendedLifetime(home) {
      try Command(
        BuiltProducts.requireAugury(), arguments,
        environment: ["HOME": home.url.path, "PATH": "/usr/bin:/bin", "NO_COLOR": "1"],
        directory: home.url
      ).run()
    }
  }

  private func program() throws -> CommandInfo {
    let output = try augury("--experimental-dump-help")
    return try JSONDecoder().decode(Dump.self, from: Data(output.stdout)).command
  }

  private func isAbsolute(_ link: String) -> Bool {
    link.prefixMatch(of: /[a-z][a-z0-9+.-]*:/) != nil
  }

  private func resolves(_ link: String, from path: String) throws -> Bool {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let folder = path.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    let target = parts[0].isEmpty ? path : folder + (parts[0].removingPercentEncoding ?? "")
    guard PackageRoot.exists(target) else { return false }
    guard parts.count == 2, target.hasSuffix(".md") else { return true }
    return MarkdownPage(try PackageRoot.text(of: target)).anchors.contains(String(parts[1]))
  }
}
