/// How sure it is that a forecast was on record before its outcome was known.
public enum CaptureGrade: String, Sendable, CaseIterable, Comparable {
  /// Nothing shows that it was on record before.
  case afterwards
  /// Another system had stamped it before.
  case documented
  /// It was captured here before.
  case live

  /// Derives the grade of a forecast.
  ///
  /// - Parameters:
  ///   - captured: When it was entered here, by the machine's clock.
  ///   - stamped: The last instant that another system's stamp allows, if there is a stamp.
  ///   - known: The instant from which the outcome was known, or could be: once it is not known
  ///     when that was, nothing can be shown to lie before it.
  public init(captured: Instant, stamped: Instant?, known: Instant?) {
    guard let known else {
      self = .afterwards
      return
    }
    if captured < known {
      self = .live
    } else if let stamped, stamped <= known {
      self = .documented
    } else {
      self = .afterwards
    }
  }

  private var rank: Int {
    switch self {
    case .afterwards: 0
    case .documented: 1
    case .live: 2
    }
  }

  /// Orders grades from the weakest to the strongest.
  public static func < (one: CaptureGrade, other: CaptureGrade) -> Bool { one.rank < other.rank }
}
