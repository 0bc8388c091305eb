import Audit
import Casework
import Foundation
import Ledger
import Packaging
import TestSupport
import TestTools
import Testing

@testable import Service

/// The acts of an officer with a changed program, for the tests of packages.
extension PackageTests {
  static let number: CaseNumber = {
    guard let number = CaseNumber("1405-0001") else { fatalError("the number is malformed") }
    return number
  }()

  /// An office with a case that waits for its collection.
  static let waiting: TestOffice = {
    do {
      let office = try TestOffice()
      try office.advance(office.receive("proper"), through: .granted)
      return office
    } catch {
      fatalError("the office cannot be made: \(error)")
    }
  }()

  /// Appends an act as the library would, without its checks of packages.
  func enter(
    _ prepared: Desk.Prepared, _ desk: Desk, _ standing: Desk.Standing, by person: String, in office: TestOffice
  ) throws {
    let key = office.props.key(person)
    let actor = try desk.actor([key], standing.history.registers)
    let draft = try desk.draft(prepared, standing, by: actor)
    try desk.append(draft, desk.sign(draft, with: [key]))
  }

  /// Gathers honestly, changes the package and the record, and enters them.
  ///
  /// - Returns: the bytes that were sealed.
  @discardableResult
  func collect(_ doctoring: Doctoring?, in office: TestOffice) throws -> [UInt8] {
    let desk = try office.desk()
    let standing = try desk.standing(Self.number)
    let vault = try desk.vault()
    let shop = office.props.shop.path
    let (kind, path) = SourceKind.read(shop)
    let dataset = try desk.dataset(Checkout.fixture("Shop/shop.yml").path, Self.number)
    let (bag, record) = try desk.gathered(standing, from: { try kind.open(path) }, dataset, "shop.yml", vault)
    var doctored = try DoctoredBag(bag)
    var collected = record(BagStatement.placeholder)
    try doctoring?.change(&doctored, &collected)
    let bytes = try doctored.bytes()
    let sealed = try UnsealedValue(bytes, office.world.randomness).sealed(
      in: vault, label: "package", keyName: Self.number.description)
    collected.package = sealed.commitment
    try DurableFile.write(sealed.box, to: office.office.sealedFile(sealed.commitment))
    try enter(
      Desk.Prepared(command: .collect(collected), sealed: [.file(sealed)]), desk, standing, by: "sara", in: office)
    return bytes
  }

  /// Approves as a manager whose program does not look at the package. Signs the tag manifest where there is one.
  func approveBlindly(_ bytes: [UInt8], in office: TestOffice) throws {
    let desk = try office.desk()
    let standing = try desk.standing(Self.number)
    let receipt = try #require(standing.subject.order?.value)
    let granted = try #require(standing.subject.granted?.value)
    let collected = try #require(standing.subject.collected?.value)
    let approval = Approval(
      order: receipt.document, grant: granted.digest, package: collected.package, signature: BagStatement.placeholder)
    let manifest = (try? Bag(reading: bytes).signedBytes) ?? []
    let statement = BagStatement(manifest: manifest, salt: office.world.randomness.bytes(32))
    try enter(Desk.Prepared(command: .approve(approval), bag: statement), desk, standing, by: "reza", in: office)
  }

  func problem(_ work: () throws -> Void) throws -> PackageProblem? {
    let fault = try #require(throws: ServiceFault.self) { try work() }
    guard case .package(let problem, Self.number) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return nil
    }
    #expect(fault.kind == .broken)
    return problem
  }

  func packages(_ report: AuditReport) -> [AuditProblem] {
    report.findings.filter { $0.number == Self.number }.map(\.problem)
  }
}
