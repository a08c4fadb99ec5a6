import Augury
import AuguryScheduler
import AuguryStore
import Glibc

// Times passes of the scheduler over a ledger: WatchBench LEDGER DAY [DAY]
//
// The first pass is made at noon of the first day and takes in the whole ledger; then, for each
// further day, one pass at its noon and two that have nothing to do. Prints one JSON line a pass:
// what it was for, milliseconds, how many were decided and looked at, and the peak memory in MB.

/// Passes over one ledger by a clock that stands where it is set.
struct WatchBench {
  let path: String

  func run(_ days: [String]) throws {
    for (place, day) in days.enumerated() {
      let noon = try Instant(rfc3339: day + "T12:00:00Z")
      try pass(place == 0 ? "first" : "due", at: noon)
      try pass("idle", at: noon.advanced(byMicroseconds: 60_000_000))
      try pass("idle", at: noon.advanced(byMicroseconds: 120_000_000))
    }
  }

  private func pass(_ name: String, at now: Instant) throws {
    let capture = Capture(author: "bench", clock: { now }, random: SystemRandomNumberGenerator())
    let start = ContinuousClock.now
    // A connection of its own, as each pass of the program has.
    let report = try Tick(
      try Ledger.open(path), capture,
      recipients: [Recipient(channel: "terminal") { _, _, now in now }], zone: { _ in .utc }
    ).run()
    let time = (ContinuousClock.now - start).components
    let milliseconds = Double(time.seconds) * 1000 + Double(time.attoseconds) / 1e15
    print(
      #"{"pass":"\#(name)","ms":\#(milliseconds),"decided":\#(report.decided.count),"#
        + #""looked":\#(report.looked),"peak_mb":\#(peakMegabytes)}"#)
  }

  private var peakMegabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

let arguments = CommandLine.arguments
guard arguments.count > 2 else {
  print("WatchBench LEDGER DAY [DAY]")
  exit(64)
}
try WatchBench(path: arguments[1]).run(Array(arguments[2...]))
