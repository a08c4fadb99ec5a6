import Augury
import AuguryStore

/// What a second look at the words of forecasts gives.
struct SecondLook {
  /// One forecast with what its words are now taken to mean.
  struct Glance {
    let worded: WordedForecast
    let reading: Reading?
    /// Whether the outcome was known, so that no score changes.
    let isLate: Bool

    /// Whether the reading is another than the one on record.
    var isMoved: Bool { !Reading.areAlike(reading, worded.forecast.reading) }

    /// The forecast with the reading that it now has.
    var forecast: Forecast {
      var forecast = worded.forecast
      forecast.reading = reading
      return forecast
    }
  }

  /// All forecasts whose words were read, in the order of the ledger.
  let glances: [Glance]

  /// The forecasts whose reading is another now.
  let moved: [Glance]

  /// Reads all words anew, or only those of one source, as it is done at an instant.
  init(
    _ snapshot: Snapshot, _ statements: Statements, _ scales: SourceScales, source: Int64? = nil,
    at instant: Instant
  ) throws {
    var glances: [Glance] = []
    for worded in try snapshot.wordedForecasts(among: statements)
    where source.map({ $0 == worded.source }) ?? true {
      let reader = try scales.reader(
        source: worded.source, venue: worded.forecast.citations.first?.venue)
      glances.append(
        Glance(
          worded: worded, reading: worded.reread(by: reader), isLate: worded.isLate(at: instant)))
    }
    self.glances = glances
    moved = glances.filter(\.isMoved)
  }
}
