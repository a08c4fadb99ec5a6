import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// One request to one host, and its answer.
struct Exchange {
  let request: FetchRequest
  /// The checked addresses of the host, in the order to try them.
  let addresses: [IPAddress]

  /// Makes the exchange with the first address that a connection comes about with.
  ///
  /// Each attempt to connect gets its share of the time that is left.
  func run() async throws(FetchError) -> Answer {
    for (place, address) in addresses.dropLast().enumerated() {
      do {
        return try await run(with: address, attemptsLeft: addresses.count - place)
      } catch FetchError.unreachable {
        continue
      }
    }
    guard let last = addresses.last else {
      throw .unresolved(host: request.address.host.text, detail: "No address")
    }
    return try await run(with: last, attemptsLeft: 1)
  }

  private func run(
    with address: IPAddress, attemptsLeft: Int
  ) async throws(FetchError) -> Answer {
    var isAnswered = false
    do {
      let configuration = configuration(for: address, attemptsLeft: attemptsLeft)
      return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
        let response = try await client.execute(message(), deadline: .distantFuture)
        isAnswered = true
        return try await answer(response)
      }
    } catch {
      throw Fault(error, in: request, isAnswered: isAnswered).explained
    }
  }

  /// What the library may do by itself: no redirects, no proxy, no second attempt, no name looked up.
  private func configuration(
    for address: IPAddress, attemptsLeft: Int
  ) -> HTTPClient.Configuration {
    let left = (request.deadline - ContinuousClock.now) / .milliseconds(1)
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: .milliseconds(max(1, Int64(left) / Int64(attemptsLeft)))),
      decompression: .enabled(limit: .size(request.limit)))
    configuration.httpVersion = .http1Only
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.dnsOverride = [request.address.host.text: address.text]
    return configuration
  }

  private func message() -> HTTPClientRequest {
    var message = HTTPClientRequest(url: request.address.text)
    message.headers.add(name: "User-Agent", value: "augury-fetch")
    message.headers.add(name: "Accept", value: "*/*")
    if let body = request.body {
      message.method = .POST
      message.body = .bytes(ByteBuffer(bytes: body.bytes))
      if let type = body.type { message.headers.add(name: type.name, value: type.value) }
    }
    for header in request.headers {
      message.headers.replaceOrAdd(name: header.name, value: header.value)
    }
    return message
  }

  private func answer(_ response: HTTPClientResponse) async throws -> Answer {
    let headers = response.headers
    let status = Int(response.status.code)
    return Answer(
      status: status, type: headers.first(name: "Content-Type"),
      lastModified: headers.first(name: "Last-Modified"), etag: headers.first(name: "ETag"),
      location: headers.first(name: "Location"),
      body: (200...299).contains(status) ? try await body(response) : [])
  }

  private func body(_ response: HTTPClientResponse) async throws -> [UInt8] {
    let encodings = response.headers[canonicalForm: "Content-Encoding"].map { $0.lowercased() }
    guard encodings.isEmpty || [["gzip"], ["deflate"], ["identity"]].contains(encodings) else {
      throw FetchError.otherEncoding(encodings.joined(separator: ", "))
    }
    var bytes: [UInt8] = []
    for try await part in response.body {
      guard bytes.count + part.readableBytes <= request.limit else {
        throw FetchError.tooLarge(limit: request.limit)
      }
      bytes.append(contentsOf: part.readableBytesView)
    }
    return bytes
  }
}
