import ArgumentParser
import Augury
import Glibc

extension ErrorForm: ExpressibleByArgument {}

/// The command line of the program.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "augury-fetch",
    abstract: "Make one HTTP request under limits.",
    usage: "augury-fetch [<options>] <url>",
    discussion: """
      Fetches a URL with GET, or posts a file. It reaches the public internet only, unless \
      --allow names a host, follows 5 redirects at most, and takes all or nothing: an answer that \
      is too long, too late, cut short or malformed is an error.

      With --output, the answer goes to the file and one line of JSON about it to standard \
      output; without it, the answer itself goes there.

      EXAMPLE
        augury-fetch --output page.html https://example.org/
        augury-fetch --post notice.json --content-type application/json \\
          https://example.org/hook
      """)

  @Argument(help: "The http or https URL.")
  var url: String

  @Option(
    help: ArgumentHelp("Post these bytes (- for standard input).", valueName: "file"),
    completion: .file())
  var post: String?

  @Option(help: ArgumentHelp("The media type of what is posted.", valueName: "type"))
  var contentType: String?

  @Option(
    help: ArgumentHelp("A header to send to the host of the URL.", valueName: "name: value"))
  var header: [String] = []

  @Option(
    help: ArgumentHelp(
      "A host that may be reached although it is private.", valueName: "host:port"))
  var allow: [String] = []

  @Option(help: ArgumentHelp("The most bytes to take, after decompression.", valueName: "bytes"))
  var limit = 10_000_000

  @Option(help: ArgumentHelp("The most time to take, in all.", valueName: "seconds"))
  var timeout = 20.0

  @Option(
    help: ArgumentHelp("Where the answer goes when it is whole.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(help: "How an error is written: text or json.")
  var errors = ErrorForm.text

  /// The whole fetch, from the options to what is left behind.
  func fetch() async throws {
    var request = try request()
    let gate = Gate(allowed: try allow.map { (text) throws(FetchError) in try AllowedHost(text) })
    let ending = Ending()
    ending.after(timeout) { [timeout, errors] in
      Program.explain(FetchError.timedOut(seconds: timeout), as: errors)
    }
    request.deadline = .now + .seconds(timeout)
    let address = request.address
    let result: Result<Fetch.Outcome, FetchError>
    do throws(FetchError) {
      result = .success(try await Fetch(gate: gate).run(request))
    } catch {
      result = .failure(error)
    }
    ending.take()
    try deliver(Summary(url: url, address: address, outcome: try result.get()))
  }

  private func request() throws -> FetchRequest {
    guard (1...1_000_000_000).contains(limit) else {
      throw FetchError.outOfRange(option: "--limit", range: "1 and 1000000000 bytes")
    }
    guard (0.001...86_400).contains(timeout) else {
      throw FetchError.outOfRange(option: "--timeout", range: "0.001 and 86400 seconds")
    }
    guard contentType == nil || post != nil else { throw FetchError.typeWithoutBody }
    var request = FetchRequest(address: try WebAddress(url))
    request.headers = try header.map { (text) throws(FetchError) in try Header(text) }
    request.limit = limit
    let type = try contentType.map { (text) throws(FetchError) in
      try Header(name: "Content-Type", value: text)
    }
    request.body = try post.map { (path) throws(FileError) in
      FetchRequest.Body(bytes: try Files.read(path), type: type)
    }
    return request
  }

  private func deliver(_ summary: Summary) throws {
    let body = summary.outcome.answer.body
    if let output { try Files.write(body, to: output) }
    let bytes = output == nil ? body : Array((summary.line + "\n").utf8)
    // A reader that has gone away wants no more, as with any filter.
    guard Files.write(bytes, to: STDOUT_FILENO) || errno == EPIPE else {
      throw FileError(path: "Standard output", action: "written", code: errno)
    }
  }
}
