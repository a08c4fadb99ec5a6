internal import Augury
internal import Glibc

/// A source on the web, which `augury-fetch` gets.
struct SourceFetch {
  /// The program.
  let program: String
  /// The hosts with their ports that it may reach although they are not of the public internet.
  let allowed: [String]
  /// How long the fetch may take, in seconds.
  let seconds: Int
  /// The folder in which a folder of its own is made for the time of the fetch.
  let scratch: String

  /// Returns the bytes at an address, with the name of their encoding if the server gave one.
  func get(_ address: String) throws(RuleError) -> (bytes: [UInt8], charset: String?) {
    var template = Array("\(scratch)/augury-rule-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .fetcherFailed("has no folder in \(scratch): \(String(cString: strerror(errno)))")
    }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let file = folder + "/body"
    defer {
      unlink(file)
      rmdir(folder)
    }
    let line = try run(address, into: file)
    guard case .object(let members)? = try? JSONValue(parsing: line) else {
      throw .fetcherFailed("gave an answer that is not JSON")
    }
    return (try SourceFile.read(file), SourceFetch.charset(members))
  }

  private func run(_ address: String, into file: String) throws(RuleError) -> [UInt8] {
    var arguments = [program, "--errors", "json", "--output", file]
    arguments += ["--limit", "\(RuleRunner.sourceLimit)", "--timeout", "\(seconds)"]
    for host in allowed { arguments += ["--allow", host] }
    // An address cannot be taken for a flag behind this.
    arguments += ["--", address]
    let result: ChildResult
    do {
      // It keeps its own time; this is for one that does not.
      result = try ChildProcess.run(
        arguments, seconds: seconds + 10, outputLimit: 1 << 20)
    } catch {
      throw .notRun(error)
    }
    guard result.end != .exited(0) else { return result.output }
    throw SourceFetch.failure(result)
  }

  /// The reason that the program gives, by its kind.
  private static func failure(_ result: ChildResult) -> RuleError {
    if case .object(let answer)? = try? JSONValue(parsing: result.errors),
      case .object(let error)? = answer["error"], case .string(let name)? = error["kind"],
      case .string(let what)? = error["what"], case .string(let remedy)? = error["remedy"],
      let kind = FailureKind(rawValue: name)
    {
      return .notFetched(kind, what: what, remedy: remedy)
    }
    let words = RuleCommand.firstLine(of: result.errors)
    return .fetcherFailed(result.end.words + (words.isEmpty ? "" : ": \(words.withoutStop)"))
  }

  private static func charset(_ members: JSONObject) -> String? {
    if case .string(let name)? = members["charset"] { return name }
    guard case .string(let type)? = members["content_type"] else { return nil }
    return PageDecoding.charset(of: type)
  }
}
