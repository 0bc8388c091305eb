import Casework
import Testing

/// What the gate lets through although the design does not: each needs a log that no honest desk writes, or a caller
/// that claims a role. The property tolerates these and no others; when one is closed, its known issue is no longer
/// recorded, the test here fails, and the ground is to be taken out of `open`.
@Suite("Known holes of the gate")
struct GateHoles {
  /// A ground that the gate does not see, the fault that shows it, and the design's word on it.
  struct Hole: Sendable, CustomTestStringConvertible {
    var ground: GateOracle.Ground
    var fault: GateWorld.Fault
    var testDescription: String
  }

  static let holes = [
    Hole(
      ground: .outsideTheOrder, fault: .wideRequest,
      testDescription: "a grant of a person, day or category that the order does not name, its record saying otherwise"),
    Hole(
      ground: .noLetterNumber, fault: .noLetterNumber,
      testDescription: "an order without a letter number, whose uniqueness nobody can have checked"),
    Hole(
      ground: .denialBeside, fault: .denialBeside,
      testDescription: "a pass on authenticity that holds a denial beside the confirmation"),
    Hole(
      ground: .calledBeforeEntry, fault: .foretoldCall,
      testDescription: "a call to a number that was entered into the register only after the call"),
  ]

  static let open = Set(holes.map(\.ground)).union([.bagForAnother, .exporterNotAsClaimed])

  @Test("the gate refuses", arguments: holes)
  func refuses(_ hole: Hole) throws {
    let (world, exporter) = try Self.world(with: [hole.fault]) { $0.againstPermit($1, by: $2) == [hole.ground] }
    let isPermitted = world.isPermitted(to: exporter)
    withKnownIssue { #expect(!isPermitted) }
  }

  @Test("the gate refuses an auditor, a retired officer and a stranger who call themselves managers")
  func refusesPretenders() throws {
    var (world, _) = try Self.world(with: [.none]) { $0.againstPermit($1, by: $2).isEmpty }
    let retired = GateWorld.people[1].0
    world.change(.officerRetired(retired))
    for id in [GateWorld.people[4].0, retired, GateWorld.stranger] {
      let isPermitted = world.isPermitted(to: Actor(id: id, role: .manager))
      withKnownIssue { #expect(!isPermitted) }
    }
  }

  @Test("the gate does not resume a release to another certificate than the one inside the bag")
  func refusesAnotherRecipient() throws {
    var (world, exporter) = try Self.world(with: [.none]) { $0.againstPermit($1, by: $2).isEmpty }
    guard let package = world.oracle.package?.value.package, let id = world.oracle.order?.authority else { return }
    // The certificate is another from here on. The call stands under the old entry, so it is made again.
    let renewed = world.certificate()
    world.change(.authorityRegistered(world.authority(id, renewed)))
    guard let call = world.call() else { return }
    world.enter([.findingRecorded(world.authenticityPass(call))], by: exporter)
    let release = Release(package: package, envelope: world.digest(), recipient: renewed.sha256)
    world.enter([.permitRedeemed(release)], by: exporter)
    #expect(world.oracle.againstResumption(world.moment, by: exporter) == [.bagForAnother])
    let isResumed = world.isResumed(by: exporter)
    withKnownIssue { #expect(!isResumed) }
  }

  /// The first world, by seed, of which the oracle says what is wanted.
  private static func world(
    with faults: Set<GateWorld.Fault>,
    where isWanted: (GateOracle, GateOracle.Moment, Actor) -> Bool
  ) throws -> (GateWorld, Actor) {
    let pack = try GatePack()
    let exporter = Actor(id: GateWorld.people[0].0, role: .legalOfficer)
    for seed in 0..<200 {
      var world = GateWorld(.courtOrder, pack, seed: UInt64(seed))
      world.open()
      world.forge(with: faults)
      if isWanted(world.oracle, world.moment, exporter) { return (world, exporter) }
    }
    throw NotFound()
  }

  private struct NotFound: Error {}
}

extension GateWorld {
  func isPermitted(to actor: Actor) -> Bool {
    do {
      _ = try Gate.judge(Self.number, acts: acts, by: actor, facts: facts, workflow: workflow)
      return true
    } catch {
      return false
    }
  }

  func isResumed(by actor: Actor) -> Bool {
    do {
      _ = try Gate.judgeResumption(Self.number, acts: acts, by: actor, facts: facts, workflow: workflow)
      return true
    } catch {
      return false
    }
  }
}
