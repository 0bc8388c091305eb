import Casework
import Foundation
import Service
import TestSupport
import TestTools
import Testing
import Wording

/// Tests that a refused collection reads no data and leaves no file.
@Suite("Collecting")
struct CollectingTests {
  private func sealed(_ office: TestOffice) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.office.sealed.path)
  }

  /// Tries to collect from a source and an annotation that do not exist. If the refusal did not come first, the fault
  /// would be about the missing files.
  private func collect(_ number: CaseNumber, in office: TestOffice, by person: String) throws -> [Reason] {
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().collect(
        number, from: "/nowhere/shop.sqlite", annotation: "/nowhere/shop.yml", key: office.props.key(person))
    }
    guard case .refused(let refusal, number) = fault else {
      Issue.record("the source was looked for: \(fault)")
      return []
    }
    #expect(try sealed(office).isEmpty)
    #expect(try office.desk().audit().unfinished.isEmpty)
    return refusal.reasons
  }

  @Test("an actor without the role is refused before the source is opened", arguments: ["mina", "reza", "leila"])
  func role(person: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .granted)
    let reasons = try collect(number, in: office, by: person)
    #expect(reasons.map(\.rule) == ["role"])
  }

  @Test("a case in a wrong state is refused before the source is opened")
  func state() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    #expect(try collect(number, in: office, by: "sara").contains(.noScope))
    _ = try office.desk().grant(Narrowing(), on: number, key: office.props.key("sara"))
    #expect(try collect(number, in: office, by: "sara").map(\.rule) == ["workflow"])
    _ = try office.desk().close(number, as: .quashed, because: "x", key: office.props.key("sara"))
    #expect(try collect(number, in: office, by: "sara").map(\.rule) == ["workflow"])
  }

  @Test("a collection that is not signed leaves no package")
  func unsigned() throws {
    let office = try TestOffice()
    defer { office.remove() }
    let number = try office.receive("proper")
    try office.advance(number, through: .granted)
    var world = office.world
    world.signer.sign = { _, _, _ in throw ServiceFault.signing(.notSigned(file: "sara")) }
    let desk = try Desk.open(office.office, keyFile: nil, world: world)
    let fault = try #require(throws: ServiceFault.self) {
      try desk.collect(
        number, from: office.props.shop.path, annotation: Checkout.fixture("Shop/shop.yml").path,
        key: office.props.key("sara"))
    }
    guard case .signing(.notSigned(file: "sara")) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(try sealed(office).isEmpty)
    #expect(try office.desk().audit().unfinished.isEmpty)
  }
}
