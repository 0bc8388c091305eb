import Casework
import Foundation
import TestSupport
import TestTools
import Testing

@testable import Service

/// Tests that a lost key is replaced, and that what was signed with it remains valid (I8, I14).
@Suite("New keys")
struct RekeyTests {
  private func actor(_ key: String, _ office: TestOffice) throws -> Actor {
    try office.desk().actor(key, office.desk().history().registers)
  }

  @Test("an officer with a new key acts with it alone, and an approval with the old key is still exported")
  func rekeyed() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .approved)
    let reza = try #require(try office.desk().view(number).approvedBy)
    let new = office.props.key("nobody")
    office.clock.time.seconds += 3_600
    try office.desk().enter(.rekey(reza, publicKeyFile: new + ".pub"), keys: office.custodians)
    let old = try #require(throws: ServiceFault.self) {
      try actor(office.props.key("reza"), office)
    }
    #expect(old.kind == .refused)
    #expect(try actor(new, office).id == reza)
    _ = try office.desk().export(number, to: office.out, key: office.props.key("sara"))
    #expect(try office.audit().isSound)
    let folder = try Checkout.temporary("entries")
    _ = try office.desk().writeEntries(to: folder)
    #expect(try Tool.shell("sh verify.sh", in: folder).status == 0)
  }

  private func refused(_ work: () throws -> Void) throws {
    let fault = try #require(throws: ServiceFault.self) { try work() }
    #expect(fault.reasons?.first?.rule == "register", "\(fault)")
  }

  @Test("a key that anybody ever had is not given to another officer, nor back")
  func keyInUse() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let sara = try actor(office.props.key("sara"), office).id
    let rekey = { (person: String) in
      try office.desk().enter(
        .rekey(sara, publicKeyFile: office.props.key(person) + ".pub"), keys: office.custodians)
    }
    try refused { try rekey("dara") }
    try refused { try rekey("sara") }
    try rekey("nobody")
    try refused { try rekey("sara") }
    try refused {
      _ = try office.desk().enrol(
        name: "x", role: .auditor, publicKeyFile: office.props.key("sara") + ".pub", keys: office.custodians)
    }
    #expect(try office.audit().isSound)
  }

  @Test("a custodian who lost a key is helped by two others")
  func thirdCustodian() throws {
    let office = try TestOffice()
    defer { office.remove() }
    _ = try office.desk().enrol(
      name: "third", role: .custodian, publicKeyFile: office.props.key("nobody") + ".pub", keys: office.custodians)
    #expect(try office.audit().custodians == 3)
    let omid = try actor(office.props.key("omid"), office).id
    let key = office.folder.appending(path: "new").path
    try Tool.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key])
    try office.desk().enter(
      .rekey(omid, publicKeyFile: key + ".pub"), keys: [office.props.key("leila"), office.props.key("nobody")])
    try office.desk().suspend(try #require(AuthorityID("tehran-2-3")), keys: [key, office.props.key("leila")])
    #expect(try office.audit().isSound)
  }
}
