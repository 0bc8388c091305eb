import Casework
import Foundation
import TestTools

@testable import Intake

extension Checkout {
  /// Returns the text of an order of the fixtures.
  static func order(_ name: String) throws -> String { try text("Fixtures/Orders/\(name)") }

  /// Returns the names of the orders of the fixtures.
  static func orders() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Fixtures/Orders").path)
      .filter { $0.hasSuffix(".xml") }.sorted()
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
