import Foundation
import TestSupport
import Testing

/// The scheduler as the real program runs it.
struct WatchRunTests {
  @Test("The units for systemd are taken by its own checker, also with odd paths")
  func units() throws {
    let checker = "/usr/bin/systemd-analyze"
    guard FileManager.default.isExecutableFile(atPath: checker) else {
      return ReferenceData.skip("systemd-analyze verifies the units (Debian: systemd)")
    }
    let folder = try TemporaryFolder()
    let odd = try folder.makeFolder("a b%c\"d$e").appending(path: "ledger.db").path
    let program = try BuiltProducts.requireAugury()
    let environment = ["HOME": folder.url.path, "PATH": "/usr/bin:/bin", "AUGURY_LEDGER": odd]
    let elsewhere = environment.merging(["XDG_STATE_HOME": "/a b%c\"d$e"]) { $1 }
    let made = try Command(program, ["init", "--zone", "UTC"], environment: environment).run()
    try #require(made.status == 0, "\(made.errorText)")
    #expect(
      try !Command(program, ["watch", "--install"], environment: environment).run().text
        .contains("Environment="))
    let text = try Command(program, ["watch", "--install"], environment: elsewhere).run().text
    // Three units, each from its first section on.
    let units = text.components(separatedBy: "[Unit]\n").dropFirst().map { "[Unit]\n" + $0 }
    try #require(units.count == 3)
    let state = #"Environment="XDG_STATE_HOME=/a b%%c\"d$e""#
    #expect(units.map { $0.contains(state + "\nExecStart=") } == [true, true, false])
    let names = ["augury-watch.service", "augury-tick.service", "augury-tick.timer"]
    for (name, unit) in zip(names, units) {
      try Data(unit.utf8).write(to: folder.file(name))
    }
    for name in ["augury-watch.service", "augury-tick.timer"] {
      let checked = try Command(
        URL(filePath: checker), ["verify", "--man=no", folder.file(name).path],
        environment: environment
      ).run()
      let about = checked.errorText.split(separator: "\n").filter { $0.contains("augury") }
      #expect(checked.status == 0 && about.isEmpty, "\(name): \(checked.errorText)")
    }
  }

  @Test("A question that waits is answered in place on a terminal, and can be put off or left")
  func dialogue() throws {
    let terminal = "/usr/bin/script"
    guard FileManager.default.isExecutableFile(atPath: terminal) else {
      return ReferenceData.skip("due on a terminal (Debian: bsdutils)")
    }
    let folder = try TemporaryFolder()
    let program = try BuiltProducts.requireAugury()
    let environment = [
      "HOME": folder.url.path, "TZ": "UTC", "TERM": "dumb", "PATH": "/usr/bin:/bin",
      "AUGURY_LEDGER": folder.file("ledger.db").path,
    ]
    func augury(_ arguments: String...) throws -> String {
      try Command(program, arguments, environment: environment).run().text
    }
    _ = try augury("init", "--zone", "UTC")
    for (number, day) in ["2026-01-10", "2026-01-20", "2026-02-01", "2026-02-10"].enumerated() {
      _ = try augury("log", "Claim \(number)", "--by", "Eve", "-p", "30%", "--until", day)
    }
    // Proposed; a yes without a day, then with one; put off; left.
    let keys = "p\ny\n\ny\n2026-01-19\ns\n2097-01-01\n\n"
    let output = try Command(
      URL(filePath: terminal), ["-qec", program.path + " due", "/dev/null"],
      environment: environment, input: Array(keys.utf8)
    ).run()
    #expect(output.text.contains("1 of 4"), "\(output.text)")
    let list = try augury("list", "--format", "csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let status = Dictionary(
      uniqueKeysWithValues: list.map { ($0.last { $0.contains("Claim") } ?? "", $0[1]) })
    #expect(
      status == [
        "Claim 0": "resolved", "Claim 1": "resolved", "Claim 2": "overdue", "Claim 3": "overdue",
      ], "\(output.text)")
    let waiting = try augury("due", "--no-input")
    #expect(!waiting.contains("Claim 2") && waiting.contains("Claim 3"))
  }
}
