package import Augury

extension Outcome {
  /// What was found out, in words: "yes, on 2026-12-03", "no, not seen through 2026-12-31".
  package var words: String {
    switch self {
    case .happened(let day): "yes" + (day.map { ", on \($0)" } ?? "")
    case .notSeen(let through): "no, not seen through \(through)"
    case .cannotHappen: "no, and it cannot happen any more"
    case .option(let option): option
    case .number(let number): number.text
    case .date(let day): day.description
    case .ambiguous: "ambiguous"
    case .annulled: "annulled"
    }
  }
}
