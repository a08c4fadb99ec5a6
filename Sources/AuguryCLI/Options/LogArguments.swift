import Augury

/// Reads the arguments of `log` in the one way that is put often.
///
/// The general parser works by reflection, which takes longer than recording the forecast does;
/// one-line entry is what people wait for. Whatever is not plainly right here, a mistake or a call
/// for help, gives nothing, and the general parser decides and explains.
struct LogArguments {
  private(set) var request = LogRequest()
  private(set) var common = CommonOptions()
  // A handful of names: making a set ready takes longer than looking through them.
  private var seen: [String] = []

  /// Reads the arguments after the command's name.
  init?(_ arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      guard argument.utf8.first == UInt8(ascii: "-"), argument != "-" else {
        request.words.append(argument)
        continue
      }
      if takeFlag(argument) { continue }
      guard let (name, value) = LogArguments.pair(argument, &rest), take(name, value) else {
        return nil
      }
    }
  }

  private static func pair(
    _ argument: String, _ rest: inout some IteratorProtocol<String>
  ) -> (String, String)? {
    if argument.hasPrefix("--"), let sign = argument.utf8.firstIndex(of: UInt8(ascii: "=")) {
      return (String(argument[..<sign]), String(argument[argument.utf8.index(after: sign)...]))
    }
    guard let value = rest.next(), value.utf8.first != UInt8(ascii: "-") else { return nil }
    return (argument, value)
  }

  private mutating func takeFlag(_ name: String) -> Bool {
    switch name {
    case "--not": request.not = true
    case "--translated": request.translated = true
    case "--paraphrased": request.paraphrased = true
    case "--ordered": request.ordered = true
    case "--new": request.new = true
    default: return false
    }
    return true
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--via": request.via.append(value)
    case "--evidence": request.evidence.append(value)
    case "--tag": request.tag.append(value)
    case "--option": request.option.append(value)
    case "--quantile": request.quantile.append(value)
    default: return takeOnce(name == "-p" ? "--probability" : name, value)
    }
    return true
  }

  private mutating func takeOnce(_ name: String, _ value: String) -> Bool {
    guard !seen.contains(name) else { return false }
    seen.append(name)
    switch name {
    case "--question": request.question = value
    case "--by": request.by = value
    case "--probability": request.probability = value
    case "--said": request.said = value
    case "--language": request.language = value
    case "--on": request.on = value
    case "--until": request.until = value
    case "--zone": request.zone = value
    case "--criteria": request.criteria = value
    case "--event": request.event = value
    case "--baseline": request.baseline = value
    case "--unit": request.unit = value
    case "--ledger": common.ledger = value
    case "--source-kind":
      request.sourceKind = SourceKind(rawValue: value)
      return request.sourceKind != nil
    case "--format":
      common.format = OutputFormat(rawValue: value)
      return common.format != nil
    case "--color":
      common.color = ColourChoice(rawValue: value)
      return common.color != nil
    default: return false
    }
    return true
  }
}
