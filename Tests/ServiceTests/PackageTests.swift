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
  private func enter(
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
  private func collect(_ doctoring: Doctoring?, in office: TestOffice) throws -> [UInt8] {
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
  private func approveBlindly(_ bytes: [UInt8], in office: TestOffice) throws {
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

  private func problem(_ work: () throws -> Void) throws -> PackageProblem? {
    let fault = try #require(throws: ServiceFault.self) { try work() }
    guard case .package(let problem, Self.number) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return nil
    }
    #expect(fault.kind == .broken)
    return problem
  }

  private func packages(_ report: AuditReport) -> [AuditProblem] {
    report.findings.filter { $0.number == Self.number }.map(\.problem)
  }

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
    guard case .dataCollected(var collected)? = entry.events?.first else { return }
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
      office: entry.office, head: try #require(standing.history.head), time: standing.facts.now,
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

  /// Collects honestly and returns the bytes, the record and the case.
  private func honestParts(in office: TestOffice) throws -> ([UInt8], Collected, DisclosedCase) {
    let bytes = try collect(nil, in: office)
    let desk = try office.desk()
    let standing = try desk.standing(Self.number)
    let receipt = try #require(standing.subject.order?.value)
    let collected = try #require(standing.subject.collected)
    let disclosed = try desk.disclosedCase(
      desk.sealedOrder(receipt, desk.vault()), receipt, try #require(standing.subject.granted?.value),
      standing.history.registers, at: collected.time, collectedIn: collected.sequence)
    return (bytes, collected.value, disclosed)
  }

  @Test("a record of another order, grant, scope or day than the case is a problem")
  func record() throws {
    let office = try Self.waiting.copied()
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
    let office = try Self.waiting.copied()
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
    let office = try Self.waiting.copied()
    defer { office.remove() }
    try collect(nil, in: office)
    let id = try #require(AuthorityID("tehran-2-3"))
    let pem = Array(try Data(contentsOf: office.props.certificate))
    _ = try office.desk().register(
      AuthorityDescription(
        id: id, title: "Third branch", rank: "criminal-court-branch", branch: 3, city: "تهران",
        callBack: "+98 21 3311 0000", certificate: pem), keys: office.custodians)
    try office.advance(Self.number, through: .reviewed)
    _ = try office.desk().approve(Self.number, key: office.props.key("reza"))
    _ = try office.desk().export(Self.number, to: office.out, key: office.props.key("sara"))
    #expect(try office.desk().audit().isSound)
  }

  @Test("a package of the older format is verified without its columns")
  func olderFormat() throws {
    let folder = try Checkout.temporary("older")
    defer { try? FileManager.default.removeItem(at: folder) }
    try Tool.run("tar", ["-xzf", Checkout.fixture("Offices/format-1/office.tar.gz").path], in: folder)
    let desk = try Desk.open(OfficeFolder(folder.appending(path: "office")), keyFile: nil, world: .live)
    #expect(try desk.audit().isSound)
    for text in ["1405-0001", "1405-0007", "1405-0008"] {
      let standing = try desk.standing(try #require(CaseNumber(text)))
      let collected = try #require(standing.subject.collected)
      let vault = try desk.vault()
      let bag = try desk.verifiedBag(
        collected, standing, vault, .ofThisVersion(certificate: Desk.certificateLanguage))
      for doctoring in Doctoring.ofBags + Doctoring.ofContents.prefix(7) {
        var (doctored, record) = (try DoctoredBag(bag), collected.value)
        try doctoring.change(&doctored, &record)
        let fault = #expect(throws: ServiceFault.self) {
          try desk.verified(
            doctored.bytes(), record, standing, at: collected.time, collectedIn: collected.sequence, vault,
            .ofAnyVersion)
        }
        guard case .package(let problem, _)? = fault else { continue }
        #expect(problem == doctoring.problem, "\(text): \(doctoring.testDescription)")
      }
    }
  }
}
