import Dispatch
import Glibc
import Synchronization

/// The end of the program: by its work, or by its time being up, whichever comes first.
final class Ending: Sendable {
  private let isClaimed = Mutex(false)

  /// Sets the time after which `body` tells that it is up and gives the exit status.
  ///
  /// It runs on a thread of its own, so nothing that the fetch waits for can hold it up: a name
  /// being looked up, a slow answer, a thread that is busy.
  func after(_ seconds: Double, _ body: @escaping @Sendable () -> Int32) {
    DispatchQueue(label: "time").asyncAfter(deadline: .now() + seconds) { [self] in
      if claim() { _exit(body()) }
    }
  }

  /// Makes the work the end; waits to be ended where the time was up before.
  func take() {
    while !claim() { pause() }
  }

  private func claim() -> Bool {
    isClaimed.withLock { isClaimed in
      defer { isClaimed = true }
      return !isClaimed
    }
  }
}
