// swift-tools-version: 6.2
import PackageDescription

// The benchmark is a separate package, so that a build of Amanat does not build it.
let package = Package(
  name: "statechart-benchmark",
  dependencies: [.package(name: "amanat", path: "../../..")],
  targets: [
    .executableTarget(
      name: "ours",
      dependencies: [.product(name: "Statechart", package: "amanat")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
