// swift-tools-version: 6.2
import PackageDescription

let ours: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Proofs search thousands of configurations, which unoptimised code does twenty times more slowly: the scripts ask for the
/// rooms that search to be optimised in debug builds too. Others build them as SwiftPM would.
let searching: [SwiftSetting] =
  ours + (Context.environment["AMANAT_OPTIMISE"] == nil ? [] : [.unsafeFlags(["-O"], .when(configuration: .debug))])

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

/// One target a room. Who may import whom is the table of DESIGN.md section 3; RoomsTests holds the sources against it.
let rooms: [Target] = [
  .executableTarget(name: "amanat", dependencies: ["Desk", arguments], swiftSettings: ours),
  .target(
    name: "Desk",
    dependencies: [
      "Audit", "Packaging", "Collection", "CaseStore", "Intake", "Casework", "Statechart", "TamperLog",
    ],
    swiftSettings: ours),
  .target(
    name: "Audit", dependencies: ["CaseStore", "TamperLog", "Casework", "Statechart"], swiftSettings: ours),
  .target(name: "Packaging", dependencies: ["Casework", "COpenSSL", crypto], swiftSettings: ours),
  .target(name: "Collection", dependencies: ["Casework", grdb, yams], swiftSettings: ours),
  .target(name: "CaseStore", dependencies: ["Casework", "TamperLog", grdb, crypto], swiftSettings: ours),
  .target(
    name: "Intake", dependencies: ["SCXML", "Markup", "Statechart", "Casework"],
    resources: [.embedInCode("order.rng"), .embedInCode("legal-bases.rng")], swiftSettings: ours),
  .target(name: "Casework", dependencies: ["Statechart"], swiftSettings: searching),
  .target(name: "SCXML", dependencies: ["Markup", "Statechart"], swiftSettings: ours),
  .target(name: "Statechart", swiftSettings: searching),
  .target(name: "TamperLog", dependencies: [crypto], swiftSettings: ours),
  .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: ours),
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .target(name: "COpenSSL"),
]

/// Suites are rooms; TestTools runs programs that are not ours, TestSupport holds what several of them need, and CrashProbe is a desk that ends where it is told.
let suites: [Target] = [
  .target(name: "TestTools", path: "Tests/TestTools", swiftSettings: ours),
  .target(
    name: "TestSupport", dependencies: ["Desk", "CaseStore", "Casework", "TestTools"], path: "Tests/TestSupport",
    swiftSettings: ours),
  .executableTarget(name: "CrashProbe", dependencies: ["Desk"], path: "Tests/CrashProbe", swiftSettings: ours),
  .testTarget(name: "RoomsTests", swiftSettings: ours),
  .testTarget(name: "StatechartTests", dependencies: ["Statechart"], swiftSettings: ours),
  .testTarget(name: "SCXMLTests", dependencies: ["SCXML", "Statechart", "TestTools"], swiftSettings: ours),
  .testTarget(name: "TamperLogTests", dependencies: ["TamperLog", "TestTools", crypto], swiftSettings: ours),
  .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: ours),
  .testTarget(
    name: "ProverTests", dependencies: ["Intake", "Casework", "Statechart", "SCXML", "TestTools"], swiftSettings: ours),
  .testTarget(name: "CaseworkTests", dependencies: ["Casework", "Intake", "TestTools"], swiftSettings: ours),
  .testTarget(name: "IntakeTests", dependencies: ["Intake", "Casework", "TestTools"], swiftSettings: ours),
  .testTarget(
    name: "CaseStoreTests", dependencies: ["CaseStore", "Casework", "TamperLog", "TestSupport", "TestTools"],
    swiftSettings: ours),
  .testTarget(
    name: "CollectionTests", dependencies: ["Collection", "Casework", "TestSupport", "TestTools"], swiftSettings: ours),
  .testTarget(name: "PackagingTests", dependencies: ["Packaging", "Casework", "TestTools"], swiftSettings: ours),
  .testTarget(
    name: "DeskTests",
    dependencies: ["Desk", "Audit", "CaseStore", "Casework", "TamperLog", "CrashProbe", "TestSupport", "TestTools"],
    swiftSettings: ours),
  .testTarget(
    name: "CommandLineTests", dependencies: ["amanat", "Desk", "TestSupport", "TestTools"], swiftSettings: ours),
]

let package = Package(
  name: "amanat",
  products: [
    .executable(name: "amanat", targets: ["amanat"]),
    .library(name: "Statechart", targets: ["Statechart"]),
    .library(name: "SCXML", targets: ["SCXML"]),
    .library(name: "Casework", targets: ["Casework"]),
    .library(name: "Intake", targets: ["Intake"]),
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
