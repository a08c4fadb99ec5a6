import AuguryScheduler
import Testing

@Suite("Results of child processes")
struct ChildResultTests {
  @Test("A status is not a signal of the same number")
  func ends() {
    let exited = ChildResult(end: .exited(9), output: [], errors: [])
    let killed = ChildResult(end: .signalled(9), output: [], errors: [])
    #expect(exited != killed)
  }
}
