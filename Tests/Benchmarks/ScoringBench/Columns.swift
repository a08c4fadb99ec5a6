import ForecastScoring
import Glibc

/// The columns of the benchmark, and the work on them.
struct Columns {
  let probabilities: [Double]
  let happened: [Bool]
  let sources: [UInt16]
  let forecasts: [GridForecast]
  let questions: ClusterTotals

  /// Reads the columns that lie in a folder.
  init(folder: String) {
    probabilities = read(folder + "/probabilities.f64", as: Double.self)
    happened = read(folder + "/happened.u8", as: UInt8.self).map { $0 != 0 }
    sources = read(folder + "/sources.u16", as: UInt16.self)
    forecasts = zip(probabilities, happened).compactMap {
      GridForecast(($0 * 10_000).rounded() / 10_000, happened: $1)
    }
    let scores = zip(probabilities, happened).map { brierScore(of: $0, happened: $1) }
    let clusters = read(folder + "/questions.u32", as: UInt32.self).map { Int($0) }
    questions = ClusterTotals(of: scores, clusters: clusters)
  }

  /// Does what a job asks for.
  func run(_ job: String) -> [Double] {
    switch job {
    case "grid": grid()
    case "doubles": doubles()
    case "isotonic": isotonic()
    case "bootstrap": bootstrap()
    default: []
    }
  }

  /// Brier and logarithmic scores by source, of probabilities on the grid.
  func grid() -> [Double] {
    sums(scoreTallies(of: forecasts, sources: sources, clip: 1e-4))
  }

  /// The same of arbitrary doubles.
  func doubles() -> [Double] {
    sums(scoreTallies(of: probabilities, happened: happened, sources: sources, clip: 1e-4) ?? [])
  }

  /// The exact isotonic regression of all rows: how many blocks, and the mean score of the curve.
  func isotonic() -> [Double] {
    let blocks = Recalibration(of: probabilities, happened: happened)?.blocks ?? []
    let sum = blocks.reduce(0) { $0 + Double($1.count) * $1.frequency * (1 - $1.frequency) }
    return [Double(blocks.count), sum / Double(probabilities.count)]
  }

  /// A thousand resamples of the questions, each with all its forecasts.
  func bootstrap() -> [Double] {
    let resampled = clusterBootstrap(of: questions, resamples: 1000, seed: 1)
    let interval = resampled?.interval(level: 0.9)
    return [interval?.low ?? -1, interval?.high ?? -1]
  }

  private func sums(_ tallies: [ScoreTally]) -> [Double] {
    var all = ScoreTally()
    for tally in tallies { all.add(tally) }
    return [all.brier ?? -1, all.log ?? -1, tallies.first?.brier ?? -1, tallies.first?.log ?? -1]
  }
}

/// A file's bytes as values of a plain type; nothing when it cannot be read.
private func read<Value: BitwiseCopyable>(_ path: String, as type: Value.Type) -> [Value] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  fseek(file, 0, SEEK_END)
  let count = ftell(file) / MemoryLayout<Value>.stride
  rewind(file)
  return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
    filled = fread(buffer.baseAddress, MemoryLayout<Value>.stride, count, file)
  }
}
