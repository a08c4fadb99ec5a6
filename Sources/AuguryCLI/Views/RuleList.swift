import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

/// The rules that stand, in the order of their questions.
struct RuleList {
  private struct Row {
    let id: Identifier
    let short: String
    let text: String
    let rule: Rule
    let seq: Int64
    let recorded: Instant
    /// Whether it may do here what it says; nothing where that needs no approval.
    let isApproved: Bool?
    /// Where the looks at it stand; nowhere once its question is decided.
    let watch: RuleWatch

    /// What becomes of what it finds, in words.
    var consequence: String {
      guard isApproved == false else { return rule.consequence }
      if case .command = rule.place { return "nothing: not approved on this machine" }
      return "proposed: not approved on this machine"
    }
  }

  private let rows: [Row]

  init(_ vantage: Vantage) throws {
    let snapshot = vantage.snapshot
    let approvals = vantage.workspace.approvals(vantage.ledger)
    rows = try snapshot.questionsWithRules().compactMap { number in
      guard let found = try snapshot.rule(of: number), let record = try snapshot.question(number)
      else { return nil }
      let id = try snapshot.id(of: number)
      return Row(
        id: id, short: try snapshot.short(id), text: record.text, rule: found.rule,
        seq: found.seq, recorded: found.recorded,
        isApproved: found.rule.needsApproval ? approvals.hold(found.rule) : nil,
        watch: record.outcome == nil
          ? try snapshot.watch(of: number, by: found.seq, at: vantage.instant) : RuleWatch())
    }
  }

  func answer() -> Answer {
    let items = rows.map { row in
      JSONOutput.object(
        [
          ("question", .string(row.id.text)), ("text", .string(row.text)),
          ("entry", .int(row.seq)), ("recorded_at", .string(row.recorded.rfc3339)),
          ("rule", row.rule.json), ("approved", row.isApproved.map { .bool($0) } ?? .null),
        ] + row.watch.members)
    }
    let fields = rows.map { row in
      [
        row.id.text, row.text, "\(row.seq)", row.recorded.rfc3339, row.rule.words,
        "\(row.rule.everyHours)", "\(row.rule.isAutomatic)",
        row.isApproved.map { "\($0)" } ?? "",
      ] + row.watch.fields
    }
    let header =
      [
        "question", "text", "entry", "recorded_at", "rule", "every_hours", "auto", "approved",
      ] + RuleWatch.names
    return Answer(items: items, in: ["rules": .array(items)], rows: [header] + fields) {
      [self] width, style in
      guard !rows.isEmpty else { return "No question has a rule.\n" }
      var table = TextTable(columns: [
        .init("id"), .init("question", minimumWidth: 16, fit: .wrapped),
        .init("rule", minimumWidth: 24, fit: .wrapped), .init("looks", fit: .wrapped),
        .init("what it finds is", fit: .wrapped),
      ])
      for row in rows {
        table.append([
          .init(row.short, style: .identifier), .init(row.text), .init(row.rule.words),
          .init(row.rule.interval, footnote: row.watch.trouble), .init(row.consequence),
        ])
      }
      return table.render(width: width, style: style)
    }
  }
}
