// swift-tools-version: 6.2
import PackageDescription

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

/// Makes a program that gives libFuzzer's inputs to one reader. The checkout's package offers its readers as a product
/// only if AMANAT_FUZZ is set, which Scripts/fuzz does.
func target(_ name: String, _ others: [Target.Dependency] = []) -> Target {
  let readers = Target.Dependency.product(name: "Readers", package: "amanat")
  return .executableTarget(name: "fuzz-\(name)", dependencies: ["Fuzzing", readers] + others)
}

let package = Package(
  name: "fuzz",
  dependencies: [
    .package(name: "amanat", path: ".."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "CLibFuzzer"),
    .target(name: "Fuzzing", dependencies: ["CLibFuzzer"]),
    target("order"),
    target("pack"),
    target("chart"),
    target("annotation"),
    target("signature"),
    target("entry"),
    target("checkpoint", [crypto]),
    target("archive"),
    target("key"),
  ],
  swiftLanguageModes: [.v6]
)
