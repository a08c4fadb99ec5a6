internal import ForecastScoring

/// What is left of one source's last word on a question, when time has passed and nothing was seen.
///
/// It is derived and labelled so: the source has said nothing new, and the statement that is scored
/// keeps the chance that it gave.
public struct Reevaluation: Sendable, Equatable {
  /// What time has made of a chance.
  public enum State: Sendable, Equatable {
    /// It falls while nothing happens: what is left of the chance of the event.
    case falling(ChanceRange)
    /// It stays as it was said, for it is not about something that happens *by* a day.
    case steady
    /// The window has passed.
    case passed
    /// Of a forecast of a date: the share, 0…1, of its chances that lies on days gone by.
    case behind(Double)
  }

  /// How a chance stands for one reading of its window.
  public struct View: Sendable, Equatable {
    /// The last day that counts; nothing only for a forecast of a date.
    public var deadline: Deadline?
    /// The share, 0…1, of the time from saying it to its deadline that is gone.
    public var gone: Double?
    /// What time has made of it.
    public var state: State
  }

  /// The number of the forecast's entry.
  public var forecast: Int64
  /// The number of the question's entry.
  public var question: Int64
  /// The number of the source's entry.
  public var source: Int64
  /// The chance of the event as it was said; nothing for a forecast of a date.
  public var said: ChanceRange?
  /// Whether the source says that the event will not happen.
  public var isNegated: Bool
  /// The first instant at which it may have been said, or when it was captured: not updated since.
  public var since: Instant
  /// How the chance is taken to fall.
  public var hazard: HazardChoice
  /// How it stands for the window that counts.
  public var window: View
  /// How it stands for a strict reading of its words of time; nothing where that is no other.
  public var strict: View?
  /// How it stands for a generous reading of them; nothing where that is no other.
  public var generous: View?

  /// The chance of the event now, by the window that counts; nothing for a forecast of a date.
  ///
  /// Once the window has passed without the event 0 is left of a chance that falls, and nothing can be
  /// said of one that does not.
  public var left: ChanceRange? { left(window) }

  /// The chance now of what the source said would be so: of a denial it rises.
  public var claim: ChanceRange? { left.map { isNegated ? $0.complement : $0 } }

  /// The chance of the event now, by one reading of the window.
  public func left(_ view: View) -> ChanceRange? {
    switch view.state {
    case .falling(let left): left
    case .steady: said
    case .passed: hazard == .none ? nil : .zero
    case .behind: nil
    }
  }
}

extension Reevaluation.View {
  /// Works out what is left of a chance of something that happens by a day.
  ///
  /// - Parameters:
  ///   - chance: The chance of the event as it was said.
  ///   - since: When it was said.
  ///   - deadline: The last day that counts.
  ///   - hazard: How it falls.
  ///   - instant: The instant to look at it.
  ///   - zones: The zones that deadlines name.
  public init(
    of chance: ChanceRange, since: Instant, until deadline: Deadline, _ hazard: HazardChoice,
    at instant: Instant, _ zones: Zones
  ) {
    let end = zones.end(of: deadline.day, in: deadline.zone)
    let elapsed = Double(instant.microseconds) - Double(since.microseconds)
    let horizon = Double(end.microseconds) - Double(since.microseconds)
    self.deadline = deadline
    guard instant < end, horizon > 0 else {
      gone = 1
      state = .passed
      return
    }
    gone = min(max(elapsed / horizon, 0), 1)
    let left = hazard.decay.flatMap { hazard in
      chance.map { chanceLeft(of: $0, elapsed: elapsed, horizon: horizon, hazard: hazard) }
    }
    state = left.map { .falling($0) } ?? .steady
  }
}

extension HazardChoice {
  /// The hazard as mathematics knows it; nothing where the chance does not fall.
  fileprivate var decay: DeadlineHazard? {
    switch self {
    case .constant: .constant
    case .weibull(let shape): .weibull(shape: shape.double)
    case .uniform: .uniform
    case .none: nil
    }
  }
}
