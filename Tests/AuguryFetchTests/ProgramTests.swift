import Foundation
import TestSupport
import Testing

/// What the program does with a server that means well, and how it tells what went wrong.
struct ProgramTests {
  private func server() throws -> (AnswerServer, FetchRun) { (try AnswerServer(), try FetchRun()) }

  @Test func `a GET says what it is and leaves the answer in the file`() throws {
    let (server, fetch) = try server()
    let run = try fetch(server.allow + ["--output", fetch.output, server.url("echo?a=1#b")])
    #expect(run.status == 0 && run.stderr.isEmpty)
    let bytes = [UInt8](try Data(contentsOf: fetch.folder.file("out")))
    let line = try SummaryLine(run)
    #expect(line.url == server.url("echo?a=1#b") && line.finalUrl == server.url("echo?a=1"))
    #expect(line.status == 200 && line.contentType == "application/json")
    #expect(line.charset == nil && line.redirects.isEmpty && line.bytes == bytes.count)
    #expect(line.lastModified == nil && line.etag == nil)
    let echo = try Echo(bytes)
    #expect(echo.method == "GET" && echo.path == "/echo?a=1")
    #expect(echo.headers["user-agent"] == "augury-fetch" && echo.headers["cookie"] == nil)
    #expect(fetch.files == ["out"])
  }

  @Test func `without a file the answer itself goes to standard output`() throws {
    let (server, fetch) = try server()
    let run = try fetch(server.allow + [server.url("charset")])
    #expect(run.status == 0 && run.stdout == Array("caf".utf8) + [0xE9] && run.stderr.isEmpty)
  }

  @Test func `the line names charset, date, tag and digest`() throws {
    let (server, fetch) = try server()
    func line(_ path: String) throws -> SummaryLine {
      try SummaryLine(fetch(server.allow + ["--output", fetch.output, server.url(path)]))
    }
    let page = try line("charset")
    #expect(page.contentType == "text/html" && page.charset == "iso-8859-1" && page.bytes == 4)
    let dated = try line("dated")
    #expect(dated.lastModified == "Mon, 23 Nov 2026 08:00:00 GMT" && dated.etag == "\"v1\"")
    #expect(
      dated.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
  }

  @Test func `a file is posted with its type and its headers`() throws {
    let (server, fetch) = try server()
    try Data("{\"a\":1}".utf8).write(to: fetch.folder.file("in"))
    let common = ["--content-type", "application/json", "--header", "X-Signature: sha256=ab"]
    let file = fetch.folder.file("in").path
    for (source, input) in [(file, ""), ("-", "{\"a\":1}")] {
      let run = try fetch(
        server.allow + ["--post", source] + common + [server.url("hook")], input: input)
      let echo = try Echo(run.stdout)
      #expect(run.status == 0 && echo.method == "POST" && echo.body == "{\"a\":1}")
      #expect(echo.headers["content-type"] == "application/json")
      #expect(echo.headers["x-signature"] == "sha256=ab")
      #expect(echo.headers["content-length"] == "7")
    }
  }

  @Test(arguments: [
    ("found", "GET", ""), ("see-other", "GET", ""), ("temporary", "POST", "x=1"),
    ("permanent", "POST", "x=1"),
  ])
  func `a POST is redirected as its status says`(
    _ path: String, _ method: String, _ body: String
  ) throws {
    let (server, fetch) = try server()
    let run = try fetch(
      server.allow + ["--post", "-", "--header", "X-Key: k", "--output", fetch.output]
        + [server.url(path)], input: "x=1")
    #expect(try SummaryLine(run).redirects == [server.url("echo")])
    let echo = try Echo([UInt8](try Data(contentsOf: fetch.folder.file("out"))))
    #expect(echo.method == method && echo.body == body && echo.headers["x-key"] == "k")
  }

  @Test func `another host gets the body but none of the headers`() throws {
    let (server, fetch) = try server()
    let run = try fetch(
      server.allow + ["--allow", "localhost:\(server.port)", "--header", "Authorization: Bearer k"]
        + ["--post", "-", server.url("elsewhere")], input: "x")
    let echo = try Echo(run.stdout)
    #expect(echo.headers["host"] == "localhost:\(server.port)")
    #expect(echo.headers["authorization"] == nil && echo.method == "POST")
    let refused = try fetch(server.allow + [server.url("elsewhere")])
    #expect(refused.status == 65 && refused.stdout.isEmpty)
    #expect(refused.errorText.contains("localhost:\(server.port) is not of the public internet"))
  }

  @Test func `no cookie is kept`() throws {
    let (server, fetch) = try server()
    let echo = try Echo(fetch(server.allow + [server.url("cookie")]).stdout)
    #expect(echo.path == "/echo" && echo.headers["cookie"] == nil)
  }

  @Test func `a packed answer is unpacked, and the limit counts what comes out`() throws {
    let (server, fetch) = try server()
    let whole = try fetch(server.allow + ["--limit", "9000", server.url("gzip")])
    #expect(whole.status == 0 && whole.stdout.count == 9_000)
    #expect(whole.text.hasPrefix("The odds are 70%. The odds"))
    let cut = try fetch(server.allow + ["--limit", "8999", server.url("gzip")])
    #expect(cut.status == 65 && cut.stdout.isEmpty)
    #expect(cut.errorText.hasPrefix("Error: The answer is longer than 8999 bytes.\nHint: "))
  }

  @Test func `an answer of just the limit is taken`() throws {
    let (server, fetch) = try server()
    #expect(try fetch(server.allow + ["--limit", "5", server.url("length?5")]).text == "xxxxx")
    #expect(try fetch(server.allow + ["--limit", "5", server.url("length?6")]).status == 65)
    #expect(try fetch(server.allow + ["--limit", "5", server.url("length?0")]).status == 0)
  }

  @Test(
    arguments: [
      ("gone", 66, "status 410"), ("late", 75, "status 408"), ("busy", 75, "status 429"),
      ("down", 75, "status 503"), ("private", 65, "status 403"), ("lost", 65, "status 302"),
      ("unchanged", 65, "status 304"), ("gzip-cut", 65, "ended before its end"),
      ("gzip-lied", 65, "breaks the rules of HTTP"), ("brotli", 65, "packed as \"br\""),
      ("hang-up", 75, "closed the connection without an answer"),
      ("steer", 65, "neither an http nor an https URL"),
    ] as [(String, Int32, String)])
  func `what went wrong is told, with its status, and leaves no file`(
    _ path: String, _ status: Int32, _ words: String
  ) throws {
    let (server, fetch) = try server()
    let run = try fetch(server.allow + ["--output", fetch.output, server.url(path)])
    #expect(run.status == status && run.stdout.isEmpty && fetch.files.isEmpty)
    #expect(run.errorText.contains(words), "\(run.errorText)")
    #expect(run.errorText.hasPrefix("Error: ") && run.errorText.contains("\nHint: "))
    #expect(run.stderr.allSatisfy { $0 == 10 || (0x20...0x7E).contains($0) })
  }

  @Test func `a failed fetch leaves the file of an earlier one alone`() throws {
    let (server, fetch) = try server()
    try Data("before".utf8).write(to: fetch.folder.file("out"))
    _ = try fetch(server.allow + ["--output", fetch.output, server.url("gone")])
    #expect(try Data(contentsOf: fetch.folder.file("out")) == Data("before".utf8))
    #expect(try fetch(server.allow + ["--output", fetch.output, server.url("dated")]).status == 0)
    #expect(try Data(contentsOf: fetch.folder.file("out")) == Data("x".utf8))
    #expect(fetch.files == ["out"])
  }

  @Test func `a certificate that nobody vouches for is refused`() throws {
    let (server, fetch) = try server()
    let host = "localhost:\(server.securePort)"
    let run = try fetch(["--allow", host, "https://\(host)/echo"])
    #expect(run.status == 65 && run.stdout.isEmpty)
    #expect(run.errorText.contains("could not prove that it is localhost: its certificate"))
    #expect(!server.server.lines.contains { $0.contains("echo") })
  }

  @Test func `a port where nobody listens is to be tried again`() throws {
    let fetch = try FetchRun()
    let run = try fetch(["--allow", "127.0.0.1:1", "http://127.0.0.1:1/"])
    #expect(run.status == 75 && run.errorText.contains("127.0.0.1:1 cannot be reached: "))
    let name = try fetch(["http://no-such-host.invalid/"])
    #expect(name.status == 75 && name.errorText.contains("no-such-host.invalid has no address"))
  }

  @Test func `a server that says nothing is left at the time that was given`() throws {
    let (server, fetch) = try server()
    let start = ContinuousClock.now
    let run = try fetch(server.allow + ["--timeout", "0.7", server.url("silent")])
    #expect(run.status == 75 && run.errorText.contains("was not whole after 0.7 s"))
    #expect((.milliseconds(700) ... .seconds(8)).contains(ContinuousClock.now - start))
  }
}
