import Casework
import Foundation
import Intake
import TestTools

/// The random generator of the scenes.
typealias GateChance = SplitMix

extension SplitMix {
  /// Returns true with a probability in percent.
  mutating func odds(_ percent: UInt64) -> Bool { next() % 100 < percent }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}

/// The pack `iran` of this repository, and the careless chart.
struct GatePack: Sendable {
  let bases: LegalBases
  let courtOrder: Workflow
  let careless: Workflow

  init() throws {
    let digest = try digest()
    let manifest = try PackManifest(reading: Checkout.bytes("Workflows/iran/pack.xml"))
    bases = try LegalBases(
      reading: Checkout.bytes("Workflows/iran/legal-bases.xml"), digest: digest, manifest: manifest)
    courtOrder = try ChartReader.workflow(Checkout.bytes("Workflows/iran/court-order.scxml"), digest: digest)
    careless = try ChartReader.workflow(Array(Self.carelessChart.utf8), digest: digest)
  }

  func workflow(_ kind: GateCourse.Kind) -> Workflow { kind == .courtOrder ? courtOrder : careless }

  private static let carelessChart = """
    <scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:case="urn:amanat:casework:1"
           version="1.0" datamodel="null" name="careless" case:instrument="court-order" initial="open">
      <state id="open">
        <transition event="order.withdrawn order.quashed order.lapsed case.refused" target="closed"
                    case:role="legal-officer manager auditor custodian"/>
        <transition event="order clarification finding scope data approval permit disclosure"
                    case:role="legal-officer manager auditor custodian"/>
      </state>
      <final id="closed"/>
    </scxml>
    """
}

/// An office with one case. The tested code and the oracle see the same acts and register events.
struct GateWorld {
  static let number = CaseNumber(year: 1405, serial: 7)
  static let earlier = CaseNumber(year: 1405, serial: 2)
  static let firstSecond = Int64(GateReach.days.upperBound + 8) * 86_400 + 36_000

  let kind: GateCourse.Kind
  let pack: GatePack
  let workflow: Workflow
  var chance: GateChance
  var now = Instant(seconds: firstSecond)
  var isDuplicate = false
  private(set) var registers = Registers()
  private(set) var authorities: [AuthorityID: Authority] = [:]
  private(set) var oracle: GateOracle
  private(set) var acts: [Act] = []
  private(set) var subject: Case?
  private(set) var nextEntry = 0
  private var digests = 0
  var story: [String] = []
  /// The differences between the code and the oracle.
  var disagreements: [String] = []

  init(_ kind: GateCourse.Kind, _ pack: GatePack, seed: UInt64) {
    self.kind = kind
    self.pack = pack
    workflow = pack.workflow(kind)
    chance = GateChance(seed: seed)
    oracle = GateOracle(kind, bases: pack.bases)
  }

  var today: Day { Day(number: Int(now.seconds / 86_400)) }

  var moment: GateOracle.Moment { GateOracle.Moment(now: now, today: today, isDuplicate: isDuplicate) }

  var facts: Facts {
    Facts(
      now: now, today: today, registers: registers, bases: pack.bases, sameOrder: isDuplicate ? [Self.earlier] : [])
  }

  mutating func digest() -> Digest {
    digests += 1
    let text = String(digests)
    return Digest(String(repeating: "0", count: 64 - text.count) + text)!
  }

  mutating func commitment() -> Commitment { Commitment(digest()) }

  // MARK: Acts and register events

  mutating func change(_ event: RegisterEvent) {
    registers.evolve(event, at: nextEntry)
    oracle.sees(event, at: nextEntry)
    if case .authorityRegistered(let authority) = event { authorities[authority.id] = authority }
    nextEntry += 1
  }

  /// Enters an act. The code and the oracle must both find an impossible act impossible. Such an act must lead to no
  /// permit, and is not kept.
  @discardableResult
  mutating func enter(_ events: [CaseEvent], by actor: Actor) -> Bool {
    let act = Act(sequence: nextEntry, time: now, actor: actor, events: events)
    var seen = oracle
    seen.sees(act)
    let after: Case?
    if let subject {
      after = try? subject.evolving(act, under: workflow)
    } else {
      after = try? Case.replay(Self.number, [act], under: workflow)
    }
    guard let after, !seen.isImpossible else {
      if after != nil || !seen.isImpossible {
        let both = "the oracle says \(seen.isImpossible ? "impossible" : "possible"), the replay the opposite"
        disagreements.append("\(events.map(\.name)) by \(actor.role): \(both)")
      }
      if chance.odds(30), opens(acts + [act], by: actor) {
        disagreements.append("a log that cannot have happened was given a permit")
      }
      return false
    }
    acts.append(act)
    (oracle, subject) = (seen, after)
    nextEntry += 1
    compareStanding()
    return true
  }

  /// Compares what the case and the oracle keep, and what they drop when an earlier part changes (I5).
  private mutating func compareStanding() {
    guard let subject else { return }
    let same =
      subject.order?.value == oracle.order && subject.granted?.value == oracle.grant?.value
      && subject.collected?.value == oracle.package?.value && subject.approval?.value == oracle.approval?.value
      && subject.release?.value == oracle.spent
      && subject.findings.mapValues(\.value) == oracle.latest.mapValues(\.finding)
    if !same { disagreements.append("the case holds something else than what its acts have left standing") }
  }

  private func opens(_ acts: [Act], by actor: Actor) -> Bool {
    do {
      _ = try Gate.judge(Self.number, acts: acts, by: actor, facts: facts, workflow: workflow)
      return true
    } catch {
      return error is Refusal
    }
  }

  /// Opens the case with a document, as the first command does. The code and the oracle must agree whether it is
  /// accepted and which events it causes.
  @discardableResult
  mutating func receive(_ reading: OrderReading, by actor: Actor) -> Bool {
    let decided = try? Case.decide(
      opening: reading, by: actor, facts: facts, workflow: workflow, number: Self.number)
    return enter(decided, oracle.opening(reading, by: actor, moment), "receive \(reading)", actor)
  }

  /// Runs a command in the case, and compares in the same way.
  @discardableResult
  mutating func ask(_ command: Command, by actor: Actor) -> Bool {
    let decided = try? subject?.decide(command, by: actor, facts: facts, workflow: workflow)
    if case .examine = command, oracle.isGrantForged, let decided, !decided.events.isEmpty {
      // The design does not say which rule fails for a forged grant, so the findings are not compared. The gate's
      // result is.
      return enter(decided.events, by: actor)
    }
    return enter(decided, oracle.outcome(of: command, by: actor, moment), "\(command)", actor)
  }

  private mutating func enter(
    _ decided: Decision?, _ expected: [CaseEvent]?, _ what: String, _ actor: Actor
  ) -> Bool {
    let (said, due) = (decided?.events.map(\.name), expected?.map(\.name))
    if said != due {
      disagreements.append(
        "\(what) by \(actor.role): expected \(due ?? ["refusal"]), decided \(said ?? ["refusal"])")
    }
    guard let decided, !decided.events.isEmpty else { return false }
    let after = decided.after(sequence: nextEntry, time: now)
    guard enter(decided.events, by: actor) else { return false }
    if let subject, !Self.isSame(after, subject) {
      disagreements.append("\(what): the decision carries another case than the replay makes")
    }
    return true
  }

  /// Says whether two cases have the same parts, each from the same actor, time and entry.
  static func isSame(_ one: Case, _ other: Case) -> Bool {
    func parts(_ subject: Case) -> [String] {
      func part<Value>(_ recorded: Case.Recorded<Value>?) -> String {
        recorded.map { "\($0.value) \($0.actor) \($0.time) \($0.sequence)" } ?? ""
      }
      return [
        part(subject.order), part(subject.unreadable), part(subject.granted), part(subject.collected),
        part(subject.approval), part(subject.release), part(subject.delivery), part(subject.secondReview),
        "\(subject.lastSequence)",
      ] + Rule.allCases.map { part(subject.findings[$0]) }
    }
    return one.number == other.number && one.configuration == other.configuration && one.causes == other.causes
      && parts(one) == parts(other)
  }
}
