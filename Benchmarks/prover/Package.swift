// swift-tools-version: 6.2
import PackageDescription

// The benchmark is a separate package, so that a build of Amanat does not build it.
let package = Package(
  name: "prover-benchmark",
  dependencies: [.package(name: "amanat", path: "../..")],
  targets: [
    .executableTarget(
      name: "prover",
      dependencies: [
        .product(name: "Statechart", package: "amanat"),
        .product(name: "Casework", package: "amanat"),
        .product(name: "Intake", package: "amanat"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
