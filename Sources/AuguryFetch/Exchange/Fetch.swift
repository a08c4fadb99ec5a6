/// A whole fetch: exchanges until an answer leads no further.
struct Fetch: Sendable {
  /// How often an answer may lead on.
  static let mostRedirects = 5

  let gate: Gate

  /// What came out in the end.
  struct Outcome: Sendable {
    let answer: Answer
    /// Where the answers led on, in order; the last is where the answer came from.
    let redirects: [WebAddress]
  }

  /// Makes the request and follows its redirects, each through the gate like the first.
  ///
  /// Only an answer with a status of success is an outcome.
  func run(_ request: FetchRequest) async throws(FetchError) -> Outcome {
    var request = request
    var redirects: [WebAddress] = []
    while true {
      let addresses = try gate.addresses(of: request.address)
      let answer = try await Exchange(request: request, addresses: addresses).run()
      guard let location = answer.redirect else {
        guard answer.isSuccess else {
          throw .status(answer.status, url: request.address.text)
        }
        return Outcome(answer: answer, redirects: redirects)
      }
      guard redirects.count < Fetch.mostRedirects else {
        throw .tooManyRedirects(limit: Fetch.mostRedirects)
      }
      request = try request.following(location, status: answer.status)
      redirects.append(request.address)
    }
  }
}
