import Glibc

/// Known faults: a run that does not find them is no proof of anything.
enum ControlFuzzing {
  /// Stops on a word that has to be found letter by letter.
  static func crash(_ bytes: [UInt8]) {
    precondition(!isReached(bytes), "the control was reached")
  }

  static func hang(_ bytes: [UInt8]) {
    while isReached(bytes) { sleep(1) }
  }

  static func hoard(_ bytes: [UInt8]) {
    var hoard: [[UInt8]] = []
    while isReached(bytes) { hoard.append(Array(repeating: 1, count: 1 << 20)) }
  }

  /// Whether the input begins with "dusk", which coverage alone can lead to.
  private static func isReached(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 4 else { return false }
    guard bytes[0] == 0x64 else { return false }
    guard bytes[1] == 0x75 else { return false }
    guard bytes[2] == 0x73 else { return false }
    return bytes[3] == 0x6B
  }
}
