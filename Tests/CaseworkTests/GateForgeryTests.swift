import Casework
import Statechart
import Testing

/// Tests forged logs with exactly one fault each, and callers that claim a role which they do not have. The property
/// test draws such faults at random. Here the oracle first confirms that the log has this fault and no other.
@Suite("Gate: forged logs")
struct GateForgeryTests {
  struct Forgery: Sendable, CustomTestStringConvertible {
    var ground: GateOracle.Ground
    var fault: GateWorld.Fault
    var testDescription: String
  }

  static let forgeries = [
    Forgery(
      ground: .outsideTheOrder, fault: .wideRequest,
      testDescription: "a grant of what the order does not name, its record saying that it was asked"),
    Forgery(
      ground: .noLetterNumber, fault: .noLetterNumber,
      testDescription: "an order without a letter number, whose uniqueness nobody can have checked"),
    Forgery(
      ground: .otherCallBeside, fault: .denialBeside,
      testDescription: "a pass on authenticity that holds a denial beside the confirmation"),
    Forgery(
      ground: .calledBeforeEntry, fault: .foretoldCall,
      testDescription: "a call to a number that was entered into the register only after the call"),
    Forgery(
      ground: .callBack, fault: .noEvidence, testDescription: "a pass on authenticity without a call"),
    Forgery(
      ground: .beyondGrant, fault: .beyondGrant, testDescription: "a package that reaches beyond its grant"),
    Forgery(
      ground: .approverNotApart, fault: .approverLater,
      testDescription: "an approver who takes a hand in the case afterwards, under another role"),
  ]

  @Test("the gate refuses", arguments: forgeries)
  func refuses(_ forgery: Forgery) throws {
    let (world, exporter) = try Self.world(with: forgery.fault) { $0.againstPermit($1, by: $2) == [forgery.ground] }
    let isPermitted = world.isPermitted(to: exporter)
    #expect(!isPermitted)
  }

  @Test("the gate refuses an auditor, a retired officer and a stranger who call themselves managers")
  func refusesPretenders() throws {
    var (world, exporter) = try Self.world(with: .none) { $0.againstPermit($1, by: $2).isEmpty }
    let isPermitted = world.isPermitted(to: exporter)
    #expect(isPermitted, "the case itself is in order")
    let retired = GateWorld.people[1].0
    world.change(.officerRetired(retired))
    for id in [GateWorld.people[4].0, retired, GateWorld.stranger] {
      let isPermitted = world.isPermitted(to: Actor(id: id, role: .manager))
      #expect(!isPermitted)
    }
  }

  @Test("the gate does not resume a release to a certificate that differs from the one in the bag")
  func refusesAnotherRecipient() throws {
    var (world, exporter) = try Self.world(with: .none) { $0.againstPermit($1, by: $2).isEmpty }
    let package = try #require(world.oracle.package?.value.package)
    let id = try #require(world.oracle.order?.authority)
    // The authority gets another certificate. The earlier call names the old register entry, so a new call is entered.
    let renewed = world.certificate()
    world.change(.authorityRegistered(world.authority(id, renewed)))
    let call = try #require(world.call())
    world.enter([.findingRecorded(world.authenticityPass(call))], by: exporter)
    let release = Release(
      package: package, envelope: world.digest(), recipient: renewed.sha256, seed: world.commitment())
    world.enter([.permitRedeemed(release)], by: exporter)
    #expect(world.oracle.againstResumption(world.moment, by: exporter) == [.bagForAnother])
    let isResumed = world.isResumed(by: exporter)
    #expect(!isResumed)
  }

  @Test("the gate refuses an instrument that it cannot judge, even if a court order would pass")
  func refusesOtherInstruments() throws {
    let (world, exporter) = try Self.world(with: .none) { $0.againstPermit($1, by: $2).isEmpty }
    #expect(world.isPermitted(to: exporter), "under a court order")
    for instrument in Instrument.allCases where ![.courtOrder, .preservation].contains(instrument) {
      var definition = world.workflow.chart.definition
      definition.attributes["instrument"] = instrument.rawValue
      let workflow = try Workflow(chart: Chart(definition), digest: world.workflow.digest, line: 1)
      let refusal = #expect(throws: Refusal.self) {
        _ = try Gate.judge(
          GateWorld.number, acts: world.acts, by: exporter, facts: world.facts, workflow: workflow)
      }
      #expect(refusal?.reasons == [.otherInstrument("court-order"), .instrumentNotJudged(instrument)])
    }
  }

  /// Returns the world with the smallest seed that satisfies the condition, and its exporter.
  private static func world(
    with fault: GateWorld.Fault, where isWanted: (GateOracle, GateOracle.Moment, Actor) -> Bool
  ) throws -> (GateWorld, Actor) {
    let pack = try GatePack()
    let exporter = Actor(id: GateWorld.people[0].0, role: .legalOfficer)
    for seed in 0..<200 {
      var world = GateWorld(.courtOrder, pack, seed: UInt64(seed))
      world.open()
      world.forge(with: [fault])
      if isWanted(world.oracle, world.moment, exporter) { return (world, exporter) }
    }
    throw NotFound()
  }

  private struct NotFound: Error {}
}

extension GateWorld {
  func isPermitted(to actor: Actor) -> Bool {
    isAllowed { _ = try Gate.judge(Self.number, acts: acts, by: actor, facts: facts, workflow: workflow) }
  }

  func isResumed(by actor: Actor) -> Bool {
    isAllowed { _ = try Gate.judgeResumption(Self.number, acts: acts, by: actor, facts: facts, workflow: workflow) }
  }

  /// Says whether the gate does not refuse. An error that is no refusal is an issue, because it refuses for no reason of
  /// the case.
  private func isAllowed(_ judge: () throws -> Void) -> Bool {
    do {
      try judge()
      return true
    } catch {
      if !(error is Refusal) { Issue.record("no refusal: \(error)") }
      return false
    }
  }
}
