internal import Augury

extension Projector {
  /// Makes the rows of a question anew from what was first asked and the acts upon it.
  func fold(
    _ original: Question, _ number: Int64, _ acts: [Entry], at seq: Int64
  ) throws(StoreError) {
    var question = original
    var moves = 0
    for act in acts {
      switch act.body {
      case .correction(let correction): question = try question.corrected(by: correction, act.seq)
      case .amendment(let amendment):
        question.amend(by: amendment)
        moves += 1
      case .tagging(let tagging): question.tag(by: tagging)
      case .assignment(_, let event): question.event = event
      default: break
      }
    }
    try replace("question", "number", number, at: seq)
    try replace("tag", "question", number, at: seq)
    try insert(question, number, moves: moves, at: seq)
    for tag in question.tags {
      try database.run(
        "insert into tag (question, tag, from_seq) values ($1, $2, $3)",
        .integer(number), .text(tag), .integer(seq))
    }
    try index(question.text, .question, number, at: seq)
  }

  private func insert(
    _ question: Question, _ number: Int64, moves: Int, at seq: Int64
  ) throws(StoreError) {
    try database.run(
      """
      insert into question (number, kind, text, text_key, deadline, zone, event, system,
        system_key, moves, from_seq)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      """,
      .integer(number), .text(question.kind.rawValue), .text(question.text),
      .integer(Words.key(question.text)), .optional(question.deadline?.day.dayNumber),
      .optional(question.deadline?.zone), .optional(question.event),
      .optional(question.origin?.system), .optional(question.origin?.key),
      .integer(Int64(moves)), .integer(seq))
  }

  /// Opens the row of a resolution.
  func insert(_ resolution: Resolution, _ entry: Entry, at seq: Int64) throws(StoreError) {
    let row = OutcomeRow(resolution.outcome)
    try database.run(
      """
      insert into resolution (number, question, outcome, option, day, value, known, recorded_at,
        from_seq)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (number, from_seq) do update set to_seq = null
      """,
      .integer(entry.seq), .integer(try number(resolution.question)), .text(row.word),
      .optional(row.option), .optional(row.day?.dayNumber), .optional(row.value),
      .optional(resolution.known?.dayNumber), .integer(entry.recordedAt.microseconds),
      .integer(seq))
  }
}

/// An outcome as the columns of a row.
struct OutcomeRow {
  var word: String
  var option: String?
  var day: CivilDate?
  var value: Double?

  init(_ outcome: Outcome) {
    switch outcome {
    case .happened(let on): (word, day) = ("happened", on)
    case .notSeen(let through): (word, day) = ("not seen", through)
    case .cannotHappen: word = "cannot happen"
    case .option(let name): (word, option) = ("option", name)
    case .number(let number): (word, value) = ("number", number.double)
    case .date(let on): (word, day) = ("date", on)
    case .ambiguous: word = "ambiguous"
    case .annulled: word = "annulled"
    }
  }
}
