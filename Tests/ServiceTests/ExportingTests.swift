import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that the gate judges at the moment of export, with changes since the approval.
@Suite("Exporting judges anew")
struct ExportingTests {
  private func approved() throws -> (TestOffice, CaseNumber) {
    let office = try TestOffice()
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    return (office, number)
  }

  private func reasons(_ office: TestOffice, _ number: CaseNumber, by person: String = "sara") throws -> [Reason] {
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().export(number, to: office.out, key: office.props.key(person))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).isEmpty)
    return try #require(fault.reasons, "ended otherwise: \(fault)")
  }

  @Test("a suspended authority receives nothing, and receives the export after it is restored")
  func suspension() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    let id = try #require(AuthorityID("tehran-2-3"))
    try office.desk().suspend(id, keys: office.custodians)
    #expect(try reasons(office, number).contains(.finding(.authority, .fail, [.suspendedAuthority])))
    try office.desk().restore(id, keys: office.custodians)
    // The register changed after the call-back, so only a new call-back is missing.
    #expect(try reasons(office, number) == [.evidence(.authenticity)])
    try office.advance(number, through: .reviewed)
    _ = try office.desk().export(number, to: office.out, key: office.props.key("sara"))
  }

  @Test("a new certificate in the register needs a new collection")
  func newAddress() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    try office.register(branch: 3, certificate: "other.pem")
    #expect(try reasons(office, number).contains(.recipientChanged))
    // The view of the case reports the blocker and the next step before an export is tried.
    let view = try office.desk().view(number)
    #expect(view.blockers.contains(.recipientChanged))
    #expect(view.next.contains(NextStep(.collect(number))))
    #expect(view.blockers.map(\.rule).sorted() == (try reasons(office, number)).map(\.rule).sorted())
  }

  @Test("a new call-back number in the register invalidates the earlier call-back")
  func newNumber() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    try office.register(branch: 3, callBack: "+98 21 9999 0000")
    #expect(try reasons(office, number).contains(.evidence(.authenticity)))
  }

  @Test("an export to an expired certificate is refused")
  func certificateRunsOut() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    office.clock.time = try #require(Instant("2036-06-01T00:00:00Z"))
    #expect(try reasons(office, number).contains(.finding(.destination, .fail, [.certificateNotValidNow])))
  }

  @Test("an order that lapses between approval and export is refused")
  func lapse() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let text = String(decoding: try office.order("proper"), as: UTF8.self)
      .replacing("  <answer-by>", with: "  <valid-until>۱۴۰۵/۰۹/۱۵</valid-until>\n  <answer-by>")
    let number = try office.desk().receive(Array(text.utf8), key: office.props.key("sara")).view
      .number
    try office.advance(number, through: .approved)
    office.clock.time = try #require(Instant("2026-12-06T20:29:59Z"))
    #expect(try office.desk().view(number).blockers.isEmpty)
    office.clock.time = try #require(Instant("2026-12-06T20:30:00Z"))
    let short = try reasons(office, number)
    #expect(short.contains { if case .finding(.force, .fail, _) = $0 { true } else { false } })
    _ = try office.desk().close(number, as: .lapsed, because: "گذشت", key: office.props.key("sara"))
    #expect(try office.desk().view(number).state == ["lapsed"])
  }

  @Test("a new grant, a new collection or a new document voids the approval")
  func changesVoid() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    let (sara, reza) = (office.props.key("sara"), office.props.key("reza"))
    let desk = try office.desk()
    _ = try desk.collect(
      number, from: office.props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path, key: sara)
    #expect(try reasons(office, number).contains(.notApproved))
    _ = try desk.approve(number, key: reza)
    _ = try desk.grant(Narrowing(classes: [.identity]), on: number, key: sara)
    #expect(try reasons(office, number).contains(.notCollected))
    _ = try desk.collect(
      number, from: office.props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path, key: sara)
    _ = try desk.approve(number, key: reza)
    _ = try desk.receive(try office.order("proper"), supplements: number, key: sara)
    #expect(try reasons(office, number).contains(.noScope))
  }

  @Test("the approval of an officer who is no longer a manager does not count")
  func approverLeaves() throws {
    let (office, number) = try approved()
    defer { office.remove() }
    let desk = try office.desk()
    let id = try #require(try desk.view(number).approvedBy)
    try desk.retire(id, keys: office.custodians)
    #expect(try reasons(office, number).contains(.approverNotManager))
    let again = try desk.enrol(
      name: "رضا", role: .legalOfficer, publicKeyFile: office.props.key("reza") + ".pub", keys: office.custodians)
    #expect(again == id)
    #expect(try reasons(office, number).contains(.approverNotManager))
  }

  @Test("a reviewer who becomes a manager may still not approve what they reviewed")
  func reviewerBecomesManager() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .collected)
    let desk = try office.desk()
    let sara = try #require(try desk.history(number).first.flatMap { OfficerID($0.actor) })
    try desk.retire(sara, keys: office.custodians)
    _ = try desk.enrol(
      name: "سارا", role: .manager, publicKeyFile: office.props.key("sara") + ".pub", keys: office.custodians)
    let fault = try #require(throws: ServiceFault.self) { try desk.approve(number, key: office.props.key("sara")) }
    #expect(fault.reasons?.contains(.approverNotApart) == true, "\(fault)")
    _ = try desk.approve(number, key: office.props.key("reza"))
  }

  @Test("auditors, custodians and strangers may not export", arguments: ["mina", "leila", "nobody"])
  func othersMayNot(person: String) throws {
    let (office, number) = try approved()
    defer { office.remove() }
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().export(number, to: office.out, key: office.props.key(person))
    }
    #expect(fault.kind == .refused)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).isEmpty)
  }

  @Test("a call to a number from the letter is not accepted as a call-back")
  func numberFromLetter() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    let call = CallMade(called: "+98 912 000 0000", answer: .confirmed, spokeWith: "x")
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().recordCall(call, on: number, key: office.props.key("sara"))
    }
    #expect(fault.reasons == [.numberNotFromRegister], "\(fault)")
  }
}
