import Augury
import AuguryRendering
import AuguryScheduler
import AuguryStore

/// What passes of the scheduler take from this process.
struct SchedulerSetup {
  let workspace: Workspace

  /// Returns one pass over the ledger, by a connection of its own.
  ///
  /// - Parameter show: Tells notices on the terminal; when it returns they are told. Nothing where
  ///   there is none.
  /// - Returns: The pass.
  /// - Throws: What opening the ledger throws.
  func pass(_ show: ((Delivery) throws -> Void)?) throws -> SchedulerPass {
    let ledger = try workspace.open()
    let runner = workspace.runner(ledger, archive: Archive(of: ledger.path))
    return SchedulerPass(
      ledger, workspace.capture, try workspace.channelTools(ledger), runner,
      zone: try ZoneLookup(ledger: ledger.zone).rules, show: show)
  }

  /// Returns a digest of no notices, for programs that read one of each pass.
  func nothing() throws -> Delivery {
    let ledger = try workspace.open()
    let agenda = Agenda(instant: Environment.now(), zone: ledger.zone, now: [], next: [])
    return Delivery(
      ledger: ledger.id, items: [], agenda: agenda, zone: try ZoneFiles.rules(ledger.zone))
  }

  /// Tells notices on standard output in the form that is asked for.
  func show(_ delivery: Delivery) throws {
    switch try workspace.format() {
    case .table:
      try Terminal.tell(
        delivery.text.render(width: Terminal.width, style: try workspace.styler()))
    case .jsonl: try Terminal.tell(delivery.json.compact + "\n")
    default: try Terminal.tell(delivery.json.pretty + "\n")
    }
  }
}

extension PassReport {
  /// What was done, in a line for standard error; nothing where nothing was.
  var words: String? {
    var parts: [String] = []
    if let jump = tick.jump {
      let before = jump.before.civilDate
      switch jump.mark {
      case .back where tick.rearmed == 0 && tick.looked == 0:
        parts.append(
          "The clock stands at \(tick.instant.civilDate), before the ledger began: nothing is decided by it."
        )
      case .back:
        parts.append(
          "The clock went back from \(before) to \(tick.instant.civilDate): "
            + "\(Sentence.count(tick.rearmed, "notice")) will be asked again in time.")
      case .ahead:
        if !tick.decided.isEmpty { parts.append("Nothing has looked since \(before).") }
      }
    }
    for look in looks {
      if let failure = look.failure {
        parts.append("The rule of \(look.question.text) could not be followed: \(failure)")
      }
      if look.isMended { parts.append("The rule of \(look.question.text) can be followed again.") }
      if look.isDecided, let finding = look.finding {
        parts.append("The rule of \(look.question.text) decided it: \(finding)")
      }
    }
    for (channel, result) in deliveries {
      if case .failed(let count, let fault) = result {
        let notices = Sentence.count(count, "notice")
        let waiting = count == 0 ? "" : ", with \(notices) waiting"
        parts.append(
          fault.isLasting
            ? "The channel \(channel) is not used until it is put right\(waiting): \(fault.reason)"
            : "\(notices) could not be delivered by \(channel): \(fault.reason)")
      }
    }
    return parts.isEmpty ? nil : TerminalText.escape(parts.joined(separator: " "))
  }
}

extension PlannedAsk {
  /// What is asked about a question, as a JSON value.
  func json(_ question: Int64, _ snapshot: Snapshot) throws -> JSONOutput {
    let id = try snapshot.id(of: question)
    return [
      "key": .string(Occasion(question: id, kind: step.kind, due: step.at).key),
      "question": .string(id.text), "kind": .string(step.kind.rawValue),
      "due": .string(step.at.rfc3339), "asked": .string(asked.rfc3339),
      "text": .string(try snapshot.question(question)?.text ?? ""),
    ]
  }
}
