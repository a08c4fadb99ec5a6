package import Augury

/// Why a rule found neither an answer nor that there is none yet.
package enum RuleError: Error, Sendable, Equatable {
  /// There is no such file.
  case missing(String)
  /// The file cannot be read, for the reason given.
  case unreadable(String, reason: String)
  /// It is a folder, a pipe or a device, where a file is wanted.
  case notAFile(String)
  /// It has more bytes than are read.
  case tooLarge(String, limit: Int)
  /// The address was not fetched; the words are those of the program that fetches.
  case notFetched(FailureKind, what: String, remedy: String)
  /// The program that fetches did not do what it is there for.
  case fetcherFailed(String)
  /// What was found is not written as the rule needs it; the place says where.
  case malformed(String, fault: String)
  /// The deadline is long past, and the data have not reached it.
  case late(end: CivilDate?, deadline: CivilDate)
  /// The source says something else of a day than when it was read before; nothing for no row.
  case changed(day: CivilDate, before: String, now: String?)
  /// The program with its arguments was not approved on this machine.
  case notApproved([String])
  /// The program could not be run to its end.
  case notRun(ChildError)
  /// The program ended with a status or by a signal, after a line of words.
  case failed(String, how: String, words: String)
  /// The program's answer is not one that can be taken.
  case wrongAnswer(String, fault: String)
  /// The rule is of no use for this question.
  case unfit(String, remedy: String)
  /// The evidence could not be kept.
  case notKept(String)
}

extension RuleError: Explained {
  /// What may pass by itself is out of reach, a source that is not there is not found, and a past
  /// that changed is a conflict; the rest is invalid.
  package var kind: FailureKind {
    switch self {
    case .missing: .notFound
    case .notFetched(let kind, _, _): kind
    case .notRun(let error): error.kind
    case .late, .failed, .notKept, .fetcherFailed: .unavailable
    case .changed: .conflict
    case .unreadable, .notAFile, .tooLarge, .malformed, .notApproved, .wrongAnswer, .unfit:
      .invalid
    }
  }

  /// Whether it may pass by itself, so that the rule is worth another look soon.
  ///
  /// What only a person can mend waits for the rule's own interval; see ``RuleRetry``.
  package var isPassing: Bool {
    switch self {
    case .missing, .unreadable, .fetcherFailed, .malformed, .late, .changed, .failed, .notKept:
      true
    case .notFetched(let kind, _, _): kind == .unavailable || kind == .notFound
    case .notRun(let error): error.kind == .unavailable
    case .notAFile, .tooLarge, .notApproved, .wrongAnswer, .unfit: false
    }
  }

  /// Whether it contradicts what the rule found before, so that this is proposed no longer.
  package var takesBack: Bool { if case .changed = self { true } else { false } }

  /// What was looked at, and what is wrong with it.
  package var what: String {
    switch self {
    case .missing(let path): "There is no file \"\(path.clipped(to: 200))\"."
    case .unreadable(let path, let reason):
      "\"\(path.clipped(to: 200))\" cannot be read: \(reason)."
    case .notAFile(let path): "\"\(path.clipped(to: 200))\" is not a regular file."
    case .tooLarge(let path, let limit):
      "\"\(path.clipped(to: 200))\" has more than \(limit) bytes."
    case .notFetched(_, let what, _): what
    case .fetcherFailed(let fault): "augury-fetch \(fault)."
    case .malformed(let place, let fault): "\"\(place.clipped(to: 200))\": \(fault)."
    case .late(let end?, let deadline):
      "The data still end on \(end), before the deadline, \(deadline)."
    case .late(nil, let deadline): "The data still have no day, long after \(deadline)."
    case .changed(let day, let before, let now?):
      "The source now says \(now) for \(day); it had said \(before)."
    case .changed(let day, let before, nil):
      "The source no longer has \(day); it had said \(before)."
    case .notApproved(let words):
      "\"\(words.joined(separator: " ").clipped(to: 200))\" was not approved on this machine."
    case .notRun(let error): error.what
    case .failed(let program, let how, ""): "\"\(program.clipped(to: 200))\" \(how) without a word."
    case .failed(let program, let how, let words):
      "\"\(program.clipped(to: 200))\" \(how): \(words.clipped(to: 200))"
    case .wrongAnswer(let program, let fault):
      "The answer of \"\(program.clipped(to: 200))\" cannot be taken: \(fault)."
    case .unfit(let fault, _): fault
    case .notKept(let fault): "The evidence could not be kept: \(fault)"
    }
  }

  /// What to do about the source or the rule.
  package var remedy: String {
    switch self {
    case .missing: "Check the path; a relative one starts where the command runs."
    case .unreadable: "Check the permissions and the disk."
    case .notAFile: "Name a file; let a command read what is none."
    case .tooLarge: "Give the rule a smaller file, or let a command read it."
    case .notFetched(_, _, let remedy): remedy
    case .fetcherFailed: "Install augury-fetch beside augury."
    case .malformed: "Put the source right, or let a command read it."
    case .late: "See whether the source still goes on; else decide the question yourself."
    case .changed:
      "Look at both; then decide the question yourself, or give it the rule again to start afresh."
    case .notApproved: "If you trust it, say so with `augury rules approve`."
    case .notRun(let error): error.remedy
    case .failed: "Run the program yourself to see what it lacks."
    case .wrongAnswer: "Have the program answer as the page on rules says."
    case .unfit(_, let remedy): remedy
    case .notKept: "Check the disk and the permissions of the ledger's folder."
    }
  }
}
