import Casework
import Foundation
import Testing

@testable import Intake

/// The files of the repository. The root is found from the path of this source file.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

  static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

  static func order(_ name: String) throws -> String { try text("Fixtures/Orders/\(name)") }

  static func orders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Fixtures/Orders").path)
      .filter { $0.hasSuffix(".xml") }.sorted()
  }
}

/// Returns a digest of one repeated digit.
func digest(_ digit: Character = "0") throws -> Digest { try #require(Digest(String(repeating: digit, count: 64))) }

extension String {
  /// Replaces a part that must occur exactly once in the text. Otherwise a test could change nothing, or more than
  /// intended.
  func changing(_ part: String, to other: String) throws -> String {
    try #require(components(separatedBy: part).count == 2, "not once in the text: \(part)")
    return replacingOccurrences(of: part, with: other)
  }

  /// Returns the number of the first line that contains a part.
  func line(of part: String) throws -> Int {
    let lines = split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.contains(part) }, "nowhere in the text: \(part)") + 1
  }
}

/// Reads an order that must be refused, and returns the fault.
func refusal(ofOrder text: String) -> IntakeFault? {
  do {
    _ = try readOrder(Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

/// Reads an order as an office with the pack `iran` does.
func readOrder(_ bytes: [UInt8]) throws(IntakeFault) -> Order {
  let zero = Digest(String(repeating: "0", count: 64))
  guard let iran = try? ShippedPack.iran.get(), let zero else { fatalError("the pack iran cannot be read") }
  return try iran.orders.order(bytes, digest: zero)
}

extension Order {
  /// The order without its line numbers, so that documents with the same content on other lines give equal orders.
  var unplaced: Order {
    var order = self
    order.provenance.lines = [:]
    return order
  }
}

/// The packs of the repository.
enum ShippedPack {
  static let iran = Result { try Pack(name: "iran", files: files("iran")) }

  /// Returns the files of a pack that the program reads, with meaningless digests.
  static func files(_ name: String) throws -> [String: (bytes: [UInt8], digest: Digest)] {
    let folder = Checkout.root.appending(path: "Workflows/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".scxml") }
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, (try Checkout.bytes("Workflows/\(name)/\($0)"), try digest("a"))) })
  }

  static func manifest(_ name: String) throws -> PackManifest {
    try PackManifest(reading: Checkout.bytes("Workflows/\(name)/pack.xml"))
  }

  /// Returns the legal bases of the pack `iran` in the form that they had before packs had manifests.
  static func basesBeforeManifests() throws -> String {
    try Checkout.text("Fixtures/Packs/without-manifest/legal-bases.xml")
  }
}

/// The sources of the program.
enum Sources {
  /// Returns the files, as `Room/Folder/File.swift`, that contain a text.
  static func holding(_ text: String) throws -> [String] {
    let folder = Checkout.root.appending(path: "Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") }
      .filter { try String(contentsOf: folder.appending(path: $0), encoding: .utf8).contains(text) }
  }
}
