internal import ForecastScoring

/// How often what was called likely, or unlikely, came about, beside how often it was to.
public struct CallCount: Sendable, Equatable {
  /// How many forecasts were called so.
  public var calls: Int
  /// In how many of them what was said came about.
  public var happened: Int
  /// In how many it was to, by the chances themselves: their sum.
  public var expected: Double
  /// The counts that a calibrated source has in nine records of ten: the exact middle 90 %; nothing
  /// where several forecasts are on one event, and so stand or fall together.
  public var range: ClosedRange<Int>?

  /// Counts the scored forecasts whose chance is of a kind; nothing when there is none.
  init?(_ scored: [AssessedForecast], where isCalled: (Double) -> Bool) {
    let called = scored.filter { $0.happened != nil && $0.probability.map(isCalled) ?? false }
    guard !called.isEmpty, let counts = PoissonBinomial(of: called.compactMap(\.probability)) else {
      return nil
    }
    calls = called.count
    happened = called.count { $0.happened == true }
    expected = counts.mean
    if called.firstOfEachEvent.count == called.count {
      range = counts.quantile(at: 0.05)...counts.quantile(at: 0.95)
    }
  }
}

extension [AssessedForecast] {
  /// The first forecast on each event, in order: what strikes one strikes all of them.
  var firstOfEachEvent: [AssessedForecast] {
    var events: Set<String> = []
    var questions: Set<Int64> = []
    return filter { forecast in
      forecast.event.map { events.insert($0).inserted }
        ?? questions.insert(forecast.question).inserted
    }
  }
}
