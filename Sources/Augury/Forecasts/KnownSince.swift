/// When the outcome of a forecast was known, or could have been.
enum KnownSince {
  /// Returns the instant from which an outcome was known, in microseconds; nothing when that cannot
  /// be told.
  ///
  /// - Parameters:
  ///   - outcome: What was found out. While that is nothing, the end of the window stands for it,
  ///     and without a window no time at all is too late.
  ///   - known: When the resolution says that it became known.
  ///   - deadline: The end of the forecast's window.
  ///   - end: Returns the first instant after a deadline.
  /// - Returns: The instant, `.max` when nothing is known and no window ends, or nothing.
  ///
  /// A yes is known from the first instant of the day it happened, a no from the end of the window,
  /// also where the event came later. A yes of an unknown day is known from the end too: else the
  /// grade would leave out what came true and keep what did not.
  static func instant(
    _ outcome: Outcome?, known: CivilDate?, deadline: Deadline?, end: (Deadline) -> Int64
  ) -> Int64? {
    func start(_ day: CivilDate) -> Int64 {
      end(Deadline(day: day.adding(days: -1), zone: deadline?.zone))
    }
    if case .happened(let day?) = outcome, let deadline, day > deadline.day { return end(deadline) }
    if let known { return start(known) }
    switch outcome {
    case nil: return deadline.map(end) ?? .max
    case .happened(let day?), .date(let day): return start(day)
    default: return deadline.map(end)
    }
  }
}

extension CaptureGrade {
  /// Derives the grade of a forecast that is captured at an instant, without any other stamp.
  public init(
    captured: Instant, outcome: Outcome?, known: CivilDate?, deadline: Deadline?, _ zones: Zones
  ) {
    let since = KnownSince.instant(outcome, known: known, deadline: deadline) {
      zones.end(of: $0.day, in: $0.zone).microseconds
    }
    self.init(captured: captured, stamped: nil, known: since.map(Instant.init))
  }
}
