import ArgumentParser
import Augury

/// Whether the world would see it happen.
enum Visibility: String, EnumerableFlag {
  case hidden, `public`

  static func help(for value: Visibility) -> ArgumentHelp? {
    switch value {
    case .hidden: "It could happen without anyone seeing it."
    case .public: "It would be seen when it happens (the default)."
    }
  }
}

/// Settings of a question as a person asks for them, each where it is to change.
struct ScheduleRequest {
  var grace: String?
  var review: String?
  var hazard: String?
  var visibility: Visibility?

  /// Whether nothing is asked for.
  var isEmpty: Bool { grace == nil && review == nil && hazard == nil && visibility == nil }

  /// Returns the settings as they are to be.
  func applied(to settings: Scheduling) throws -> Scheduling {
    var settings = settings
    if let grace { settings.graceDays = try ScheduleRequest.graceDays(grace) }
    if let review { settings.review = try ScheduleRequest.plan(review) }
    if let hazard { settings.hazard = try ScheduleRequest.hazard(hazard) }
    if let visibility { settings.isHidden = visibility == .hidden }
    return settings
  }

  private static func graceDays(_ text: String) throws -> Int? {
    guard text != "default" else { return nil }
    guard let days = Int(text), (0...36_500).contains(days) else {
      throw UsageError(
        "\"\(text.clipped)\" is not a grace.",
        "Give whole days from 0 to 36500, or default for \(Grace.usualDays).")
    }
    return days == Grace.usualDays ? nil : days
  }

  private static func plan(_ text: String) throws -> ReviewPlan {
    switch text {
    case "halving": .halving
    case "never": .never
    default: .every(days: try SpanInput.days(text))
    }
  }

  private static func hazard(_ text: String) throws -> HazardChoice {
    switch text {
    case "constant": return .constant
    case "uniform": return .uniform
    case "none": return .none
    default:
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "weibull",
        let shape = try? DecimalText(parsing: parts[1]), shape.double > 0
      else {
        throw UsageError(
          "\"\(text.clipped)\" is not a hazard.",
          "Give constant, uniform, none or weibull:SHAPE with a shape above 0.")
      }
      return .weibull(shape: shape)
    }
  }
}
