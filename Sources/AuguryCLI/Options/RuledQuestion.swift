import Augury
import AuguryStore

/// A question that has a rule, as a person names it.
struct RuledQuestion {
  let number: Int64
  let question: Question
  let short: String
  let rule: Rule

  /// Finds the question.
  ///
  /// - Throws: ``ConflictError`` where it has no rule, or what looking it up throws.
  init(_ name: String, in snapshot: Snapshot) throws {
    (number, question) = try snapshot.askedQuestion(name)
    short = try snapshot.short(question.id)
    guard let rule = try snapshot.rule(of: number)?.rule else {
      throw RuledQuestion.missing(short)
    }
    self.rule = rule
  }

  /// That there is no rule.
  static func missing(_ short: String) -> ConflictError {
    ConflictError("\(short) has no rule.", "See which there are: `augury rules list`.")
  }
}
