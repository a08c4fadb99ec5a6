/// How many items an agenda leaves out of each part, where it was made with a limit.
package struct AgendaRest: Sendable, Equatable {
  /// Of what waits for a decision.
  package var now: Int
  /// Of what comes next.
  package var next: Int

  /// Creates the counts; by default nothing is left out.
  package init(now: Int = 0, next: Int = 0) {
    self.now = now
    self.next = next
  }
}

extension AgendaWords {
  /// What stands in the place of items that are left out.
  static func more(_ count: Int) -> String {
    "… and \(NumberText.grouped(count)) more: augury due --limit 0"
  }
}
