// swift-tools-version: 6.2
import PackageDescription

/// Scripts/fuzz builds the rooms with the instructions by which libFuzzer sees what an input reaches, and takes those that
/// read foreign bytes as one product.
let isFuzzed = Context.environment["AMANAT_FUZZ"] != nil

let ours: [SwiftSetting] =
  [.treatAllWarnings(as: .error)] + (isFuzzed ? [.unsafeFlags(["-Xfrontend", "-sanitize=fuzzer"])] : [])

/// Proofs search thousands of configurations, which unoptimised code does twenty times more slowly: the scripts ask for the
/// rooms that search to be optimised in debug builds too. Others build them as SwiftPM would.
let searching: [SwiftSetting] =
  ours + (Context.environment["AMANAT_OPTIMISE"] == nil ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// One target a room. RoomsTests holds each room's imports against its table.
let rooms: [Target] = [
  .executableTarget(name: "amanat", dependencies: ["Service", "Wording", arguments], swiftSettings: ours),
  .target(
    name: "Service",
    dependencies: [
      "Audit", "Packaging", "CollectionSQLite", "Collection", "LedgerSQLite", "Ledger", "Intake", "Wording", "Casework",
      "Statechart", "TamperLog", "CClock",
    ],
    swiftSettings: ours),
  .systemLibrary(name: "CClock"),
  .target(name: "Wording", dependencies: ["Casework"], swiftSettings: ours),
  .target(
    name: "Audit", dependencies: ["Ledger", "TamperLog", "Casework", "Statechart"], swiftSettings: ours),
  .target(name: "Packaging", dependencies: ["Wording", "Casework", "COpenSSL", crypto], swiftSettings: ours),
  .target(name: "CollectionSQLite", dependencies: ["Collection", "Casework", grdb], swiftSettings: ours),
  .target(name: "Collection", dependencies: ["Casework", yams], swiftSettings: ours),
  .target(
    name: "LedgerSQLite", dependencies: ["Ledger", "Casework", "TamperLog", grdb, sqlite], swiftSettings: ours),
  .target(name: "Ledger", dependencies: ["Casework", "TamperLog", crypto], swiftSettings: ours),
  .target(
    name: "Intake", dependencies: ["SCXML", "Markup", "Statechart", "Casework"],
    resources: [
      .embedInCode("Orders/AmanatOrder1/order.rng"), .embedInCode("Packs/legal-bases.rng"),
      .embedInCode("Packs/pack.rng"),
    ],
    swiftSettings: ours),
  .target(name: "Casework", dependencies: ["Statechart"], swiftSettings: searching),
  .target(name: "Promela", dependencies: ["Casework", "Statechart"], swiftSettings: ours),
  .target(name: "SCXML", dependencies: ["Markup", "Statechart"], swiftSettings: ours),
  .target(name: "Statechart", swiftSettings: searching),
  .target(name: "TamperLog", dependencies: [crypto], swiftSettings: ours),
  .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: ours),
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .target(name: "COpenSSL"),
]

/// Suites are rooms; TestTools runs programs that are not ours, TestSupport holds what several of them need, CrashProbe is
/// a process that kills itself at a given point, and CMSOracle makes envelopes with OpenSSL's own functions for CMS.
let suites: [Target] = [
  .target(name: "TestSeed", path: "Tests/TestSeed", swiftSettings: ours),
  .target(name: "TestTools", dependencies: ["TestSeed", "Casework"], path: "Tests/TestTools", swiftSettings: ours),
  .target(
    name: "TestSupport", dependencies: ["Service", "LedgerSQLite", "Ledger", "Casework", "TestTools"],
    path: "Tests/TestSupport",
    swiftSettings: ours),
  .executableTarget(name: "CrashProbe", dependencies: ["Service"], path: "Tests/CrashProbe", swiftSettings: ours),
  .executableTarget(
    name: "ProvingAWorkflow", dependencies: ["Statechart"], path: "Tests/ProvingAWorkflow", swiftSettings: ours),
  .testTarget(name: "RoomsTests", dependencies: ["ProvingAWorkflow"], swiftSettings: ours),
  .testTarget(name: "StatechartTests", dependencies: ["Statechart", "TestSeed"], swiftSettings: ours),
  .testTarget(name: "SCXMLTests", dependencies: ["SCXML", "Statechart", "TestTools"], swiftSettings: ours),
  .testTarget(name: "TamperLogTests", dependencies: ["TamperLog", "TestTools", crypto], swiftSettings: ours),
  .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: ours),
  .testTarget(
    name: "WorkflowTests", dependencies: ["Intake", "Promela", "Casework", "Statechart", "SCXML", "TestTools"],
    swiftSettings: ours),
  .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Intake", "TestTools"], swiftSettings: ours),
  .testTarget(
    name: "IntakeTests", dependencies: ["Intake", "Casework", "Markup", "TestTools"], swiftSettings: ours),
  .testTarget(
    name: "LedgerTests",
    dependencies: ["LedgerSQLite", "Ledger", "Casework", "TamperLog", "TestSeed", "TestSupport", "TestTools"],
    swiftSettings: ours),
  .testTarget(
    name: "CollectionTests",
    dependencies: ["CollectionSQLite", "Collection", "Casework", "TestSupport", "TestTools"], swiftSettings: ours),
  .target(name: "CMSOracle", path: "Tests/CMSOracle", linkerSettings: [.linkedLibrary("crypto")]),
  .testTarget(
    name: "PackagingTests", dependencies: ["Packaging", "COpenSSL", "CMSOracle", "Wording", "Casework", "TestTools"],
    swiftSettings: ours),
  .testTarget(
    name: "ServiceTests",
    dependencies: [
      "Service", "Audit", "Packaging", "Wording", "LedgerSQLite", "Ledger", "Casework", "TamperLog", "CrashProbe",
      "TestSupport", "TestTools",
    ],
    swiftSettings: ours),
  .testTarget(
    name: "CommandLineTests", dependencies: ["amanat", "Service", "Wording", "TestSupport", "TestTools"],
    swiftSettings: ours),
]

let readers = ["Intake", "Collection", "Packaging", "Ledger", "TamperLog", "Casework", "Statechart"]
let fuzzed: [Product] = isFuzzed ? [.library(name: "Readers", targets: readers)] : []

let package = Package(
  name: "amanat",
  products: fuzzed + [
    .executable(name: "amanat", targets: ["amanat"]),
    .library(name: "Statechart", targets: ["Statechart"]),
    .library(name: "SCXML", targets: ["SCXML"]),
    .library(name: "TamperLog", targets: ["TamperLog"]),
    .library(name: "Casework", targets: ["Casework"]),
    .library(name: "Intake", targets: ["Intake"]),
    .library(name: "Collection", targets: ["Collection"]),
    .library(name: "CollectionSQLite", targets: ["CollectionSQLite"]),
    .library(name: "Ledger", targets: ["Ledger"]),
    .library(name: "LedgerSQLite", targets: ["LedgerSQLite"]),
    .library(name: "Service", targets: ["Service"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: rooms + suites,
  swiftLanguageModes: [.v6]
)
