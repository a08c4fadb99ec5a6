import Foundation
import TestSupport
import Testing

/// How the command line is read.
struct UsageTests {
  @Test(
    arguments: [
      [], ["http://a.example/", "http://b.example/"], ["--nonsense", "http://a.example/"],
      ["--limit", "0", "http://a.example/"], ["--limit", "x", "http://a.example/"],
      ["--limit", "1000000001", "http://a.example/"], ["--timeout", "0", "http://a.example/"],
      ["--timeout", "nan", "http://a.example/"], ["--timeout", "-1", "http://a.example/"],
      ["--timeout", "inf", "http://a.example/"], ["--header", "X", "http://a.example/"],
      ["--header", "X: a\r\nY: b", "http://a.example/"],
      ["--header", "Host: b", "http://a.example/"],
      ["--allow", "localhost", "http://a.example/"],
      ["--content-type", "text/plain", "http://a.example/"],
      ["--post", "-", "--content-type", "a\nb", "http://a.example/"],
      ["--errors", "xml", "http://a.example/"],
    ])
  func `a call that is put wrongly ends with 64`(_ arguments: [String]) throws {
    let run = try FetchRun()(arguments)
    #expect(run.status == 64 && run.stdout.isEmpty)
    #expect(run.errorText.hasPrefix("Error: "), "\(run.errorText)")
  }

  @Test func `a URL that may not be fetched ends with 65`() throws {
    let fetch = try FetchRun()
    for url in [
      "example.org", "file:///etc/passwd", "http://u:p@a.example/", "http://127.1/",
      "http://①②⑦.⓪.⓪.①/",
      "http://localhost/", "http://127.0.0.1./", "http://[::ffff:127.0.0.1]/", "http://0x7f000001/",
    ] {
      let run = try fetch(["--output", fetch.output, url])
      #expect(run.status == 65 && run.stdout.isEmpty && fetch.files.isEmpty, "\(url)")
    }
  }

  @Test func `files that cannot be read or written are told by name`() throws {
    let (server, fetch) = (try AnswerServer(), try FetchRun())
    let missing = try fetch(["--post", "/nowhere/in", "http://a.example/"])
    #expect(missing.status == 66 && missing.errorText.contains("/nowhere/in cannot be read: "))
    let nowhere = try fetch(server.allow + ["--output", "/nowhere/out", server.url("echo")])
    #expect(nowhere.status == 66 && nowhere.errorText.contains("/nowhere/out cannot be written: "))
    let folder = try fetch(
      server.allow + ["--output", fetch.folder.makeFolder("f").path, server.url("echo")])
    #expect(folder.status == 65 && folder.stdout.isEmpty && fetch.files == ["f"])
    let full = try Command(
      URL(filePath: "/bin/sh"),
      ["-c", "\"$0\" \"$@\" >/dev/full", BuiltProducts.fetch.path] + server.allow
        + [server.url("echo")]
    ).run()
    #expect(full.status == 75 && full.errorText.contains("Standard output cannot be written"))
  }

  @Test func `an error is one object of JSON where that is asked for`() throws {
    struct Failure: Decodable, Equatable {
      struct Body: Decodable, Equatable { var kind, what, remedy: String }
      var error: Body
    }
    let fetch = try FetchRun()
    for (arguments, status, kind) in [
      (["http://localhost/"], 65, "invalid"), ([], 64, "usage"),
      (["http://no-such-host.invalid/"], 75, "unavailable"),
      (["--post", "/nowhere/in", "http://a.example/"], 66, "notFound"),
    ] as [([String], Int32, String)] {
      for form in [["--errors", "json"], ["--errors=json"]] {
        let run = try fetch(form + arguments)
        let failure = try JSONDecoder().decode(Failure.self, from: Data(run.stderr))
        #expect(run.status == status && failure.error.kind == kind)
        #expect(!failure.error.what.isEmpty && !failure.error.remedy.isEmpty)
      }
    }
  }

  @Test func `help names every option and fits a terminal`() throws {
    let run = try FetchRun()(["--help"])
    #expect(run.status == 0 && run.stderr.isEmpty)
    for option in [
      "--post <file>", "--content-type <type>", "--header <name: value>", "--allow <host:port>",
      "--limit <bytes>", "--timeout <seconds>", "--output <file>", "--errors",
    ] {
      #expect(run.text.contains(option), "\(option)")
    }
    #expect(run.text.lines.allSatisfy { $0.count <= 80 })
  }
}
