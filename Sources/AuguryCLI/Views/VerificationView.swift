import Augury
import AuguryRendering
import AuguryStore

/// What a verification did and found.
struct VerificationView {
  private let verification: Verification
  private let kept: Root?

  init(_ verification: Verification, kept: Root?) {
    self.verification = verification
    self.kept = kept
  }

  func answer() -> Answer {
    Answer(json: json()) { [self] _, style in
      let root = verification.root
      var text = ""
      for finding in verification.findings {
        text += style.styled("✗", .bad) + " " + TerminalText.escape(finding.what) + "\n"
      }
      if verification.findings.contains(where: \.isRebuildable) {
        text += "  The records themselves decide: `augury rebuild` makes the tables anew.\n"
      }
      guard verification.findings.isEmpty else {
        return text + "\(Sentence.count(verification.findings.count, "finding")) in "
          + "\(Sentence.count(Int(root.size), "entry")).\n"
      }
      text +=
        style.styled("✓", .good) + " \(Sentence.count(Int(root.size), "entry")), "
        + "all as they were written; root \(root.hash.hex)\n"
      if let kept { text += "  the first \(kept.size) match the root kept elsewhere\n" }
      if !verification.redacted.isEmpty {
        text +=
          "  redacted: " + verification.redacted.map { "#\($0)" }.joined(separator: ", ") + "\n"
      }
      if !verification.marked.isEmpty {
        text += "  the clock jumped at \(Sentence.count(verification.marked.count, "entry"))\n"
      }
      return text
    }
  }

  private func json() -> JSONOutput {
    [
      "ok": .bool(verification.findings.isEmpty),
      "root": [
        "size": .int(verification.root.size), "hash": .string(verification.root.hash.hex),
      ],
      "redacted": .array(verification.redacted.map { .int($0) }),
      "clock_marks": .object(
        verification.marked.sorted { $0.key < $1.key }.map {
          ("\($0.key)", .string($0.value.rawValue))
        }),
      "findings": .array(
        verification.findings.map { finding in
          [
            "entry": finding.entry.map { .int($0) } ?? .null, "what": .string(finding.what),
            "rebuildable": .bool(finding.isRebuildable),
          ]
        }),
    ]
  }
}
