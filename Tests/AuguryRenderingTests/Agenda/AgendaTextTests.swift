import Augury
import AuguryRendering
import Testing

@Suite("An agenda as text")
struct AgendaTextTests {
  private func text(_ agenda: Agenda, width: Int? = 72) -> String {
    AgendaText(agenda, zone: SampleAgenda.zone, names: SampleAgenda.names(agenda))
      .render(width: width, style: .plain)
  }

  @Test("It tells the day, how much waits, each item with what was found, and what comes")
  func whole() throws {
    #expect(
      text(try SampleAgenda.agenda()) == """
        Monday, 2026-11-23, Made/Up
        2 to decide, 1 overdue, 1 to look at.

        q00001  The army takes power in Moscow
                overdue: the deadline was 64 days ago, on 2026-09-20
                proposed: no, not seen through 2026-09-20 (it would have been
                seen)
                • https://example.org/a: nothing of the kind
                • “Coup, he said”; 3, 4
        q00002  It snows in Oslo
                due: the deadline was 2 days ago, on 2026-11-21
        q00003  Höchstgebot über 5,000; ja
                to be looked at again
                no deadline

        Next
        2026-11-26  q00005  The index closes above 5000: due
                    q00006  A treaty is signed: silent source
        2026-12-01  q00007  Peace: review

        1 more was settled before it was asked.

        """)
  }

  @Test("With the whole time over, its parts are left out; windows are not called deadlines")
  func windows() throws {
    let kinds: [OccasionKind] = [.strict, .due, .generous]
    let items = try kinds.map { kind in
      var item = try SampleAgenda.item(
        1, kind, "2026-11-19T22:00:00Z", "War breaks out", deadline: "2026-11-19", status: .due)
      item.goesByWindows = true
      return item
    }
    func lines(_ items: [AgendaItem]) throws -> [String] {
      let agenda = Agenda(
        instant: try SampleAgenda.instant("2026-11-23T06:30:00Z"), zone: "Made/Up", now: items,
        next: [])
      return text(agenda, width: 120).split(separator: "\n").dropFirst(3).map {
        $0.trimmingPrefix { $0 == " " }.description
      }
    }
    #expect(try lines(items) == ["due: its time ended 4 days ago, on 2026-11-19"])
    #expect(
      try lines([items[0]]).first
        == "a forecast's time is over by the strict reading of its words, through 2026-11-19")
  }

  @Test("With nothing to decide it says so")
  func empty() throws {
    let agenda = Agenda(
      instant: try SampleAgenda.instant("2026-11-23T22:30:00Z"), zone: "Made/Up", now: [], next: [])
    #expect(text(agenda) == "Tuesday, 2026-11-24, Made/Up\nNothing to decide.\n")
  }

  @Test(
    "A deadline is told by its distance",
    arguments: [
      ("2026-11-23", "the deadline is today, 2026-11-23"),
      ("2026-11-24", "the deadline is tomorrow, 2026-11-24"),
      ("2026-11-22", "the deadline was yesterday, 2026-11-22"),
      ("2026-12-23", "the deadline is in 30 days, on 2026-12-23"),
      ("2025-11-23", "the deadline was 365 days ago, on 2025-11-23"),
    ])
  func deadline(_ day: String, _ words: String) throws {
    let item = try SampleAgenda.item(
      1, .review, "2026-11-23T00:00:00Z", "x", deadline: day, status: .open)
    let agenda = Agenda(
      instant: try SampleAgenda.instant("2026-11-23T06:30:00Z"), zone: "UTC", now: [item], next: [])
    #expect(text(agenda).contains("\n        \(words)\n"))
  }

  @Test("Hostile text steers no terminal, starts no line of its own and breaks no width")
  func hostile() throws {
    let agenda = try SampleAgenda.agenda(hostile: HostileText.all)
    for width in [40, 72, 200] {
      let text = text(agenda, width: width)
      #expect(HostileText.danger(in: text, allowing: "\n") == nil)
      // What a terminal draws as one sign cannot be divided, however wide it is.
      for line in text.split(separator: "\n")
      where line.allSatisfy({ TerminalText.width(String($0)) <= 2 }) {
        #expect(TerminalText.width(String(line)) <= width)
      }
    }
    let alone = Agenda(
      instant: agenda.instant, zone: "UTC",
      now: [
        try SampleAgenda.item(
          1, .due, "2026-01-01T00:00:00Z", "a\nNothing to decide.", status: .due)
      ], next: [])
    #expect(!text(alone).contains("\nNothing to decide."))
  }
}
