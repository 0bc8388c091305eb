import Intake
import Statechart
import Testing

@testable import Casework

/// Tests each rule alone, and a rule for whose findings the chart has no events.
@Suite("Examination")
struct ExaminationTests {
  /// Returns an office and an order that passes every mechanical rule once the grant is limited to what the law covers.
  private static func world() throws -> (GateWorld, OrderReceipt) {
    var world = GateWorld(.courtOrder, try GatePack(), seed: 7)
    world.open()
    var order = world.order()
    order.validUntil = nil
    return (world, order)
  }

  /// Returns the shortcomings that the mechanical rules find in an order.
  private static func found(_ order: OrderReceipt, _ facts: Facts, granted: Scope? = nil) -> [Rule: [Shortcoming]] {
    Dictionary(
      uniqueKeysWithValues: Rule.allCases.filter(\.isMechanical).map {
        ($0, Examination.examine($0, of: order, granted: granted, facts: facts).shortcomings)
      }
    ).filter { !$0.value.isEmpty }
  }

  @Test("the type of each rule names the rule, its invariant and its assurance")
  func table() {
    for rule in Rule.allCases {
      #expect(rule.type.rule == rule && rule.invariant == .verifiedBasis)
      #expect(rule.assurance?.rawValue == rule.rawValue)
      #expect(rule.isMechanical == (rule != .authenticity))
    }
    #expect(Rule.allCases.map(\.rawValue) == Assurance.allCases.prefix(8).map(\.rawValue))
  }

  @Test("each defect of an order is found by its own rules and by no other rule")
  func shortcomings() throws {
    let (world, order) = try Self.world()
    let facts = world.facts
    let broad = order.classes.contains { [.content, .technical].contains($0) }
    let lawful = facts.bases.lawful(order, rank: "criminal-court-branch")
    #expect(Self.found(order, facts, granted: lawful).isEmpty && (broad || Self.found(order, facts).isEmpty))
    func found(_ change: (inout OrderReceipt) -> Void) -> [Rule: [Shortcoming]] {
      var changed = order
      change(&changed)
      return Self.found(changed, facts, granted: lawful)
    }
    let today = facts.today
    let (yesterday, tomorrow) = (Day(number: today.number - 1), Day(number: today.number + 1))
    #expect(found { $0.isAddressedToUs = false } == [.addressee: [.addressedToAnother]])
    #expect(found { $0.issued = tomorrow } == [.force: [.issuedInFuture(issued: tomorrow)]])
    #expect(found { $0.validUntil = yesterday } == [.force: [.lapsed(validUntil: yesterday)]])
    #expect(found { $0.validUntil = today }.isEmpty)
    #expect(found { $0.targets[0].identifiers = [.name] } == [.particularity: [.noParticularTarget(target: 1)]])
    #expect(found { $0.issued = Day(number: $0.through!.number - 1) }[.particularity] != nil)
    let unknown = found { $0.authority = nil }
    #expect(Set(unknown.keys) == [.authority, .competence, .destination])
    #expect(unknown[.authority] == [.unknownAuthority] && unknown[.destination] == [.unknownAuthority])
    var again = facts
    again.sameOrder = [GateWorld.earlier]
    #expect(Self.found(order, again, granted: lawful) == [.uniqueness: [.alreadyReceived(number: GateWorld.earlier)]])
    var later = facts
    later.now = Instant(seconds: facts.now.seconds + 400 * 86_400)
    #expect(Self.found(order, later, granted: lawful) == [.destination: [.certificateNotValidNow]])
  }

  @Test("a finding lists the evidence that its rule used")
  func evidence() throws {
    let (world, order) = try Self.world()
    for rule in Rule.allCases {
      let evidence = Examination.examine(rule, of: order, granted: nil, facts: world.facts).evidence
      let isRegistered = evidence.contains { if case .register = $0 { true } else { false } }
      let isBased = evidence.contains { if case .legalBases = $0 { true } else { false } }
      #expect(evidence.contains(.order(document: order.document)) == rule.isMechanical)
      #expect(isRegistered == [.authority, .competence, .destination].contains(rule))
      #expect(isBased == (rule == .competence))
    }
  }

  @Test("an order for another instrument opens no case, and completes none")
  func otherInstrument() throws {
    let (world, order) = try Self.world()
    let officer = Actor(id: GateWorld.people[0].0, role: .legalOfficer)
    var other = order
    other.instrument = "preservation"
    let reason = Reason.otherInstrument("preservation")
    let refusal = #expect(throws: Refusal.self) {
      try Case.decide(
        opening: .readable(other), by: officer, facts: world.facts, workflow: world.workflow, number: GateWorld.number)
    }
    #expect(refusal?.reasons == [reason])
    let subject = try Case.decide(
      opening: .readable(order), by: officer, facts: world.facts, workflow: world.workflow, number: GateWorld.number
    ).after(sequence: 20, time: world.facts.now)
    let supplement = #expect(throws: Refusal.self) {
      try subject.decide(.supplement(.readable(other)), by: officer, facts: world.facts, workflow: world.workflow)
    }
    #expect(supplement?.reasons == [reason])
    #expect(!Gate.standing(against: subject, facts: world.facts).contains(reason))
  }

  @Test("a rule whose findings the chart does not record is still checked, at the receipt and at the gate")
  func unrecorded() throws {
    let (world, order) = try Self.world()
    var definition = world.workflow.chart.definition
    let edited = Self.without("uniqueness", &definition.states)
    #expect(edited)
    let workflow = try Workflow(chart: Chart(definition), digest: world.workflow.digest, line: 1)
    #expect(workflow.recordedRules == Set(Rule.allCases).subtracting([.uniqueness]))
    #expect(world.workflow.recordedRules == Set(Rule.allCases))
    #expect(world.pack.careless.recordedRules == Set(Rule.allCases))
    let officer = Actor(id: GateWorld.people[0].0, role: .legalOfficer)
    func uniqueness(_ facts: Facts) throws -> [Reason] {
      let decision = try Case.decide(
        opening: .readable(order), by: officer, facts: facts, workflow: workflow, number: GateWorld.number)
      let findings = decision.events.filter { if case .findingRecorded = $0 { true } else { false } }
      #expect(findings.count == Rule.allCases.count - 1)
      let subject = decision.after(sequence: 20, time: facts.now)
      #expect(subject.findings[.uniqueness] == nil && subject.findings.count == findings.count)
      func isUniqueness(_ reason: Reason) -> Bool {
        if case .finding(.uniqueness, _, _) = reason { true } else { false }
      }
      let reasons = Gate.standing(against: subject, facts: facts).filter(isUniqueness)
      #expect(subject.reasonsAtReceipt(facts).filter(isUniqueness) == reasons)
      return reasons
    }
    #expect(try uniqueness(world.facts).isEmpty)
    var again = world.facts
    again.sameOrder = [GateWorld.earlier]
    #expect(try uniqueness(again) == [.finding(.uniqueness, .fail, [.alreadyReceived(number: GateWorld.earlier)])])
  }

  /// Removes a state at any depth. Returns false if there is no such state.
  private static func without(_ id: String, _ states: inout [StateDefinition]) -> Bool {
    let before = states.count
    states.removeAll { $0.id == id }
    if states.count < before { return true }
    for index in states.indices where without(id, &states[index].children) { return true }
    return false
  }
}
