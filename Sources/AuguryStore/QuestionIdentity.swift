internal import Augury

/// What makes a question the same in two files: its name in its system, else its text, deadline
/// and kind among the questions of its system without such a name.
enum QuestionIdentity: Hashable {
  case named(system: String, key: String)
  case asked(system: String?, text: String, deadline: Int64?, kind: String)

  init(_ question: ImportedQuestion) {
    self.init(
      question.origin, text: question.text,
      deadline: (question.standingDeadline?.day.dayNumber).map(Int64.init),
      kind: question.kind.rawValue)
  }

  init(_ origin: Origin?, text: String, deadline: Int64?, kind: String) {
    if let origin, let key = origin.key {
      self = .named(system: origin.system, key: key)
    } else {
      self = .asked(system: origin?.system, text: text, deadline: deadline, kind: kind)
    }
  }
}

extension Snapshot {
  /// Returns the identities of all standing questions, those that they had before first, then the
  /// newest questions first.
  func questionIdentities() throws(StoreError) -> [(
    identity: QuestionIdentity, number: Int64, isPresent: Bool
  )] {
    try database.all(
      """
      select q.number, q.kind, q.text, q.deadline, q.system, q.system_key, \(Snapshot.stands("q"))
      from question q
      where \(Snapshot.stands("q")) or q.to_seq is not null and exists (
        select 1 from question p where p.number = q.number and \(Snapshot.stands("p")))
      order by 7, q.number desc
      """, .integer(seq)
    ) { row in
      let origin = row.optionalText(4).map { Origin(system: $0, key: row.optionalText(5)) }
      let identity = QuestionIdentity(
        origin, text: row.text(2), deadline: row.optionalInteger(3), kind: row.text(1))
      return (identity, row.integer(0), row.integer(6) == 1)
    }
  }

  /// Returns the number of the question or forecast that a name of this very ledger stands for.
  func own(_ origin: Origin?, _ table: String) throws(StoreError) -> Int64? {
    guard let origin, origin.system == ledger.system, let key = origin.key else { return nil }
    let sql = "select number from identifier where id = $1"
    guard let number = try database.first(sql, .text(key), make: { $0.integer(0) }) else {
      return nil
    }
    return try stands(table, number) ? number : nil
  }
}

extension Ledger {
  /// The name under which other ledgers know this one as a system.
  package var system: String { OriginLedger.system(id) }

  /// Returns a deadline with the name of its zone, so that it ends at the same instant in any ledger.
  func explicit(_ deadline: Deadline) -> Deadline {
    Deadline(day: deadline.day, zone: deadline.zone ?? zone)
  }
}
