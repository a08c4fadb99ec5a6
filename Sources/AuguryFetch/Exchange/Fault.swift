import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

/// What the library threw, and when.
struct Fault {
  private let error: any Error
  private let request: FetchRequest
  /// Whether the head of an answer had come.
  private let isAnswered: Bool

  init(_ error: any Error, in request: FetchRequest, isAnswered: Bool) {
    self.error = error
    self.request = request
    self.isAnswered = isAnswered
  }

  /// The same as a person is told it.
  var explained: FetchError {
    let host = request.address.host.text
    switch error {
    case let error as FetchError: return error
    case NIOHTTPDecompression.DecompressionError.limit: return .tooLarge(limit: request.limit)
    case let error as HTTPClientError
    where error == .connectTimeout || error == .tlsHandshakeTimeout:
      return unreachable("No answer")
    case let error as IOError where !isAnswered && Fault.unconnected.contains(error.errnoCode):
      return unreachable(String(cString: strerror(error.errnoCode)))
    case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError:
      return isAnswered ? brokenOff : .notTrusted(host: host, detail: reason)
    case let error as HTTPClientError where error == .remoteConnectionClosed:
      return brokenOff
    case is IOError, HTTPParserError.invalidEOFState: return brokenOff
    case let error as NIOHTTPDecompression.ExtraDecompressionError where error == .truncatedData:
      return brokenOff
    default: return .malformed(host: host, detail: String(describing: error))
    }
  }

  private static let unconnected: Set = [
    ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ENETDOWN, EHOSTDOWN, ETIMEDOUT, EADDRNOTAVAIL, EACCES,
    EPERM, EINVAL, EAFNOSUPPORT,
  ]

  /// Why the other side is not trusted, in a few words where the report is a long one.
  private var reason: String {
    let report = String(describing: error)
    if report.contains("CERTIFICATE_VERIFY_FAILED") { return "its certificate is not valid" }
    return error as? NIOSSLExtraError == .failedToValidateHostname
      ? "its certificate is for another name" : report
  }

  private var brokenOff: FetchError {
    let host = request.address.host.text
    return isAnswered ? .cutShort(host: host) : .closed(host: host)
  }

  private func unreachable(_ detail: String) -> FetchError {
    .unreachable(host: request.address.host.text, port: request.address.port, detail: detail)
  }
}
