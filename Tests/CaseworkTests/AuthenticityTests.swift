import Testing

@testable import Casework

@Suite("Authenticity")
struct AuthenticityTests {
  private static func world() -> (GateWorld, OrderReceipt, CallBack)? {
    guard let pack = try? GatePack() else { return nil }
    var world = GateWorld(.courtOrder, pack, seed: 11)
    world.open()
    let order = world.order()
    guard let id = order.authority, let record = world.registers.authorities[id] else { return nil }
    let call = CallBack(
      authority: id, registerEntry: record.sequence, answer: .confirmed, note: EventSamples.commitment(1))
    return (world, order, call)
  }

  @Test("the authenticity of an order is not checked until there is evidence")
  func unlooked() throws {
    let (world, order, _) = try #require(Self.world())
    let finding = Examination.examine(.authenticity, of: order, granted: nil, facts: world.facts)
    #expect(finding.outcome == .notChecked && finding.shortcomings == [.notLookedAt] && finding.evidence.isEmpty)
  }

  @Test("a call-back passes only if the order's own authority confirms, at the number in the register")
  func calls() throws {
    var (world, order, call) = try #require(Self.world())
    #expect(call.judge(order, facts: world.facts) == AuthenticityVerdict(.pass))
    for (answer, outcome) in [(CallBackAnswer.denied, Outcome.fail), (.noAnswer, .notChecked)] {
      var other = call
      other.answer = answer
      #expect(other.judge(order, facts: world.facts) == AuthenticityVerdict(outcome, [.notConfirmed(answer: answer)]))
      #expect(!other.claimsAuthenticity)
    }
    let nothing = AuthenticityVerdict(.notChecked, [.notLookedAt])
    var stranger = call
    stranger.authority = try #require(GateWorld.courts.first { $0 != call.authority })
    #expect(stranger.judge(order, facts: world.facts) == nothing)
    var old = call
    old.registerEntry -= 1
    #expect(old.judge(order, facts: world.facts) == nothing)
    // The new registration has another call-back number, so the earlier call proves nothing.
    world.change(.authorityRegistered(world.authority(call.authority, world.certificate())))
    #expect(call.judge(order, facts: world.facts) == nothing)
  }

  @Test("a number can be called only after it was registered")
  func order() throws {
    let (_, _, call) = try #require(Self.world())
    #expect(call.wasPossible(before: call.registerEntry + 1) && !call.wasPossible(before: call.registerEntry))
  }

  @Test("a finding on evidence lists the order and the proof, and commits to the proof's note")
  func finding() throws {
    let (world, order, call) = try #require(Self.world())
    let proof = AuthenticityProof.callBack(call: call)
    let finding = AuthenticityRule.judge(proof, of: order, facts: world.facts)
    #expect(finding.outcome == .pass && finding.rule == .authenticity)
    #expect(finding.evidence == [.order(document: order.document), .authenticity(proof)])
    #expect(finding.evidence[1] == .callBack(call: call))
    #expect(finding.commitments == [call.note] && finding.cited == [order.document])
  }
}
