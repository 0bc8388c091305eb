import Foundation

/// A new temporary folder, removed when the last reference to it is gone.
public final class Folder: Sendable {
  public let url: URL

  public init() throws { url = try Checkout.temporary("test") }

  deinit { try? FileManager.default.removeItem(at: url) }

  public func write(_ bytes: some Sequence<UInt8>, as name: String) throws {
    try Data(bytes).write(to: url.appending(path: name))
  }

  public func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: name))) }
}
