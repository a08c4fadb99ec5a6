import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import AuguryCLI

/// The quick reading of `log`'s arguments against the general parser.
struct LogArgumentsTests {
  private static let calls: [[String]] = [
    ["It snows", "70%"],
    ["It", "snows", "tomorrow", "-p", "3:1", "--until", "tomorrow"],
    ["A b", "--by=Ann Olsen", "--said", "it will", "--translated", "--language", "no", "--not"],
    ["A b", "--via", "One", "--via=Two=https://example.org/?a=b", "--tag", "x", "--tag", "y"],
    ["Who", "--option", "A=0.5", "--option", "B=50%", "--ordered", "--new", "--paraphrased"],
    ["GDP", "--quantile", "5%=1", "--quantile", "0.95=3", "--unit", "percent", "--zone", "UTC"],
    ["--question", "q1a2b3", "0.4", "--on", "2023", "--baseline", "10%", "--criteria", "c"],
    [
      "A b", "--evidence", "a.pdf", "--event", "e", "--source-kind", "outlet", "--probability",
      "1/2",
    ],
    ["-"],
  ]

  @Test func `both readings give the same request`() throws {
    for call in LogArgumentsTests.calls {
      let quick = try #require(LogArguments(call), "\(call)")
      #expect(quick.request == (try LogInput.parse(call)).request, "\(call)")
    }
  }

  @Test func `what is not plainly right is left to the general parser`() {
    for call in [
      ["A", "--until"], ["A", "--until", "--new"], ["A", "--no-such"], ["--help"], ["A", "-h"],
      ["A", "--format", "xml"], ["A", "--by", "x", "--by", "y"], ["A", "--source-kind", "dog"],
      ["A", "--if", "q1a2b3"], ["A", "--", "-x"], ["A", "-p70%"],
    ] {
      #expect(LogArguments(call) == nil, "\(call)")
    }
  }

  @Test func `every option of log is read quickly`() throws {
    let dump = try Command(try BuiltProducts.requireAugury(), ["--experimental-dump-help"]).run()
    let root = try JSONSerialization.jsonObject(with: Data(dump.stdout)) as? [String: Any]
    let commands = (root?["command"] as? [String: Any])?["subcommands"] as? [[String: Any]]
    let log = try #require(commands?.first { $0["commandName"] as? String == "log" })
    let samples = ["--format": "json", "--color": "never", "--source-kind": "model"]
    var read = 0
    for argument in log["arguments"] as? [[String: Any]] ?? [] {
      guard argument["shouldDisplay"] as? Bool == true,
        let name = (argument["preferredName"] as? [String: Any])?["name"] as? String,
        name != "help", name != "version", name != "h"
      else { continue }
      let option = name.count == 1 ? "-\(name)" : "--\(name)"
      let isFlag = argument["kind"] as? String == "flag"
      #expect(
        LogArguments(isFlag ? [option] : [option, samples[option] ?? "x"]) != nil, "\(option)")
      read += 1
    }
    #expect(read > 20)
  }
}
