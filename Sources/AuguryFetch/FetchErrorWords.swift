import Augury

extension FetchError {
  var what: String {
    switch self {
    case .badAddress(let text): "\"\(text.clipped)\" is not a URL."
    case .otherScheme(let text): "\"\(text.clipped)\" is neither an http nor an https URL."
    case .credentials: "The URL holds a name or a password."
    case .oddHost(let host): "\"\(host.clipped)\" is not a host in its plain form."
    case .notPublic(let host, let port, let address, let kind):
      "\(host.clipped):\(port) is not of the public internet (\(address), \(kind))."
    case .unresolved(let host, let detail):
      "\(host.clipped) has no address for now: \(detail)."
    case .unreachable(let host, let port, let detail):
      "\(host.clipped):\(port) cannot be reached: \(detail)."
    case .closed(let host): "\(host.clipped) closed the connection without an answer."
    case .notTrusted(let host, let detail):
      "\(host.clipped) could not prove that it is \(host.clipped): \(detail.clipped)."
    case .timedOut(let seconds):
      "The answer was not whole after \(Int(exactly: seconds).map(String.init) ?? "\(seconds)") s."
    case .tooManyRedirects(let limit): "The URL leads on more than \(limit) times."
    case .tooLarge(let limit): "The answer is longer than \(limit) bytes."
    case .cutShort(let host): "The answer of \(host.clipped) ended before its end."
    case .malformed(let host, let detail):
      "The answer of \(host.clipped) breaks the rules of HTTP: \(detail.clipped)."
    case .otherEncoding(let name): "The answer is packed as \"\(name.clipped)\"."
    case .status(let status, let url): "\(url.clipped) answered with status \(status)."
    case .badAllowance(let text): "\"\(text.clipped)\" is not a host and a port."
    case .badHeader(let text): "\"\(text.clipped)\" is not a header."
    case .ownHeader(let name): "The program sets the header \(name.clipped) itself."
    case .outOfRange(let option, let range): "\(option) is not within \(range)."
    case .typeWithoutBody: "--content-type says what is posted, and nothing is."
    }
  }

  var remedy: String {
    switch self {
    case .badAddress: "Write it as https://example.org/path."
    case .otherScheme: "Give the page by its http or https URL."
    case .credentials: "Leave them out; send what the server asks for with --header."
    case .oddHost:
      "Write a name in ASCII (xn--…) without a point at its end, or an address in full."
    case .notPublic(let host, let port, _, _):
      "If you mean this host, allow it with --allow \(host.clipped):\(port)."
    case .unresolved: "Check the name and the network, then try again."
    case .unreachable, .closed, .timedOut: "Try again later."
    case .notTrusted: "Check the URL; the certificate of the host must be valid."
    case .tooManyRedirects: "Give the URL where it ends."
    case .tooLarge: "Give a higher --limit if you want it nevertheless."
    case .cutShort, .malformed, .otherEncoding:
      "Try again; if it stays so, fetch it with a browser."
    case .status(404, _), .status(410, _): "Check the URL."
    case .status where kind == .unavailable: "Try again later."
    case .status: "Open the URL in a browser to see what the server wants."
    case .badAllowance: "Write --allow HOST:PORT with the host as the URL has it."
    case .badHeader: "Write --header 'NAME: VALUE' in ASCII, on one line."
    case .ownHeader: "Leave it out."
    case .outOfRange: "Give a number within it."
    case .typeWithoutBody: "Give --post FILE too."
    }
  }
}
