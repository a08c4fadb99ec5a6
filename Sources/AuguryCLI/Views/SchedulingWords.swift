import Augury
import AuguryRendering

extension Scheduling {
  /// All settings, each as a label and its words.
  var fields: [(label: String, words: String)] {
    [
      ("grace", graceWords), ("review", review.words), ("hazard", hazard.words),
      ("seen", seenWords),
    ]
  }

  /// The settings that are not at their default, in words.
  var special: [String] {
    zip(fields, Scheduling(question: question).fields).compactMap { own, usual in
      own.words == usual.words ? nil : "\(own.label): \(own.words)"
    }
  }

  /// What is other than before, in words.
  func changes(from before: Scheduling) -> [String] {
    zip(before.fields, fields).compactMap { old, new in
      old.words == new.words ? nil : "\(new.label): \(old.words) → \(new.words)"
    }
  }

  /// The settings as a JSON value.
  var json: JSONOutput {
    var days: JSONOutput = .null
    if case .every(let every) = review { days = .int(Int64(every)) }
    return [
      "grace_days": .int(Int64(graceDays ?? Grace.usualDays)), "review": .string(review.code),
      "review_days": days, "hazard": .string(hazard.code), "hidden": .bool(isHidden),
    ]
  }

  private var graceWords: String { Sentence.count(graceDays ?? Grace.usualDays, "day") }

  private var seenWords: String {
    isHidden ? "it could happen unseen" : "it would be seen"
  }
}

extension ReviewPlan {
  fileprivate var words: String {
    switch self {
    case .halving: "each time half of what was left has gone by"
    case .every(let days): "every \(SpanInput.words(hours: days * 24))"
    case .never: "never"
    }
  }

  fileprivate var code: String {
    switch self {
    case .halving: "halving"
    case .every: "every"
    case .never: "never"
    }
  }
}
