import Foundation
import TestTools
import Testing

@testable import Intake

/// Validates documents with `xmllint`, an independent program, against our schemas.
private enum Xmllint {
  static let isPresent = Tool.isHere("xmllint")

  /// Says for each document whether it is valid against a schema.
  static func verdicts(on documents: [[UInt8]], schema: String) throws -> [Bool] {
    let folder = try Folder()
    let names = documents.indices.map { "\($0).xml" }
    for (name, bytes) in zip(names, documents) { try folder.write(bytes, as: name) }
    let schema = Checkout.root.appending(path: "Sources/Intake/\(schema)").path
    let printed = try Tool.run(
      "xmllint", ["--noout", "--nonet", "--relaxng", schema] + names, in: folder.url, merging: true)
    let said = Set(printed.output.split(separator: "\n").map(String.init))
    // Every document has a verdict. A program that failed otherwise would look like one that refuses everything.
    return try names.map { name in
      let isValid = said.contains("\(name) validates")
      let isJudged = isValid || said.contains { $0.hasPrefix(name) }
      try #require(isJudged, "no verdict on \(name): \(printed.output.prefix(400))")
      return isValid
    }
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
