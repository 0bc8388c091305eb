import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests entries written by an attacker who has an officer's key and the database. Their signatures verify, but their
/// content contradicts the other records.
@Suite("Audit finds a forged log")
struct ForgedLogTests {
  private func problems(_ office: TestOffice) throws -> [AuditProblem] {
    try office.audit().findings.map(\.problem)
  }

  @Test("the test's forger causes no finding if it changes nothing")
  func forgerIsSound() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    try Forger(office: office, hasOfficeKey: false).rewriteLast(signedBy: ["sara"]) { $0 }
    #expect(try problems(office) == [])
  }

  @Test(
    "a receipt that contradicts its document is found",
    arguments: [
      ("\"isAddressedToUs\":false", "\"isAddressedToUs\":true"), ("\"article\":\"CPC 671\"", "\"article\":\"CPC 670\""),
      ("\"through\":\"2026-07-22\"", "\"through\":\"2026-11-22\""), ("\"identifiers\":[\"name\",", "\"identifiers\":["),
    ])
  func receiptIsReread(part: String, other: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(throws: TestOffice.Unacceptable.self) { try office.receive("addressed-elsewhere") }
    try Forger(office: office).rewriteLast(signedBy: ["sara"]) { text in
      #expect(text.contains(part))
      return text.replacing(part, with: other)
    }
    #expect(try problems(office).contains(.receiptNotOfDocument))
  }

  @Test(
    "an entry that is dated before the previous entry or in the future is found",
    arguments: [("2026-11-19", AuditProblem.datedBeforePrevious), ("2029-01-01", .datedInFuture)])
  func datesAreHeld(day: String, problem: AuditProblem) throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    try Forger(office: office).rewriteLast(signedBy: ["sara"]) {
      $0.replacing("\"time\":\"2026-11-22", with: "\"time\":\"\(day)")
    }
    #expect(try problems(office).contains(problem))
  }

  @Test("a signed register entry that breaks a rule of the registers is found")
  func registersKeepTheirRules() throws {
    let base = try TestOffice()
    defer { base.remove() }
    let registers = try base.desk().office.history().registers
    let sara = try #require(
      registers.officers.values.first {
        $0.officer.key == (try? base.world.signer.publicKey(base.props.key("sara")).description)
      })
    let twice = Officer(
      id: try #require(OfficerID("o-00000001")), role: .manager, key: sara.officer.key, name: sara.officer.name)
    var profile = try #require(registers.profile)
    profile.addressedAs.append("another")
    var authority = try #require(registers.authorities.values.first).authority
    authority.seat.branch = 99
    let events: [RegisterEvent] = [.officerEnrolled(twice), .officeFounded(profile), .authorityRegistered(authority)]
    for event in events {
      let office = try base.copied()
      defer { office.remove() }
      try Forger(office: office).appendRegister(event, signedBy: ["leila", "omid"])
      let fault = try #require(throws: ServiceFault.self) { try office.desk() }
      #expect(fault.kind == .broken, "\(event.name): \(fault)")
      guard case .store(.broken(_, .registerRule)) = fault else {
        Issue.record("\(event.name) ended otherwise: \(fault)")
        continue
      }
    }
  }

  @Test("an order is answered once, even if it later supplements an older open case")
  func olderCaseDoesNotRepeat() throws {
    let office = try TestOffice()
    defer { office.remove() }
    #expect(throws: TestOffice.Unacceptable.self) { try office.receive("no-article") }
    let second = try office.receive("proper")
    try office.advance(second, through: .exported)
    let first = try #require(CaseNumber("1405-0001"))
    let receipt = try office.desk().receive(
      office.order("proper"), supplements: first, key: office.props.key("sara"))
    guard case .againstRules(let refusal) = receipt.standing else {
      Issue.record("ended otherwise: \(receipt.standing)")
      return
    }
    #expect(refusal.reasons.contains(.finding(.uniqueness, .fail, [.alreadyReceived(number: second)])))
  }

  @Test("invisible marks do not make another letter number")
  func invisibleMarksAreNothing() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let text = String(decoding: try office.order("proper"), as: UTF8.self)
    for mark in [
      "\u{200B}", "\u{061C}", "\u{2060}", "\u{00AD}", "\u{FE0F}", "\u{202F}", "\u{034F}", "\u{2003}", "\u{3000}",
      "\u{180E}", "_", ".",
    ] {
      let other = text.replacing("۱۴۰۵/۳۳۸۱", with: "۱۴۰۵/\(mark)۳۳۸۱")
      let receipt = try office.desk().receive(Array(other.utf8), key: office.props.key("sara"))
      guard case .againstRules(let refusal) = receipt.standing else {
        Issue.record("\(mark.unicodeScalars.map { String($0.value, radix: 16) }): \(receipt.standing)")
        continue
      }
      #expect(refusal.reasons.contains { $0.rule == "uniqueness" })
    }
  }

  @Test("a rehearsal of receiving makes no key and writes nothing")
  func trialWritesNothing() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let before = try Tool.sqlite(office.office.keys, "SELECT count(*) FROM keys")
    _ = try office.desk().rehearse(.receive(office.order("proper")), office.props.key("sara"))
    #expect(try Tool.sqlite(office.office.keys, "SELECT count(*) FROM keys") == before)
    #expect(try office.desk().list(all: true).isEmpty)
  }
}
