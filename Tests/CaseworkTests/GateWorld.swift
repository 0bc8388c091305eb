import Casework
import Foundation
import Intake
import TestTools

/// Chance, as the scenes draw on it.
typealias GateChance = SplitMix

extension SplitMix {
  /// True in so many of a hundred cases.
  mutating func odds(_ percent: UInt64) -> Bool { next() % 100 < percent }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}

/// The pack as the repository holds it, and the careless chart.
struct GatePack: Sendable {
  let bases: LegalBases
  let courtOrder: Workflow
  let careless: Workflow

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "Workflows/iran")
    let digest = Digest(String(repeating: "0", count: 64))!
    let manifest = try PackManifest(reading: Array(Data(contentsOf: folder.appending(path: "pack.xml"))))
    bases = try LegalBases(
      reading: Array(Data(contentsOf: folder.appending(path: "legal-bases.xml"))), digest: digest, manifest: manifest)
    courtOrder = try ChartReader.workflow(
      Array(Data(contentsOf: folder.appending(path: "court-order.scxml"))), digest: digest)
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

/// One office with one case, seen twice: by the code that is tested and by the oracle.
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
  /// Where code and oracle said different things.
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

  // MARK: What happens in it

  mutating func change(_ event: RegisterEvent) {
    registers.evolve(event, at: nextEntry)
    oracle.sees(event, at: nextEntry)
    if case .authorityRegistered(let authority) = event { authorities[authority.id] = authority }
    nextEntry += 1
  }

  /// Enters an act. One that cannot have happened must be found out, must open no gate, and is then left out.
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

  /// What a case holds on to, and what it drops when something under it changes (I5), must be the same in both.
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

  /// Opens the case with a document as a desk would; both must agree whether it is taken and what it causes.
  @discardableResult
  mutating func receive(_ reading: OrderReading, by actor: Actor) -> Bool {
    let decided = try? Case.decide(
      opening: reading, by: actor, facts: facts, workflow: workflow, number: Self.number)
    return enter(decided, oracle.opening(reading, by: actor, moment), "receive \(reading)", actor)
  }

  /// Asks for a command in the case in the same way.
  @discardableResult
  mutating func ask(_ command: Command, by actor: Actor) -> Bool {
    let decided = try? subject?.decide(command, by: actor, facts: facts, workflow: workflow)
    if case .examine = command, oracle.isGrantForged, let decided, !decided.events.isEmpty {
      // Which rule says no to a grant that no desk would have made is not the design's to say: the gate's answer is.
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
    return enter(decided.events, by: actor)
  }
}
