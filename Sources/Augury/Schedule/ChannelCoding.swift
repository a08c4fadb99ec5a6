/// Why a text does not describe a channel.
public enum ChannelTextError: Error, Sendable, Equatable {
  /// It is not JSON.
  case notJSON(JSONError)
  /// A member is missing or has the wrong form.
  case member(String)
  /// A member is not known here.
  case unknownMember(String)
}

extension ChannelTextError: Explained {
  /// Always `invalid`: the text cannot be taken as it is.
  public var kind: FailureKind { .invalid }

  /// The member at fault.
  public var what: String {
    switch self {
    case .notJSON(let error): "A channel is not described in JSON: \(error.what)"
    case .member(let name): "A channel's member \"\(name)\" is missing or has the wrong form."
    case .unknownMember(let name):
      "A channel has a member \"\(name.clipped)\" that is not known here."
    }
  }

  /// What to do with the channel.
  public var remedy: String {
    switch self {
    case .unknownMember: "Use a newer version of augury."
    default: "Drop the channel and add it anew."
    }
  }
}

extension Channel {
  /// The channel as one line of canonical JSON, from which it can be made again.
  ///
  /// Members at their default are left out.
  public var json: String {
    var members = kind.members
    members += [("name", .string(name)), ("zone", .string(plan.zone))]
    if plan.digest != .atOnce { members.append(("digest", .string(plan.digest.text))) }
    if let quiet = plan.quiet { members.append(("quiet", .string(quiet.text))) }
    if plan.onlyOverdue { members.append(("only_overdue", .boolean(true))) }
    return JSONObject.canonicalText(members)
  }

  /// Creates the channel that ``json`` wrote.
  ///
  /// Refuses what is missing, what has the wrong form and what is not known here.
  public init(json: String) throws(ChannelTextError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: Array(json.utf8))
    } catch {
      throw .notJSON(error)
    }
    var members = try ChannelMembers(value)
    name = try members.text("name")
    kind = try members.kind()
    plan = try members.plan()
    if let name = members.left { throw .unknownMember(name) }
  }
}

extension ChannelKind {
  /// What it is and where it leads as one line of canonical JSON, by which it is told apart.
  public var canonicalText: String { JSONObject.canonicalText(members) }

  /// Its members of a channel's description.
  fileprivate var members: [(String, JSONValue)] {
    var members: [(String, JSONValue)] = [("kind", .string(word))]
    switch self {
    case .terminal, .desktop: break
    case .ics(let path), .atom(let path): members.append(("path", .string(path)))
    case .mail(let to): members.append(("to", .string(to)))
    case .webhook(let url, let secretFile, let allowed):
      members.append(("url", .string(url)))
      if let secretFile { members.append(("secret_file", .string(secretFile))) }
      if !allowed.isEmpty { members.append(("allow", .array(allowed.map { .string($0) }))) }
    case .command(let words): members.append(("command", .array(words.map { .string($0) })))
    }
    return members
  }
}

extension JSONObject {
  /// The object of some members as one line of canonical JSON.
  fileprivate static func canonicalText(_ members: [(String, JSONValue)]) -> String {
    let object = JSONObject(members: members.map { .init(key: $0.0, value: $0.1) })
    return String(decoding: JSONValue.object(object).canonicalBytes(), as: UTF8.self)
  }
}

/// The members of a channel's description that were not read yet.
private struct ChannelMembers {
  private var members: [JSONObject.Member]

  init(_ value: JSONValue) throws(ChannelTextError) {
    guard case .object(let object) = value else { throw .member("name") }
    members = object.members
  }

  /// The name of a member that nothing asked for.
  var left: String? { members.first?.key }

  mutating func kind() throws(ChannelTextError) -> ChannelKind {
    switch try text("kind") {
    case "terminal": return .terminal
    case "desktop": return .desktop
    case "ics": return .ics(path: try text("path"))
    case "atom": return .atom(path: try text("path"))
    case "mail": return .mail(to: try text("to"))
    case "webhook":
      return .webhook(
        url: try text("url"), secretFile: try optionalText("secret_file"),
        allowed: try texts("allow") ?? [])
    case "command":
      guard let words = try texts("command"), !words.isEmpty else { throw .member("command") }
      return .command(words)
    default: throw .member("kind")
    }
  }

  mutating func plan() throws(ChannelTextError) -> DeliveryPlan {
    var plan = DeliveryPlan(zone: try text("zone"))
    if let text = try optionalText("digest") {
      guard let digest = DigestTime(text) else { throw .member("digest") }
      plan.digest = digest
    }
    if let text = try optionalText("quiet") {
      guard let quiet = QuietHours(text) else { throw .member("quiet") }
      plan.quiet = quiet
    }
    if let value = take("only_overdue") {
      guard case .boolean(let flag) = value else { throw .member("only_overdue") }
      plan.onlyOverdue = flag
    }
    return plan
  }

  mutating func text(_ name: String) throws(ChannelTextError) -> String {
    guard let text = try optionalText(name), !text.isEmpty else { throw .member(name) }
    return text
  }

  private mutating func optionalText(_ name: String) throws(ChannelTextError) -> String? {
    guard let value = take(name) else { return nil }
    guard case .string(let text) = value else { throw .member(name) }
    return text
  }

  private mutating func texts(_ name: String) throws(ChannelTextError) -> [String]? {
    guard let value = take(name) else { return nil }
    guard case .array(let values) = value else { throw .member(name) }
    var texts: [String] = []
    for value in values {
      guard case .string(let text) = value else { throw .member(name) }
      texts.append(text)
    }
    return texts
  }

  private mutating func take(_ name: String) -> JSONValue? {
    guard let index = members.firstIndex(where: { $0.key == name }) else { return nil }
    return members.remove(at: index).value
  }
}
