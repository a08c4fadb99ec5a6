import Augury
import Glibc

/// Reads phrases of time in a loop and prints how long the loop took: the library without the
/// program around it.
///
/// Standard input has a line of JSON for each phrase, as `augury interpret --batch` takes it; the
/// argument says how often all of them are read.
@main enum ReadingSpeed {
  static func main() {
    var phrases: [(text: String, reader: HorizonReader)] = []
    while let line = readLine() {
      guard case .object(let object)? = try? JSONValue(parsing: Array(line.utf8)),
        case .string(let text)? = object["text"], case .string(let day)? = object["reference"],
        let reference = try? CivilDate(iso: day.prefix(10))
      else { exit(65) }
      phrases.append((text, HorizonReader(reference: reference)))
    }
    let times = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 1
    var read = phrases.count { $0.reader.phrase($0.text) != nil }  // Warms up.
    let start = ContinuousClock.now
    for _ in 1..<times { read += phrases.count { $0.reader.phrase($0.text) != nil } }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let count = phrases.count * (times - 1)
    print("{\"phrases\":\(count),\"seconds\":\(seconds),\"read\":\(read / times)}")
  }
}
