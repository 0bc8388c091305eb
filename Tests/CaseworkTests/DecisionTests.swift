import Casework
import Testing

@Suite("Decision")
struct DecisionTests {
  private static let officer = Actor(id: GateWorld.people[0].0, role: .legalOfficer)
  private static let manager = Actor(id: GateWorld.people[2].0, role: .manager)

  /// Returns a case whose data are collected and not yet approved, and an approval for it.
  private static func collected() throws -> (GateWorld, Approval) {
    let pack = try GatePack()
    for seed in 0..<50 {
      var world = GateWorld(.courtOrder, pack, seed: UInt64(seed))
      world.open()
      world.forge(with: [.none])
      guard world.oracle.againstPermit(world.moment, by: officer).isEmpty, world.oracle.order?.validUntil != nil,
        let package = world.collected()
      else { continue }
      world.enter([.dataCollected(package)], by: officer)
      return (world, try #require(world.approval()))
    }
    throw NotFound()
  }

  private struct NotFound: Error {}

  private static func refusal(_ world: GateWorld, _ command: Command, by actor: Actor) throws -> [Reason] {
    let subject = try #require(world.subject)
    do throws(Refusal) {
      _ = try subject.decide(command, by: actor, facts: world.facts, workflow: world.workflow)
      return []
    } catch {
      return error.reasons
    }
  }

  @Test("an approval is refused when a rule fails at the moment of approving")
  func approvingLate() throws {
    let (world, approval) = try Self.collected()
    let command = Command.approve(approval)
    #expect(try Self.refusal(world, command, by: Self.manager).isEmpty)
    let order = try #require(world.oracle.order)
    var suspended = world
    suspended.change(.authoritySuspended(try #require(order.authority)))
    #expect(
      try Self.refusal(suspended, command, by: Self.manager) == [.finding(.authority, .fail, [.suspendedAuthority])])
    var lapsed = world
    let last = try #require(order.validUntil)
    lapsed.now = Instant(seconds: Int64(last.number + 1) * 86_400)
    #expect(
      try Self.refusal(lapsed, command, by: Self.manager).contains(.finding(.force, .fail, [.lapsed(validUntil: last)]))
    )
    var again = world
    again.isDuplicate = true
    #expect(
      try Self.refusal(again, command, by: Self.manager)
        == [.finding(.uniqueness, .fail, [.alreadyReceived(number: GateWorld.earlier)])])
  }

  @Test("a refusal lists every reason")
  func everyReason() throws {
    var (world, approval) = try Self.collected()
    world.change(.authoritySuspended(try #require(world.oracle.order?.authority)))
    approval.grant = EventSamples.digest(0xff)
    let reasons = try Self.refusal(world, .approve(approval), by: Self.officer)
    #expect(
      Set(reasons) == [
        .approvalOfAnother, .approverNotManager, .approverNotApart, .finding(.authority, .fail, [.suspendedAuthority]),
        .actorNotAllowed(.legalOfficer),
      ])
  }

  @Test("a command that the instrument does not have is refused with one reason")
  func commands() throws {
    var scene = try InstrumentCase("iran/preservation")
    try scene.review()
    let subject = try #require(scene.subject)
    let facts = try Self.collected().0.facts
    for command in [Command.grant(try InstrumentCase.grant()), .collect(try InstrumentCase.collected())] {
      let refusal = #expect(throws: Refusal.self) {
        _ = try subject.decide(command, by: Self.officer, facts: facts, workflow: scene.workflow)
      }
      #expect(refusal?.reasons.count == 1)
      guard case .notNow(let event, _)? = refusal?.reasons.first else {
        Issue.record("refused otherwise: \(String(describing: refusal))")
        continue
      }
      #expect(event == (command.verb == .grant ? "scope.granted" : "data.collected"))
    }
    for instrument in Instrument.allCases {
      #expect(instrument.commands.isSuperset(of: [.supplement, .examine, .authenticate, .withdraw, .refuse]))
    }
  }

  @Test("the case after a decision equals the case that a replay makes")
  func after() throws {
    let (world, approval) = try Self.collected()
    let subject = try #require(world.subject)
    let decision = try subject.decide(
      .approve(approval), by: Self.manager, facts: world.facts, workflow: world.workflow)
    let after = decision.after(sequence: world.nextEntry, time: world.now)
    let act = Act(sequence: world.nextEntry, time: world.now, actor: Self.manager, events: decision.events)
    #expect(decision.number == GateWorld.number && decision.actor == Self.manager)
    #expect(GateWorld.isSame(after, try Case.replay(GateWorld.number, world.acts + [act], under: world.workflow)))
    #expect(!GateWorld.isSame(after, subject))
  }

  @Test("a delivery is entered once, and only in the case whose permit was redeemed for it")
  func delivery() throws {
    var (world, approval) = try Self.collected()
    world.enter([.approvalGiven(approval)], by: Self.manager)
    let permit = try Gate.judge(
      GateWorld.number, acts: world.acts, by: Self.officer, facts: world.facts, workflow: world.workflow)
    let before = try #require(world.subject)
    let redemption = permit.redeem(envelope: EventSamples.digest(9), seed: EventSamples.commitment(10))
    let decided = redemption.decision
    let spending = try #require(decided)
    let spent = spending.after(sequence: world.nextEntry, time: world.now)
    let delivery = redemption.delivered()
    func reasons(_ subject: Case, by actor: Actor) -> [Reason] {
      do throws(Refusal) {
        _ = try delivery.decide(in: subject, by: actor, workflow: world.workflow)
        return []
      } catch {
        return error.reasons
      }
    }
    #expect(reasons(before, by: Self.officer) == [.notRedeemed])
    #expect(reasons(spent, by: Actor(id: GateWorld.people[4].0, role: .auditor)) == [.actorNotAllowed(.auditor)])
    let entered = try delivery.decide(in: spent, by: Self.officer, workflow: world.workflow)
    #expect(entered.events == [.disclosureDelivered(delivery.release.delivered)])
    let done = entered.after(sequence: world.nextEntry + 1, time: world.now)
    #expect(
      done.delivery?.value == delivery.release.delivered && reasons(done, by: Self.officer) == [.alreadyDelivered])
  }
}
