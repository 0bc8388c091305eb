// swift-tools-version: 6.2
import PackageDescription

// The benchmark is a separate package, so that a build of Amanat does not build it.
let package = Package(
  name: "log-benchmark",
  dependencies: [
    .package(name: "amanat", path: "../.."),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .executableTarget(
      name: "log",
      dependencies: [
        .product(name: "Service", package: "amanat"),
        .product(name: "LedgerSQLite", package: "amanat"),
        .product(name: "Ledger", package: "amanat"),
        .product(name: "Casework", package: "amanat"),
        .product(name: "TamperLog", package: "amanat"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ],
  swiftLanguageModes: [.v6]
)
