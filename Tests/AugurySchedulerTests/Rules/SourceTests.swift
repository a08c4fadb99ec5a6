import Augury
import AuguryScheduler
import AuguryStore
import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Where rules look", .serialized)
struct SourceTests {
  private func look(_ bench: RuleBench, _ place: RulePlace, _ test: RuleTest) throws -> RuleReport {
    try bench.runner.look(
      Rule(place: place, test: test), try RuleTesting.question(),
      at: try RuleTesting.noon("2026-11-20"))
  }

  @Test("Only a regular file that is not too long is read, and nothing is waited for")
  func files() throws {
    let bench = try RuleBench()
    let test = try RuleTesting.value()
    func fault(_ path: String) -> RuleError? { bench.fault { try look(bench, .file(path), test) } }
    let gone = bench.folder.file("gone.csv").path
    #expect(fault(gone) == .missing(gone))
    let pipe = bench.folder.file("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(fault(pipe) == .notAFile(pipe))
    #expect(fault(bench.folder.url.path) == .notAFile(bench.folder.url.path))
    #expect(fault("/dev/zero") == .notAFile("/dev/zero"))
    let long = try bench.write([UInt8](repeating: 0x61, count: 10_000_001), to: "long.csv")
    #expect(fault(long) == .tooLarge(long, limit: 10_000_000))
    if getuid() != 0 {
      let shut = try bench.write("day,close\n", to: "shut.csv")
      chmod(shut, 0)
      #expect(fault(shut) == .unreadable(shut, reason: "Permission denied"))
    }
  }

  @Test("A rule whose two halves do not fit is refused")
  func unfit() throws {
    let bench = try RuleBench()
    let path = try bench.write("day,close\n", to: "a.csv")
    for (place, test) in [
      (RulePlace.file(path), RuleTest.answer), (.command(["true"]), .words(["a"])),
    ] {
      guard case .unfit = bench.fault({ try look(bench, place, test) }) else {
        Issue.record("\(place)")
        continue
      }
    }
  }

  @Test("An address is fetched by the program that fetches, under its limits and allowances")
  func fetched() throws {
    var bench = try RuleBench()
    let fetcher = try bench.write(
      """
      #!/bin/bash
      printf '%s\\n' "$@" > "$0.arguments"
      while [ $# -gt 1 ]; do [ "$1" = --output ] && out=$2; shift; done
      printf '<p>D\\351j\\340 vu' > "$out"
      echo '{"url":"x","final_url":"x","status":200,"content_type":"text/html; charset=ISO-8859-1"}'
      """, to: "fetcher", isProgram: true)
    bench.runner.fetcher = fetcher
    bench.runner.allowed = ["localhost:8080"]
    let address = "https://example.org/a/page.html?x=1"
    let report = try look(bench, .url(address), .words(["déjà vu"]))
    #expect(report.finding.words == "The page holds “déjà vu”: “Déjà vu”")
    guard report.evidence.count == 2, case .document(let document) = report.evidence[1] else {
      Issue.record("\(report.evidence)")
      return
    }
    #expect(report.evidence[0] == .url(address))
    #expect(document.name == "page.html")
    #expect(bench.runner.archive?.fault(document.sha256) == nil)
    let arguments = try String(
      contentsOf: bench.folder.file("fetcher.arguments"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    #expect(arguments.suffix(4) == ["--allow", "localhost:8080", "--", address])
    #expect(arguments.prefix(3) == ["--errors", "json", "--output"])
    #expect(bench.leftovers.isEmpty)
  }

  @Test("The reason that the program gives is handed on with its kind")
  func refused() throws {
    var bench = try RuleBench()
    let test = RuleTest.words(["a"])
    let cases: [(script: String, FailureKind, words: String, isPassing: Bool)] = [
      (
        #"echo '{"error":{"kind":"unavailable","what":"It is down.","remedy":"Wait."}}' >&2; exit 75"#,
        .unavailable, "It is down.", true
      ),
      (
        #"echo '{"error":{"kind":"invalid","what":"It is private.","remedy":"Do not."}}' >&2; exit 65"#,
        .invalid, "It is private.", false
      ),
      (
        "echo 'what?' >&2; exit 65", .unavailable, "augury-fetch ended with status 65: what?.", true
      ),
      ("echo hm", .unavailable, "augury-fetch gave an answer that is not JSON.", true),
    ]
    for (script, kind, words, isPassing) in cases {
      bench.runner.fetcher = try bench.write("#!/bin/bash\n\(script)", to: "fetch", isProgram: true)
      let fault = bench.fault { try look(bench, .url("https://example.org/"), test) }
      #expect(fault?.kind == kind)
      #expect(fault?.what == words)
      #expect(fault?.isPassing == isPassing)
      #expect(bench.leftovers.isEmpty)
    }
    bench.runner.fetcher = "/nonexistent/augury-fetch"
    let fault = bench.fault { try look(bench, .url("https://example.org/"), test) }
    #expect(fault?.kind == .notFound)
    #expect(bench.leftovers.isEmpty)
  }
}
