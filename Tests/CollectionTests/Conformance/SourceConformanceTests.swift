import Collection
import Foundation
import TestTools
import Testing

/// Checks the contract of data sources for every kind of source, and checks the contract itself with sources that break
/// it.
@Suite("Conformance of data sources")
struct SourceConformanceTests {
  @Test("a source keeps its promise", arguments: SourceMaker.all, SourcePromise.allCases)
  func promise(maker: SourceMaker, promise: SourcePromise) throws {
    #expect(try SourceContract(maker: maker).keeps(promise))
  }

  @Test("the contract detects a source that breaks a promise", arguments: SourcePromise.allCases)
  func broken(promise: SourcePromise) throws {
    let contract = SourceContract(maker: .memory(breaking: promise))
    if promise == .writesNames {
      // The broken source refuses a name with a quotation mark.
      #expect(throws: CollectionFault.source(.other)) { try contract.keeps(promise) }
    } else {
      #expect(try !contract.keeps(promise))
    }
  }

  @Test("a missing source is absent, and not created", arguments: SourceMaker.all.filter { $0.absent != nil })
  func absent(maker: SourceMaker) throws {
    let folder = try Checkout.temporary("absent")
    defer { try? FileManager.default.removeItem(at: folder) }
    let open = try #require(maker.absent)
    #expect(throws: CollectionFault.source(.absent)) {
      try open(folder).withSnapshot { try $0.collections() }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
