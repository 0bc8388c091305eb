import Foundation

/// The files of the checkout. The root is found from the path of this source file.
public enum Checkout {
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The charts of all packs, as `pack/instrument`, sorted. A test compares them with the files.
  public static let charts = [
    "european-union/emergency-production", "european-union/preservation", "european-union/production",
    "iran/court-order", "iran/preservation",
  ]

  public static func fixture(_ path: String) -> URL { root.appending(path: "Fixtures/\(path)") }

  public static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }

  public static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  /// Makes a new temporary folder.
  public static func temporary(_ name: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appending(path: "amanat-\(name)-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}
