import Glibc

/// The fuzzer's program: `swift build --sanitize=fuzzer` links libFuzzer, whose own `main` gives
/// made bytes to the parser that the environment names in `AUGURY_FUZZ`.
///
/// Built without the sanitizer and without `LIBFUZZER` it reads the files it is given: the way to look
/// at an input that a run has kept, in a debugger too.
#if !LIBFUZZER
  @main
#endif
enum Fuzzing {
  /// The parser that is tried.
  static let target: FuzzTarget = {
    let name = getenv("AUGURY_FUZZ").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      print("AUGURY_FUZZ names a parser: one of \(names).")
      exit(64)
    }
    return target
  }()

  static func main() {
    let target = target
    for path in CommandLine.arguments.dropFirst() {
      guard let bytes = bytes(ofFile: path) else {
        print("\(path) cannot be read.")
        exit(66)
      }
      target.read(bytes)
    }
  }

  private static func bytes(ofFile path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }
}

/// What libFuzzer calls with each input.
@c(LLVMFuzzerTestOneInput)
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Fuzzing.target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
