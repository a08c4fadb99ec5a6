import ForecastScoring
import Glibc

/// Times the library on columns that scoring.py has written, one job per line of standard input.
///
/// The argument is the folder of the columns. A job's answer is one line: milliseconds of wall time and of
/// CPU time, then figures by which the caller checks that the same was computed as by its peers.
let columns = Columns(folder: CommandLine.arguments.dropFirst().first ?? ".")

while let job = readLine() {
  let start = (wall: milliseconds(CLOCK_MONOTONIC), cpu: milliseconds(CLOCK_PROCESS_CPUTIME_ID))
  let figures = columns.run(job)
  let wall = milliseconds(CLOCK_MONOTONIC) - start.wall
  let cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - start.cpu
  print(([wall, cpu] + figures).map { "\($0)" }.joined(separator: " "))
  fflush(nil)
}

/// What a clock of the system shows.
func milliseconds(_ clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}
