import Casework
import Foundation
import Ledger
import TestSupport
import TestTools
import Testing
import Wording

@testable import Service

@Suite("Proposals")
struct ProposalTests {
  /// Returns a proposal to enrol an officer, which two custodians must sign.
  private func proposal(_ office: TestOffice, by person: String = "nobody") throws -> Proposal {
    let file = office.props.key(person) + ".pub"
    return try office.desk().propose(
      .enrol(name: "نسرین", role: .legalOfficer, publicKeyFile: file),
      keys: ["leila", "omid"].map { office.props.key($0) + ".pub" })
  }

  private func signed(_ proposal: Proposal, by people: String..., in office: TestOffice) throws -> Proposal {
    try people.reduce(proposal) { try $0.signed(with: office.props.key($1), .openSSH) }
  }

  private func fault(_ work: () throws -> Void) -> ProposalPhrase? {
    do {
      try work()
      return nil
    } catch ServiceFault.proposal(let fault) {
      return fault
    } catch {
      Issue.record("ended otherwise: \(error)")
      return nil
    }
  }

  @Test("an officer is enrolled after two custodians sign copies of one file")
  func twoMachines() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let bytes = try proposal(office).bytes()
    let first = try signed(Proposal(reading: bytes), by: "leila", in: office)
    let second = try signed(Proposal(reading: bytes), by: "omid", in: office)
    let copies = try [("a", first), ("b", second)].map { ($0.0, try Proposal(reading: $0.1.bytes())) }
    let submitted = try office.desk().submit(Proposal.merged(copies))
    guard case .inRegisters(let events) = submitted, case .officerEnrolled(let officer)? = events.first else {
      Issue.record("ended otherwise: \(submitted)")
      return
    }
    #expect(try office.desk().officers().first { $0.id == officer.id.description }?.name == "نسرین")
    #expect(try office.desk().audit().isSound)
  }

  @Test("the description of a proposal is derived from the bytes to sign")
  func wordsAreDerived() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let act = try proposal(office).act()
    #expect(act.changes.map(\.name) == ["نسرین"])
    #expect(act.missing.count == 2)
    #expect(act.number == nil)
    let text = String(decoding: try proposal(office).bytes(), as: UTF8.self)
    let name = Data("نسرین".utf8).base64EncodedString()
    #expect(!text.contains(name))
  }

  @Test("a proposal that was changed after it was signed is refused", arguments: ["role", "opening", "signer"])
  func changed(what: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let whole = try signed(proposal(office), by: "leila", "omid", in: office)
    var text = String(decoding: try whole.bytes(), as: UTF8.self)
    let expected: ProposalPhrase
    switch what {
    case "role":
      expected = .signatureWrong(whole.signers[0].officer)
      text = text.replacing("legal-officer", with: "manager")
    case "opening":
      expected = .opensNothing
      let opening = try #require(whole.openings.first)
      var bytes = opening.bytes
      bytes[40] ^= 1
      text = text.replacing(
        Data(opening.bytes).base64EncodedString(), with: Data(bytes).base64EncodedString())
    default:
      // Uses the actor's key for the witness too, so that the witness's signature is by no signer.
      expected = .strangeSignature
      let keys = whole.signers.map(\.key)
      text = text.replacing(
        "{\"key\":\"\(keys[1])\",\"officer\"", with: "{\"key\":\"\(keys[0])\",\"officer\"")
    }
    #expect(text != String(decoding: try whole.bytes(), as: UTF8.self))
    #expect(fault { _ = try office.desk().submit(Proposal(reading: Array(text.utf8))) } == expected)
    #expect(try office.desk().officers().count == 6)
  }

  @Test("missing, repeated and foreign signatures are refused, and the fault names the signer or file")
  func signatures() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let bare = try proposal(office)
    let one = try signed(bare, by: "leila", in: office)
    #expect(fault { _ = try office.desk().submit(one) } == .unsigned([bare.signers[1].officer]))
    #expect(fault { _ = try one.signed(with: office.props.key("leila"), .openSSH) } == .alreadySigned(file: "leila"))
    #expect(fault { _ = try one.signed(with: office.props.key("sara"), .openSSH) } == .notASigner(file: "sara"))
    var doubled = one
    doubled.signatures.append(doubled.signatures[0])
    #expect(fault { _ = try office.desk().submit(doubled) } == .signedTwice(bare.signers[0].officer))
    var stolen = one
    stolen.signatures.append(
      Proposal.Signature(key: bare.signers[1].key, entry: one.signatures[0].entry, bag: nil))
    #expect(fault { _ = try office.desk().submit(stolen) } == .signatureWrong(bare.signers[1].officer))
    let other = try proposal(office)
    #expect(fault { _ = try Proposal.merged([("a", one), ("b", other)]) } == .differs(file: "b"))
    #expect(fault { _ = try Proposal(reading: Array("{}\n".utf8)) } == .notAProposal)
  }

  @Test("acts in cases do not disturb a change to the registers; another change does, and so does the same one")
  func logMoved() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let whole = try signed(proposal(office), by: "leila", "omid", in: office)
    let suspension = try signed(
      office.desk().propose(.suspend(try #require(AuthorityID("tehran-2-3"))), keys: office.custodians), by: "leila",
      "omid", in: office)
    // Acts in cases do not disturb a change to the registers. Another change to them does.
    try office.advance(office.receive("proper"), through: .approved)
    _ = try office.desk().submit(whole)
    #expect(fault { _ = try office.desk().submit(whole) } == .logMoved)
    #expect(fault { _ = try office.desk().submit(suspension) } == .logMoved)
    #expect(try office.audit().isSound)
  }

  @Test("two custodians who share only files change a register while forty acts in other cases are entered")
  func fortyActs() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let bytes = try proposal(office).bytes()
    let first = try signed(Proposal(reading: bytes), by: "leila", in: office)
    for index in 0..<40 {
      try office.log(index % 2 == 0 ? "proper" : "no-article", by: index % 3 == 0 ? "sara" : "dara")
    }
    let second = try signed(Proposal(reading: bytes), by: "omid", in: office)
    _ = try office.desk().submit(Proposal.merged([("a", first), ("b", second)]))
    #expect(try office.desk().officers().count == 7)
    let report = try office.audit()
    #expect(report.isSound && report.cases == 40, "\(report.findings)")
  }

  @Test("a proposal that is withheld, changed in its links, or made on another history is refused")
  func strangeLinks() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let copy = try office.copied()
    defer { copy.remove() }
    let whole = try proposal(office)
    func fault(changing change: (inout EntryLinks) -> Void) throws -> ServiceFault {
      var entry = whole.entry
      var links = try #require(entry.claim.links)
      change(&links)
      entry.claim = .linked(links)
      let forged = Proposal(
        entry: entry, signers: whole.signers, sealed: whole.sealed, openings: whole.openings, bag: nil, signatures: [])
      let signed = try signed(forged, by: "leila", "omid", in: office)
      return try #require(throws: ServiceFault.self) { _ = try office.desk().submit(signed) }
    }
    let other = Digest.of([1])
    #expect(try fault { $0.founding = other }.ofProposal == .anotherOffice)
    #expect(try fault { $0.registers = other }.ofProposal == .logMoved)
    #expect(try fault { $0.subject = other }.ofProposal == .logMoved)
    #expect(try fault { $0.seen.root = other }.ofProposal == .otherLog)
    #expect(try fault { $0.seen = .empty }.kind == .broken)
    #expect(try fault { $0.seen.size = -1 }.ofProposal == .otherLog)
    #expect(try fault { $0.seen.size += 1 }.ofProposal == .otherLog)
    #expect(try fault { $0.until.seconds += 1 }.kind == .broken)
    // A copy of the office goes another way. What was signed on its history is refused here.
    try copy.log("proper")
    let ofCopy = try signed(proposal(copy), by: "leila", "omid", in: copy)
    try office.log("no-article")
    #expect(self.fault { _ = try office.desk().submit(ofCopy) } == .otherLog)
    #expect(try office.audit().isSound)
  }

  @Test("a proposal for one office is refused by another")
  func otherOffice() throws {
    let (office, other) = (try TestOffice(), try TestOffice(seed: 2))
    defer {
      office.remove()
      other.remove()
    }
    let whole = try signed(proposal(office), by: "leila", "omid", in: office)
    #expect(fault { _ = try other.desk().submit(whole) } == .anotherOffice)
  }

  /// Returns an order that is in force for four more days.
  private func lapsing(_ office: TestOffice) throws -> [UInt8] {
    let text = String(decoding: try office.order("proper"), as: UTF8.self)
    return Array(text.replacing("</issued>", with: "</issued><valid-until>۱۴۰۵/۰۹/۰۵</valid-until>").utf8)
  }

  @Test("a proposed order that lapses before submission is judged again and refused")
  func lapsedReceipt() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let bytes = try lapsing(office)
    let sara = office.props.key("sara")
    let proposal = try office.desk().propose(.receive(bytes), keys: [sara]).signed(with: sara, .openSSH)
    office.clock.time.seconds += 5 * 86_400
    #expect(fault { _ = try office.desk().submit(proposal) } == .decidedOtherwise)
    #expect(try office.desk().list().isEmpty)
  }

  @Test("every act of a case, including approval and export, can be signed on another machine")
  func wholeRoute() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let (sara, reza) = (office.props.key("sara"), office.props.key("reza"))
    func carried(_ request: ActRequest<CaseView>, by key: String) throws {
      let file = try office.desk().propose(request, keys: [key + ".pub"]).bytes()
      let signed = try Proposal(reading: file).signed(with: key, .openSSH)
      _ = try office.desk().submit(Proposal(reading: signed.bytes()))
    }
    let receipt = try office.desk().propose(.receive(office.order("proper")), keys: [sara])
    let submitted = try office.desk().submit(receipt.signed(with: sara, .openSSH))
    guard case .inCase(let view, _) = submitted else {
      Issue.record("ended otherwise: \(submitted)")
      return
    }
    let number = view.number
    let call = CallMade(called: "021 3311 0000", answer: .confirmed, spokeWith: "خانم منشی شعبه")
    try carried(.recordCall(call, in: number), by: sara)
    try carried(.grant(Narrowing(), in: number), by: sara)
    let annotation = Checkout.fixture("Shop/shop.yml").path
    try carried(.collect(number, from: office.props.shop.path, annotation: annotation), by: sara)
    try carried(.approve(number), by: reza)
    let export = try office.desk().proposeExport(number, key: sara + ".pub").signed(with: sara, .openSSH)
    #expect(fault { _ = try office.desk().submit(export) } == .noDestination)
    let spent = try office.desk().submit(export, to: office.out)
    guard case .exported(let exported, isEntered: false) = spent else {
      Issue.record("ended otherwise: \(spent)")
      return
    }
    #expect(FileManager.default.fileExists(atPath: exported.file.path))
    let delivery = try office.desk().proposeDelivery(number, key: sara + ".pub").signed(with: sara, .openSSH)
    _ = try office.desk().submit(delivery, to: office.out)
    let report = try office.desk().audit()
    #expect(report.isSound && report.unfinished.isEmpty && report.disclosures == 1)
    let again = try #require(throws: ServiceFault.self) { try office.desk().proposeExport(number, key: sara) }
    #expect(again.reasons?.contains(.alreadyDelivered) == true, "\(again)")
  }

  @Test("an approval whose order has lapsed since it was proposed is refused")
  func lapsedApproval() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.desk().receive(lapsing(office), key: office.props.key("sara")).view.number
    try office.advance(number, through: .collected)
    let reza = office.props.key("reza")
    let proposal = try office.desk().propose(.approve(number), keys: [reza]).signed(with: reza, .openSSH)
    office.clock.time.seconds += 5 * 86_400
    let fault = try #require(throws: ServiceFault.self) { try office.desk().submit(proposal) }
    let reasons = try #require(fault.reasons, "ended otherwise: \(fault)")
    #expect(reasons.contains { if case .finding(.force, .fail, _) = $0 { true } else { false } })
    #expect(try office.desk().view(number).approvedBy == nil)
  }

  @Test("a proposal with swapped, missing or repeated sealed values is refused")
  func sealedValues() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let sara = office.props.key("sara")
    let whole = try office.desk().propose(.receive(office.order("proper")), keys: [sara]).signed(with: sara, .openSSH)
    let other = try office.desk().propose(.receive(office.order("no-article")), keys: [sara])
    for sealed in [[], whole.sealed + whole.sealed, other.sealed, whole.sealed + other.sealed] {
      let changed = Proposal(
        entry: whole.entry, signers: whole.signers, sealed: sealed, openings: [], bag: nil,
        signatures: whole.signatures)
      #expect(fault { _ = try office.desk().submit(changed) } == .sealedOtherwise)
    }
    _ = try office.desk().submit(whole)
  }

  @Test("receiving an order reads and verifies the history once")
  func historyIsReadOnce() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let store = CountingStore(try office.desk().office)
    let desk = try Desk.open(store, keyFile: nil, world: office.world)
    let receipt = try desk.receive(office.order("proper"), key: office.props.key("sara"))
    #expect(receipt.view.state.count > 1)
    #expect(store.reads == 1)
  }
}

extension ServiceFault {
  /// The fault of a proposal, or nil if the fault is another one.
  var ofProposal: ProposalPhrase? {
    if case .proposal(let fault) = self { fault } else { nil }
  }
}

/// A store that counts how often a history is read. A history has several entries.
private final class CountingStore: OfficeStore, @unchecked Sendable {
  private let inner: any OfficeStore
  private let lock = NSLock()
  private var count = 0

  init(_ inner: any OfficeStore) { self.inner = inner }

  var reads: Int { lock.withLock { count } }
  var folder: OfficeFolder { inner.folder }
  var format: LogFormat { inner.format }

  func index(watching sizes: Set<Int>, upTo limit: Int?) throws(StoreFault) -> LogIndex {
    try inner.index(watching: sizes, upTo: limit)
  }

  func entries(at places: [Int]) throws(StoreFault) -> [OfficeRows.EntryRow] {
    if places.count > 1 { lock.withLock { count += 1 } }
    return try inner.entries(at: places)
  }

  func summaries(openOnly: Bool) throws(StoreFault) -> [CaseSummary] { try inner.summaries(openOnly: openOnly) }
  func sealed(_ commitment: Commitment) throws(StoreFault) -> SealedValue { try inner.sealed(commitment) }

  func append(
    _ verified: VerifiedEntry, after head: Head, sealed: [SealedPlacement], summary: CaseSummary?
  ) throws(StoreFault) -> Head {
    try inner.append(verified, after: head, sealed: sealed, summary: summary)
  }

  func rows() throws(StoreFault) -> OfficeRows { try inner.rows() }

  func remove(from place: Int, replacing lines: [CaseSummary]) throws(StoreFault) -> [OfficeRows.EntryRow] {
    try inner.remove(from: place, replacing: lines)
  }
}
