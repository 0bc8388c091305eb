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

/// Tests that a package is approved and exported only if it is what the entry of its collection describes, and that an
/// audit names any other package. The packages are sealed by an officer with a changed program: the sealed value, the
/// entry and the signatures are correct.
@Suite("Packages are verified")
struct PackageTests {
  @Test(
    "a doctored package is refused at approval and at export, and named by the audit",
    arguments: Doctoring.ofBags + Doctoring.ofContents)
  func doctored(_ doctoring: Doctoring) throws {
    let office = try Self.waiting.copied()
    defer { office.remove() }
    let bytes = try collect(doctoring, in: office)
    let (sara, reza) = (office.props.key("sara"), office.props.key("reza"))
    #expect(try problem { _ = try office.desk().approve(Self.number, key: reza) } == doctoring.problem)
    #expect(try problem { _ = try office.desk().propose(.approve(Self.number), keys: [reza]) } == doctoring.problem)
    #expect(packages(try office.desk().audit()) == [.packageNotOfRecord(doctoring.problem)])

    try approveBlindly(bytes, in: office)
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().export(Self.number, to: office.out, key: sara)
    }
    guard case .unsound(let report) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(packages(report) == [.packageNotOfRecord(doctoring.problem)])
    // Without the audit, the package is refused again before it is encrypted.
    #expect(try problem { _ = try office.desk().redemption(of: Self.number, keys: [sara]) } == doctoring.problem)
    for folder in [office.out, office.office.outbox] {
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("the honest package is approved and exported, and the audit is sound")
  func honest() throws {
    let office = try Self.waiting.copied()
    defer { office.remove() }
    try collect(nil, in: office)
    let desk = try office.desk()
    let approval = try desk.propose(.approve(Self.number), keys: [office.props.key("reza")])
    _ = try desk.submit(approval.signed(with: office.props.key("reza"), .openSSH))
    #expect(try office.desk().audit().isSound)
    _ = try office.desk().export(Self.number, to: office.out, key: office.props.key("sara"))
    #expect(try office.desk().audit().isSound)
    let folder = try DisclosureTests.Disclosed.open(office)
    #expect(try Tool.run("sha256sum", ["-c", "manifest-sha256.txt", "tagmanifest-sha256.txt"], in: folder).status == 0)
    if let bagit = Tool.bagit { #expect(try Tool.run(bagit, ["--validate", folder.path]).status == 0) }
  }

  @Test("an approval refuses sentences that this program does not write", arguments: Doctoring.ofSentences)
  func sentences(_ doctoring: Doctoring) throws {
    let office = try Self.waiting.copied()
    defer { office.remove() }
    try collect(doctoring, in: office)
    #expect(try problem { _ = try office.desk().approve(Self.number, key: office.props.key("reza")) } == .sentences)
    // Another version of the program can have written them.
    #expect(try office.desk().audit().isSound)
  }

  @Test("a signed proposal for a doctored package is refused")
  func proposals() throws {
    let office = try Self.waiting.copied()
    defer { office.remove() }
    let (sara, reza) = (office.props.key("sara"), office.props.key("reza"))
    let desk = try office.desk()
    let shop = (office.props.shop.path, Checkout.fixture("Shop/shop.yml").path)
    let honest = try desk.propose(.collect(Self.number, from: shop.0, annotation: shop.1), keys: [sara])
    var entry = honest.entry
    guard case .dataCollected(var collected)? = entry.events?.first else {
      Issue.record("the proposal collects nothing")
      return
    }
    collected.counts[0].rows += 1
    entry.events = [.dataCollected(collected)]
    let forged = Proposal(
      entry: entry, signers: honest.signers, sealed: honest.sealed, openings: honest.openings, bag: nil, signatures: [])
    #expect(
      try problem { _ = try office.desk().submit(forged.signed(with: sara, .openSSH)) }
        == .statedRows(collection: "customers"))
    _ = try office.desk().submit(honest.signed(with: sara, .openSSH))

    // An approval that was proposed for a package that another collection replaces.
    let approval = try office.desk().propose(.approve(Self.number), keys: [reza])
    try collect(Doctoring.ofContents[0], in: office)
    let late = Proposal(
      entry: try moved(approval.entry, in: office), signers: approval.signers, sealed: [], openings: [],
      bag: approval.bag, signatures: [])
    #expect(
      try problem { _ = try office.desk().submit(late.signed(with: reza, .openSSH)) } == Doctoring.ofContents[0].problem
    )
    #expect(try office.desk().view(Self.number).approvedBy == nil)
  }

  /// Returns the entry of an approval for the package and the head of now.
  private func moved(_ entry: Entry, in office: TestOffice) throws -> Entry {
    let standing = try office.desk().standing(Self.number)
    let receipt = try #require(standing.subject.order?.value)
    let granted = try #require(standing.subject.granted?.value)
    let collected = try #require(standing.subject.collected?.value)
    let decision = try standing.subject.decide(
      .approve(
        Approval(
          order: receipt.document, grant: granted.digest, package: collected.package,
          signature: BagStatement.placeholder)),
      by: Actor(id: entry.actor, role: entry.role), facts: standing.facts, workflow: standing.workflow)
    return Entry(
      office: entry.office,
      claim: standing.history.ends.claim(
        of: standing.subject.number, on: standing.history.head, at: standing.facts.now),
      time: standing.facts.now,
      actor: Actor(id: entry.actor, role: entry.role), case: Self.number, chart: standing.workflow.digest,
      decision: decision)
  }

  @Test("a doctored package that a later collection replaced is still named by the audit")
  func replaced() throws {
    let office = try Self.waiting.copied()
    defer { office.remove() }
    try collect(Doctoring.ofContents[0], in: office)
    try collect(nil, in: office)
    let findings = try office.desk().audit().findings
    #expect(findings.map(\.problem) == [.packageNotOfRecord(Doctoring.ofContents[0].problem)])
    #expect(findings.map(\.number) == [Self.number])
  }
}
