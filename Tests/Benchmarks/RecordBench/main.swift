import AuguryStore
import Glibc

/// Times the table of Brier and logarithmic scores of a ledger, one job per line of standard input.
///
/// The argument is the ledger's path. `table` reads the columns that are kept beside it and adds them
/// up: its answer is the milliseconds of both and of reading, whether the file was read, and sums by
/// which the caller checks that its peer did the same. `write FOLDER` writes the columns for that peer.
let bench = try TableBench(Ledger.open(CommandLine.arguments.dropFirst().first ?? ""))

while let job = readLine() {
  let words = job.split(separator: " ")
  let answer = words.count > 1 ? try bench.write(to: String(words[1])) : try bench.table()
  print(answer)
  fflush(nil)
}
