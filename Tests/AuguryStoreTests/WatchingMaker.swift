import Augury

/// Bodies of the entries that say how a question is watched and what was found.
extension BodyMaker {
  /// One of the four kinds.
  mutating func watching(_ question: Question) throws -> EntryBody {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .schedule(try scheduling(of: question))
    case 1: .snooze(try snooze(of: question))
    case 2: .rule(try ruleChange(of: question))
    default: .review(try review(of: question))
    }
  }

  mutating func scheduling(of question: Question) throws -> Scheduling {
    let shape = try DecimalText(parsing: random.pick(["0.5", "1.50", "2", "1e-3"]))
    return Scheduling(
      question: question.id, graceDays: random.pick([nil, 0, 7, 30, 36_500]),
      review: random.pick([.halving, .never, .every(days: 1), .every(days: 14)]),
      hazard: random.pick([.constant, .uniform, .none, .weibull(shape: shape)]),
      isHidden: random.once(in: 3))
  }

  mutating func snooze(of question: Question) throws -> Snooze {
    Snooze(
      question: question.id, until: try maybe { try $0.day() }, reason: maybe { $0.text() })
  }

  mutating func ruleChange(of question: Question) throws -> RuleChange {
    RuleChange(question: question.id, rule: try maybe { try $0.rule() })
  }

  mutating func rule() throws -> Rule {
    let place: RulePlace = random.pick([
      .file("/data/" + text()), .url("https://example.org/" + text()), .command(["look", text()]),
    ])
    var tests: [RuleTest] = [
      .value(try ruleValue(.csv)), .value(try ruleValue(.json)), .words([text(), "42"]),
    ]
    if case .command = place { tests.append(.answer) }
    return Rule(
      place: place, test: random.pick(tests), isAutomatic: random.once(in: 3),
      everyHours: random.pick([1, 6, 24, 168]))
  }

  private mutating func ruleValue(_ form: RuleForm) throws -> RuleValue {
    RuleValue(
      form: form, rows: form == .json ? maybe { $0.text() } : nil, value: text(),
      date: maybe { $0.text() }, comparison: random.pick(RuleComparison.allCases),
      threshold: try DecimalText(parsing: random.pick(["5000", "-2.50", "1e3"])))
  }

  mutating func review(of question: Question) throws -> Review {
    Review(
      question: question.id, looked: Instant(microseconds: 1_767_268_800_000_001),
      proposal: try maybe { try $0.outcome(of: question.kind) },
      known: try maybe { try $0.day() }, finding: text(),
      evidence: random.pick([
        [], [.url("https://example.org")], [.url("https://example.org"), .document(document())],
      ]))
  }
}
