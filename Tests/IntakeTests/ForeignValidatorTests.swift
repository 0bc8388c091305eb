import Foundation
import TestTools
import Testing

@testable import Intake

/// Validates documents with `xmllint`, an independent program, against our schemas.
private enum Xmllint {
  static let isPresent = (try? run(["--version"])) != nil

  /// Runs `xmllint`, and returns its standard error.
  static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xmllint"] + arguments
    let pipe = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus != 127 else { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: data, as: UTF8.self)
  }

  /// Says for each document whether it is valid against a schema.
  static func verdicts(on documents: [[UInt8]], schema: String) throws -> [Bool] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "amanat-intake-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = documents.indices.map { folder.appending(path: "\($0).xml").path }
    for (path, bytes) in zip(paths, documents) { try Data(bytes).write(to: URL(filePath: path)) }
    let schema = Checkout.root.appending(path: "Sources/Intake/\(schema)").path
    let said = Set(
      try run(["--noout", "--nonet", "--relaxng", schema] + paths).split(separator: "\n").map(String.init))
    return paths.map { said.contains("\($0) validates") }
  }
}

@Suite("Agreement with another validator", .enabled(if: Xmllint.isPresent, "xmllint is not installed"))
struct ForeignValidatorTests {
  private func isValid(_ bytes: [UInt8], _ schema: [UInt8]) -> Bool {
    do {
      _ = try IntakeFault.root(of: bytes, schema: schema)
      return true
    } catch { return false }
  }

  @Test("both validators agree on every fixture except the document type, which only our reader refuses")
  func fixtures() throws {
    let names = try Checkout.orders()
    let documents = try names.map { try Checkout.bytes("Fixtures/Orders/\($0)") }
    let verdicts = try Xmllint.verdicts(on: documents, schema: "Orders/AmanatOrder1/order.rng")
    for (index, name) in names.enumerated() where name != "doctype.xml" {
      #expect(isValid(documents[index], PackageResources.order_rng) == verdicts[index], "\(name)")
    }
    #expect(verdicts.count { $0 } >= names.count - 3)
  }

  @Test("both validators agree on every mutant of the proper order")
  func mutants() throws {
    let seed = propertySeed("agreement on orders")
    var mutator = Mutator(try Checkout.bytes("Fixtures/Orders/proper.xml"), seed: seed)
    let documents = (0..<500).map { _ in mutator.next() }.filter { !isStricter($0) }
    let verdicts = try Xmllint.verdicts(on: documents, schema: "Orders/AmanatOrder1/order.rng")
    for (index, document) in documents.enumerated() {
      let ours = isValid(document, PackageResources.order_rng)
      #expect(ours == verdicts[index], "seed \(seed), mutant \(index):\n\(String(decoding: document, as: UTF8.self))")
    }
    #expect(verdicts.contains(true) && verdicts.contains(false))
  }

  @Test("both validators agree on the legal bases and on every mutant of them")
  func legalBases() throws {
    let seed = propertySeed("agreement on legal bases")
    let matrix = try Checkout.bytes("Workflows/iran/legal-bases.xml")
    var mutator = Mutator(matrix, seed: seed)
    let documents = [matrix] + (0..<300).map { _ in mutator.next() }.filter { !isStricter($0) }
    let verdicts = try Xmllint.verdicts(on: documents, schema: "Packs/legal-bases.rng")
    for (index, document) in documents.enumerated() {
      let ours = isValid(document, PackageResources.legal_bases_rng)
      #expect(ours == verdicts[index], "seed \(seed), mutant \(index):\n\(String(decoding: document, as: UTF8.self))")
    }
    #expect(verdicts[0] && verdicts.contains(false))
  }

  /// Says whether our reader refuses a document before it looks at the schema: NUL bytes, at which libxml2 would stop,
  /// and encodings other than UTF-8.
  private func isStricter(_ document: [UInt8]) -> Bool {
    let first = document.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first ?? []
    let declaration = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8)
    return document.contains(0) || Array(first) != declaration
  }
}
