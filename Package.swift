// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "augury",
  products: [
    .executable(name: "augury", targets: ["AuguryCLI"]),
    .executable(name: "augury-fetch", targets: ["AuguryFetch"]),
    .library(name: "Augury", targets: ["Augury"]),
    .library(name: "ForecastScoring", targets: ["ForecastScoring"]),
    .library(name: "Lexicons", targets: ["Lexicons"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // What augury-fetch needs; async-http-client brings the other three, whose names it throws.
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.26.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.30.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "ForecastScoring"),
    .target(
      name: "Augury",
      dependencies: [
        "ForecastScoring", "Lexicons", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "Lexicons", path: "Data/Lexicons"),
    .target(
      name: "AuguryStore",
      dependencies: ["Augury", "CSQLite", .product(name: "Crypto", package: "swift-crypto")]),
    .target(name: "AuguryFormats", dependencies: ["Augury", "Lexicons"]),
    .target(name: "AuguryRendering", dependencies: ["Augury"]),
    .target(
      name: "AuguryScheduler",
      dependencies: [
        "Augury", "AuguryStore", "AuguryFormats", "AuguryRendering",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    .target(name: "AugurySamples", path: "Data/Samples"),
    .executableTarget(
      name: "AuguryCLI",
      dependencies: [
        "ForecastScoring", "Augury", "AuguryStore", "AuguryFormats", "AuguryRendering",
        "AuguryScheduler", "AugurySamples", "Lexicons",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "AuguryFetch",
      dependencies: [
        "Augury",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "ScoringBench", dependencies: ["ForecastScoring"],
      path: "Tests/Benchmarks/ScoringBench"),
    .executableTarget(
      name: "RecordBench", dependencies: ["Augury", "AuguryStore", "ForecastScoring"],
      path: "Tests/Benchmarks/RecordBench"),
    .executableTarget(
      name: "WatchBench", dependencies: ["Augury", "AuguryScheduler", "AuguryStore"],
      path: "Tests/Benchmarks/WatchBench"),
    .target(name: "TestSupport", path: "Tests/Support"),
    .executableTarget(
      name: "ReadingSpeed", dependencies: ["Augury"], path: "Tests/Benchmarks/ReadingSpeed"),
    .executableTarget(
      name: "Fuzzing", dependencies: ["Augury", "AuguryFormats", "Lexicons"],
      path: "Tests/Fuzzing", exclude: ["run.py"]),
    .testTarget(
      name: "ForecastScoringTests", dependencies: ["ForecastScoring", "TestSupport"],
      exclude: ["Vectors"]),
    .testTarget(
      name: "AuguryTests",
      dependencies: ["Augury", "ForecastScoring", "Lexicons", "TestSupport"],
      exclude: ["Wording/Chance/phrases.tsv"]),
    .testTarget(
      name: "AuguryStoreTests",
      dependencies: [
        "ForecastScoring", "Augury", "AuguryStore", "AuguryFormats", "CSQLite", "TestSupport",
      ]),
    .testTarget(
      name: "AuguryFormatsTests",
      dependencies: ["Augury", "AuguryFormats", "Lexicons", "TestSupport"]),
    .testTarget(
      name: "AuguryRenderingTests", dependencies: ["Augury", "AuguryRendering", "TestSupport"]),
    .testTarget(
      name: "AugurySchedulerTests",
      dependencies: [
        "Augury", "AuguryStore", "AuguryFormats", "AuguryRendering", "AuguryScheduler",
        "TestSupport",
      ]),
    .testTarget(
      name: "AuguryFetchTests", dependencies: ["AuguryFetch", "Augury", "TestSupport"],
      exclude: ["answers.py"]),
    .testTarget(
      name: "AuguryCLITests",
      dependencies: [
        "AuguryCLI", "Augury", "ForecastScoring", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Transcripts"]),
  ]
)

// Upcoming language features, the same for every target, each with its proposal.
let upcomingFeatures = [
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  "ExistentialAny",
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  "InternalImportsByDefault",
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  "MemberImportVisibility",
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
  "NonisolatedNonsendingByDefault",
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0470-isolated-conformances.md
  "InferIsolatedConformances",
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0481-weak-let.md
  "ImmutableWeakCaptures",
]

for target in package.targets where target.type != .system {
  target.swiftSettings =
    upcomingFeatures.map { .enableUpcomingFeature($0) }
    + [.treatAllWarnings(as: .error), .treatWarning("ExplicitSendable", as: .error)]
}
