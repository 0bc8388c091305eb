import Audit
import Casework
import Foundation
import Ledger
import Service
import TestSupport
import TestTools
import Testing

/// Tests that a finding that cannot be mended stops its own case alone (I14).
@Suite("Setting aside")
struct SettingAsideTests {
  private func export(_ number: CaseNumber, _ office: TestOffice) throws {
    _ = try office.desk().export(number, to: office.out, key: office.props.key("sara"))
  }

  @Test(
    "a finding about one case is set aside: the others disclose, the case does not, and another damage is a new finding",
    arguments: [
      "UPDATE sealed SET box = zeroblob(length(box) + D) WHERE label = 'order' AND sequence = 7",
      "UPDATE entries SET bytes = zeroblob(length(bytes) + D) WHERE sequence = 7",
      "UPDATE entries SET signatures = 'D' WHERE sequence = 7",
    ])
  func caseFinding(damage: String) throws {
    let office = try TestOffice()
    defer { office.remove() }
    let broken = try office.receive("proper")
    let sound = try office.log("over-broad").view.number
    for number in [broken, sound] { try office.advance(number, through: .approved) }
    try office.edit(damage.replacing("D)", with: "1)").replacing("'D'", with: "'1'"))
    #expect(throws: ServiceFault.self) { try export(sound, office) }
    let places = Set(
      try office.audit().findings.compactMap { finding -> Int? in
        if case .entry(let place) = finding.place { place } else { nil }
      })
    #expect(places.contains(7))
    _ = try office.desk().enter(.setAside(.findings(places.sorted())), keys: office.custodians)
    let report = try office.audit()
    #expect(report.isSound && !report.setAside.isEmpty, "\(report.findings)")
    try export(sound, office)
    let fault = try #require(throws: ServiceFault.self) { try export(broken, office) }
    #expect(fault.kind == .broken || fault.reasons?.contains(.findingSetAside) == true, "\(fault)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.out.path).count == 1)
    try office.edit(damage.replacing("D)", with: "2)").replacing("'D'", with: "'2'"))
    #expect(try !office.audit().isSound)
  }

  @Test("a finding about the registers, and one that does not exist, cannot be set aside")
  func registers() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    let none = try #require(throws: ServiceFault.self) {
      try office.desk().enter(.setAside(.findings([7])), keys: office.custodians)
    }
    guard case .usage(.noFinding(entry: 7)) = none else {
      Issue.record("ended otherwise: \(none)")
      return
    }
    try office.edit("UPDATE sealed SET box = zeroblob(length(box)) WHERE sequence = 3")
    let fault = try #require(throws: ServiceFault.self) {
      try office.desk().enter(.setAside(.findings([3])), keys: office.custodians)
    }
    guard case .usage(.notOfCase(entry: 3)) = fault else {
      Issue.record("ended otherwise: \(fault)")
      return
    }
    #expect(try !office.audit().isSound)
  }

  @Test("one custodian, or an officer, sets nothing aside")
  func twoCustodians() throws {
    let office = try TestOffice()
    defer { office.remove() }
    try office.receive("proper")
    for keys in [["leila", "leila"], ["leila"], ["leila", "sara"], ["reza", "omid"]] {
      let fault = try #require(throws: ServiceFault.self) {
        try office.desk().enter(.setAside(.times([8])), keys: keys.map { office.props.key($0) })
      }
      #expect(fault.kind == .refused, "\(keys): \(fault)")
    }
  }
}
