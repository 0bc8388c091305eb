import Casework
import Foundation
import Ledger
import TestSupport
import TestTools
import Testing
import Wording

@testable import Service

/// Tests proposals that an attacker edits before they are signed. Each of these attacks was possible once.
@Suite("Forged proposals")
struct ForgedProposalTests {
  /// The error for a proposal that enrols nobody.
  private struct NoOfficer: Error {}

  private func forged(
    _ proposal: Proposal, bag: BagStatement? = nil, _ change: (inout Entry) -> Void = { _ in }
  ) -> Proposal {
    var entry = proposal.entry
    change(&entry)
    return Proposal(
      entry: entry, signers: proposal.signers, sealed: proposal.sealed, openings: proposal.openings,
      bag: bag ?? proposal.bag, signatures: [])
  }

  /// Signs a proposal and submits it, and returns the fault. The proposal must be refused and the office stay sound.
  private func fault(of proposal: Proposal, by people: String..., in office: TestOffice) throws -> ServiceFault {
    let signed = try people.reduce(proposal) { try $0.signed(with: office.props.key($1), .openSSH) }
    let entries = try office.desk().audit().entries
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().submit(Proposal(reading: signed.bytes()))
    }
    let report = try office.desk().audit()
    #expect(report.isSound && report.entries == entries)
    return fault
  }

  @Test("only an approval may contain a package to sign")
  func strangeBag() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let sara = office.props.key("sara")
    let proposal = try office.desk().propose(.close(number, as: .withdrawn, because: "x"), keys: [sara])
    let bag = BagStatement(manifest: Array("anything\n".utf8), salt: [UInt8](repeating: 7, count: 32))
    let signed = try fault(of: forged(proposal, bag: bag), by: "sara", in: office)
    #expect(signed.ofProposal == .malformed(member: "bag"), "\(signed)")
    let read = try #require(throws: ServiceFault.self) { try Proposal(reading: forged(proposal, bag: bag).bytes()) }
    #expect(read.ofProposal == .malformed(member: "bag"), "\(read)")
  }

  @Test("a key with a comment is refused, and so is an id that is already used")
  func strangeOfficer() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let custodians = office.custodians
    let reza = try #require(try office.desk().officers().first { $0.role == .manager }.flatMap { OfficerID($0.id) })
    let file = office.props.key("nobody") + ".pub"
    let enrol = ActRequest.enrol(name: "نسرین", role: .custodian, publicKeyFile: file)
    func changed(_ change: (inout Officer) -> Void) throws -> Proposal {
      let proposal = try office.desk().propose(enrol, keys: custodians)
      guard case .officerEnrolled(var officer)? = proposal.entry.registers?.first else { throw NoOfficer() }
      change(&officer)
      return forged(proposal) { $0.registers = [.officerEnrolled(officer)] }
    }
    let commented = try fault(of: changed { $0.key += " x" }, by: "leila", "omid", in: office)
    #expect(commented.ofProposal == .malformed(member: "entry"), "\(commented)")
    try office.desk().retire(reza, keys: custodians)
    let taken = try fault(of: changed { $0.id = reza }, by: "leila", "omid", in: office)
    #expect(taken.reasons == [.register(.idInUse)], "\(taken)")
  }

  @Test("a case can be opened only under the chart of its document's instrument")
  func strangeChart() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let sara = office.props.key("sara")
    let desk = try office.desk()
    let other = try #require(try desk.pack.workflow(of: "preservation")).digest
    let proposal = try desk.propose(.receive(office.order("proper")), keys: [sara])
    let refused = try fault(of: forged(proposal) { $0.chart = other }, by: "sara", in: office)
    #expect(refused.ofProposal == .decidedOtherwise, "\(refused)")
    #expect(try office.desk().list(all: true).isEmpty)
  }

  @Test("an act is dated at most seven days before its entry, and never after it")
  func strangeTime() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let sara = office.props.key("sara")
    let close = ActRequest.close(number, as: .withdrawn, because: "x")
    let ahead = try fault(
      of: forged(office.desk().propose(close, keys: [sara])) { $0.time.seconds += 60 }, by: "sara", in: office)
    #expect(ahead.ofProposal == .datedAhead, "\(ahead)")
    let late = try office.desk().propose(close, keys: [sara]).signed(with: sara, .openSSH)
    office.clock.time.seconds += EntryLinks.longestWait + 1
    let tooOld = try #require(throws: ServiceFault.self) { try office.desk().submit(late) }
    #expect(tooOld.ofProposal == .tooOld, "\(tooOld)")
    office.clock.time.seconds -= 1
    _ = try office.desk().submit(late)
  }

  @Test("a founding that is not signed, or is only a dry run, leaves no file")
  func foundingLeavesNothing() throws {
    let folder = OfficeFolder(try Checkout.temporary("founded").appending(path: "office"))
    let props = Props.shared
    let plan = FoundingPlan(
      name: "X", addressedAs: [], zone: nil, pack: Checkout.root.appending(path: "Workflows/iran"),
      founders: [Founder(name: "A", key: props.key("leila")), Founder(name: "B", key: props.key("omid"))])
    var world = World.live
    world.signer.sign = { _, _, _ in throw ServiceFault.signing(.notSigned(file: "leila")) }
    let fault = try #require(throws: ServiceFault.self) {
      try Desk.found(folder, keyFile: nil, plan: plan, world: world)
    }
    guard case .signing(.notSigned(file: "leila")) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(!folder.exists && !FileManager.default.fileExists(atPath: folder.defaultKey.path))
    _ = try Desk.found(folder, keyFile: nil, plan: plan, world: .live, dryRun: true)
    #expect(!folder.exists && !FileManager.default.fileExists(atPath: folder.defaultKey.path))
    _ = try Desk.found(folder, keyFile: nil, plan: plan, world: .live)
    #expect(folder.exists)
  }
}
