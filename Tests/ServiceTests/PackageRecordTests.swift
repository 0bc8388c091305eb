import Audit
import Casework
import Foundation
import Ledger
import Packaging
import TestSupport
import TestTools
import Testing
import Wording

@testable import Service

/// Tests the comparison of a package with its record and its case, without the acts.
@Suite("Packages and their records")
struct PackageRecordTests {
  /// Collects honestly and returns the bytes, the record and the case.
  private func honestParts(in office: TestOffice) throws -> ([UInt8], Collected, DisclosedCase) {
    let bytes = try PackageTests().collect(nil, in: office)
    let desk = try office.desk()
    let standing = try desk.standing(PackageTests.number)
    let receipt = try #require(standing.subject.order?.value)
    let collected = try #require(standing.subject.collected)
    let disclosed = try desk.disclosedCase(
      desk.sealedOrder(receipt, desk.vault()), receipt, try #require(standing.subject.granted?.value),
      standing.history.registers, at: collected.time, collectedIn: collected.sequence)
    return (bytes, collected.value, disclosed)
  }

  @Test("a record of another order, grant, scope or day than the case is a problem")
  func record() throws {
    let office = try PackageTests.waiting.copied()
    defer { office.remove() }
    let (bytes, record, honest) = try honestParts(in: office)
    func problem(_ change: (inout Collected, inout DisclosedCase) -> Void) throws -> PackageProblem {
      var (record, disclosed) = (record, honest)
      change(&record, &disclosed)
      return try #require(throws: PackageProblem.self) {
        try VerifiedBag(reading: bytes, recorded: record, in: disclosed, sentences: .ofAnyVersion)
      }
    }
    #expect(try problem { record, _ in record.order = record.package } == .otherOrder)
    #expect(try problem { record, _ in record.grant = .of([]) } == .otherGrant)
    #expect(try problem { _, disclosed in disclosed.granted.scope = Scope() } == .beyondGrant)
    #expect(
      try problem { _, disclosed in disclosed.day = Day(number: disclosed.day.number + 1) } == .statement(.preparedOn))
    #expect(try problem { _, disclosed in disclosed.time.seconds += 1 } == .arrangement)
    #expect(try problem { _, disclosed in disclosed.order.caseNumber += "1" } == .statement(.order))
    #expect(try problem { _, disclosed in disclosed.authority?.title += "1" } == .statement(.recipient))
  }

  @Test("a change of any byte of a package is a problem")
  func everyByte() throws {
    let office = try PackageTests.waiting.copied()
    defer { office.remove() }
    let (bytes, record, disclosed) = try honestParts(in: office)
    func isRefused(_ bytes: [UInt8]) -> Bool {
      do throws(PackageProblem) {
        _ = try VerifiedBag(
          reading: bytes, recorded: record, in: disclosed,
          sentences: .ofThisVersion(certificate: Desk.certificateLanguage))
        return false
      } catch {
        return true
      }
    }
    #expect(!isRefused(bytes))
    // The rows alone are not determined by the record: a changed cell is found by the commitment and by the manifest.
    for place in stride(from: 0, to: bytes.count, by: 97) {
      var changed = bytes
      changed[place] ^= 1
      #expect(isRefused(changed), "byte \(place)")
    }
    for count in stride(from: 0, to: bytes.count, by: 1021) { #expect(isRefused(Array(bytes.prefix(count)))) }
  }

  @Test("an authority that is renamed after the collection does not make the package wrong")
  func renamed() throws {
    let office = try PackageTests.waiting.copied()
    defer { office.remove() }
    try PackageTests().collect(nil, in: office)
    let id = try #require(AuthorityID("tehran-2-3"))
    let pem = Array(try Data(contentsOf: office.props.certificate))
    _ = try office.desk().register(
      AuthorityDescription(
        id: id, title: "Third branch", rank: "criminal-court-branch", branch: 3, city: "تهران",
        callBack: "+98 21 3311 0000", certificate: pem), keys: office.custodians)
    try office.advance(PackageTests.number, through: .reviewed)
    _ = try office.desk().approve(PackageTests.number, key: office.props.key("reza"))
    _ = try office.desk().export(PackageTests.number, to: office.out, key: office.props.key("sara"))
    #expect(try office.desk().audit().isSound)
  }

  @Test("a package of the older format is verified without its columns")
  func olderFormat() throws {
    let folder = try Checkout.temporary("older")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Tool.run("tar", ["-xzf", Checkout.fixture("Offices/format-1/office.tar.gz").path], in: folder)
    let desk = try Desk.open(OfficeFolder(folder.appending(path: "office")), keyFile: nil, world: .live, to: .reading)
    #expect(try desk.audit().isSound)
    for text in ["1405-0001", "1405-0007", "1405-0008"] {
      let standing = try desk.standing(try #require(CaseNumber(text)))
      let collected = try #require(standing.subject.collected)
      let vault = try desk.vault()
      let bag = try desk.verifiedBag(collected, standing, vault, .ofAnyVersion)
      // What is collected or approved now must list its columns.
      let refused = #expect(throws: ServiceFault.self) {
        try desk.verifiedBag(collected, standing, vault, .ofThisVersion(certificate: Desk.certificateLanguage))
      }
      guard case .package(.olderFormat, _)? = refused else {
        Issue.record("\(text): \(String(describing: refused))")
        continue
      }
      for doctoring in Doctoring.ofBags + Doctoring.ofContents.prefix(7) {
        var (doctored, record) = (try DoctoredBag(bag), collected.value)
        try doctoring.change(&doctored, &record)
        let fault = #expect(throws: ServiceFault.self) {
          try desk.verified(
            doctored.bytes(), record, standing, at: collected.time, collectedIn: collected.sequence, vault,
            .ofAnyVersion)
        }
        guard case .package(let problem, _)? = fault else {
          Issue.record("\(text): \(String(describing: fault))")
          continue
        }
        #expect(problem == doctoring.problem, "\(text): \(doctoring.testDescription)")
      }
    }
  }
}
