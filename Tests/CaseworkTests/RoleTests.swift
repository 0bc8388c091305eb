import Casework
import Foundation
import Intake
import TestTools
import Testing

@Suite("Roles")
struct RoleTests {
  @Test("each role has the expected duties, and each duty belongs to a role")
  func duties() {
    #expect(Role.auditor.duties == [.reading])
    #expect(Role.custodian.duties == [.reading, .keepingRegisters])
    #expect(Duty.reading.roles == Role.allCases)
    #expect(Duty.reviewing.roles == [.legalOfficer] && Duty.preparing.roles == [.legalOfficer])
    #expect(Duty.approving.roles == [.manager] && Duty.keepingRegisters.roles == [.custodian])
    for duty in [Duty.confirming, .releasing, .closing] { #expect(duty.roles == [.legalOfficer, .manager]) }
    for duty in Duty.allCases { #expect(!duty.roles.isEmpty && !duty.apartFrom.contains(duty)) }
  }

  @Test("an officer who prepared a case or dealt with the authorities may not approve it")
  func preparing() {
    let barred = CaseEvent.vocabulary.events.filter { Duty.approving.apartFrom.contains($0.duty) }.map(\.name)
    let free = Set(CaseEvent.allNames).subtracting(barred)
    #expect(free == ["approval.given", "permit.redeemed", "disclosure.delivered"])
    let reviewing = CaseEvent.vocabulary.events.filter { Duty.confirming.apartFrom.contains($0.duty) }.map(\.name)
    let tokens = Set(reviewing.map { String($0.prefix { $0 != "." }) })
    #expect(tokens == ["order", "clarification", "finding", "scope"])
  }

  @Test("no shipped chart allows an event to a role without its duty", arguments: Checkout.charts)
  func duties(inChart name: String) throws {
    let workflow = try InstrumentCase(name).workflow
    for transition in workflow.chart.transitions {
      let roles = (transition.attributes["role"] ?? "").split(whereSeparator: \.isWhitespace)
        .compactMap { Role(rawValue: String($0)) }
      for event in CaseEvent.vocabulary.events
      where transition.descriptors.contains(where: { EventTests.matches($0, event.name) }) {
        #expect(Set(roles).isSubset(of: event.roles), "\(event.name) on line \(transition.line)")
      }
    }
  }
}

extension EventTests {
  /// Says whether an event descriptor of a chart matches a name: the name begins with the tokens of the descriptor.
  static func matches(_ descriptor: String, _ name: String) -> Bool {
    (name + ".").hasPrefix(descriptor + ".")
  }
}
