import Augury
import AuguryRendering
import AuguryStore

/// What answers to a question would do to the records of the sources that have spoken of it.
struct ConsequenceView {
  private let lines: [(id: String, consequence: Consequence)]

  /// Reads all statements, since a record rests on what others said of other questions too.
  init(of question: Int64, _ vantage: Vantage) throws {
    let statements = try vantage.snapshot.cachedStatements()
    lines = try statements.consequences(
      of: question, Policy(at: vantage.instant), try vantage.zones(statements.zoneNames),
      .processors
    ).map { (try vantage.snapshot.id(of: $0.source).text, $0) }
  }

  /// Adds the sentences, a list for each answer.
  func add(to block: inout KeyValueBlock) {
    for hypothesis in [Hypothesis.no, .yes] {
      let lines = lines.map(\.consequence).filter { $0.hypothesis == hypothesis }
      guard !lines.isEmpty else { continue }
      block.items.append(.bullets("if \(hypothesis.rawValue)", lines.map(\.sentence)))
    }
  }

  var json: JSONOutput { .array(lines.map { $0.consequence.json(id: $0.id) }) }
}
