/// A forecast and its outcome in two bytes, for probabilities in steps of one ten-thousandth.
///
/// Sources speak in percent, platforms in tenths of a percent; what needs more digits does not fit
/// and is scored from a column of doubles. A million of these are read in less time than the line
/// that prints their score.
///
///     GridForecast(0.35, happened: true)?.probability  // 0.35
///     GridForecast(1.0 / 3, happened: true)  // nil
public struct GridForecast: Sendable, Equatable {
  /// What came about was given, in ten-thousandths; in the highest bit whether the event happened.
  let bits: UInt16

  /// How many steps of the grid make up 1.
  static let steps = 10_000

  /// Creates a forecast; nil unless the probability is a whole number of ten-thousandths in 0…1.
  ///
  /// The probability is on the grid when it is the double nearest to one of its points.
  public init?(_ probability: Double, happened: Bool) {
    let steps = Double(GridForecast.steps)
    let place = (probability * steps).rounded()
    guard place >= 0, place <= steps, place / steps == probability else { return nil }
    bits = happened ? UInt16(place) | 1 << 15 : UInt16(steps - place)
  }

  /// The probability given to the event, 0…1.
  public var probability: Double {
    Double(happened ? chance : GridForecast.steps - chance) / Double(GridForecast.steps)
  }

  /// Whether the event happened.
  public var happened: Bool { bits >> 15 == 1 }

  /// The chance, in ten-thousandths, that was given to what came about.
  @inline(__always)
  var chance: Int { Int(bits & 0x7fff) }
}
