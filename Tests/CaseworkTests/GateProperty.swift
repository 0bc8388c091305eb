import Casework
import Foundation
import TestTools
import Testing

@Suite("Gate")
struct GateProperty {
  /// Counts over all sequences.
  struct Tally {
    var sequences = 0
    var permitted = 0
    var resumed = 0
    var asked = 0
    var given = 0
    var acts = 0
    var grounds: [GateOracle.Ground: Int] = [:]
    var failures: [String] = []
  }

  // Under the careless chart only the gate refuses. Under the pack's chart the chart and the gate refuse.
  @Test(
    "a permit is given exactly when the design allows it, after any sequence of acts", .seeded,
    arguments: [GateCourse.Kind.courtOrder, .careless])
  func agreesWithTheOracle(under kind: GateCourse.Kind) throws {
    let seed = Seed.value
    let pack = try GatePack()
    var tally = Tally()
    for index in 0..<1_000 {
      var world = GateWorld(kind, pack, seed: seed &* 1_000_003 &+ UInt64(index))
      world.live(&tally)
      if !world.disagreements.isEmpty {
        tally.failures.append(
          "sequence \(index), \(kind.rawValue):\n  " + (world.story + world.disagreements).joined(separator: "\n  "))
      }
      if tally.failures.count == 3 { break }
    }
    for failure in tally.failures { Issue.record("\(failure)") }
    let share = tally.permitted * 100 / max(1, tally.sequences)
    print(
      "  \(kind.rawValue): \(tally.sequences) sequences, \(tally.acts) acts, \(tally.asked) questions, "
        + "\(tally.given) permits in \(share) % of the sequences, \(tally.resumed) resumptions")
    if ProcessInfo.processInfo.environment["AMANAT_GROUNDS"] != nil {
      for (ground, count) in tally.grounds.sorted(by: { $0.value > $1.value }) { print("  \(count)\t\(ground)") }
    }
    #expect(share >= 10, "too few sequences reach a permit for the property to mean much")
    #expect(tally.resumed >= 50, "too few releases are resumed: \(tally.resumed)")
  }
}

extension GateWorld {
  /// Runs one sequence: steps are drawn at random, and the gate is asked between them.
  mutating func live(_ tally: inout GateProperty.Tally) {
    open()
    var reached = false
    if chance.odds(50) {
      forge(with: someFaults())
      reached = askGate(&tally)
      if oracle.spent != nil { askToResume(&tally) }
    }
    let troubles = UInt64(chance.pick([0, 5, 15, 15, 30]))
    for _ in 0..<(acts.isEmpty ? 8 + chance.below(8) : chance.below(5)) where disagreements.isEmpty {
      if chance.odds(troubles) || oracle.spent != nil && chance.odds(50) { trouble() } else if !goOn() { trouble() }
      if oracle.spent != nil ? chance.odds(60) : chance.odds(oracle.approval == nil ? 5 : 60) {
        reached = askGate(&tally) || reached
      }
      if oracle.spent != nil, chance.odds(60) { askToResume(&tally) }
      if oracle.course.isClosed, chance.odds(50) { break }
    }
    tally.sequences += 1
    tally.acts += acts.count
    if reached { tally.permitted += 1 }
  }

  private mutating func exporter() -> Actor {
    if chance.odds(6) { return pretender() }
    return someone(chance.odds(50) ? .legalOfficer : .manager, mistaken: 10)
  }

  /// Asks for a permit, compares the result with the oracle, and sometimes redeems the permit. Returns true if a permit
  /// was due and given.
  private mutating func askGate(_ tally: inout GateProperty.Tally) -> Bool {
    let exporter = exporter()
    let grounds = oracle.againstPermit(moment, by: exporter)
    tally.asked += 1
    for ground in grounds where grounds.count == 1 { tally.grounds[ground, default: 0] += 1 }
    let permit: DisclosurePermit
    do {
      permit = try Gate.judge(Self.number, acts: acts, by: exporter, facts: facts, workflow: workflow)
    } catch {
      if grounds.isEmpty { disagreements.append("a permit was due to \(exporter), and the gate said \(error)") }
      if !acts.isEmpty, !(error is Refusal) { disagreements.append("a log that is possible was answered \(error)") }
      return false
    }
    note("a permit for \(exporter.role) \(exporter.id)")
    guard grounds.isEmpty else {
      disagreements.append("a permit to \(exporter) against \(grounds)")
      return false
    }
    tally.given += 1
    let (package, recipient) = (oracle.package?.value.package, oracle.branch?.certificate)
    // The fields are copied first. An operand of || would capture the permit, which cannot be copied.
    let (number, bag, signature, certificate) = (permit.number, permit.package, permit.signature, permit.recipient)
    if number != Self.number || bag != package || certificate != recipient
      || signature != oracle.approval?.value.signature
    {
      disagreements.append("the permit is for something else than was approved")
    }
    guard chance.odds(40) else { return true }
    let envelope = digest()
    let seed = commitment()
    let redemption = permit.redeem(envelope: envelope, seed: seed)
    let release = redemption.release
    guard let decision = redemption.decision else {
      disagreements.append("a redemption has no decision")
      return true
    }
    if release.package != package || release.envelope != envelope || release.seed != seed
      || release.recipient != recipient?.sha256
    {
      disagreements.append("the redemption is for something else than the permit")
    }
    if !enter(decision.events, by: exporter) || oracle.spent != release {
      disagreements.append("a permit could not be spent")
    }
    note("which is spent")
    return true
  }

  /// Asks to resume a release, compares the result with the oracle, and sometimes enters the delivery.
  private mutating func askToResume(_ tally: inout GateProperty.Tally) {
    let exporter = exporter()
    let grounds = oracle.againstResumption(moment, by: exporter)
    tally.asked += 1
    for ground in grounds where grounds.count == 1 { tally.grounds[ground, default: 0] += 1 }
    let redemption: Redemption
    do {
      redemption = try Gate.judgeResumption(Self.number, acts: acts, by: exporter, facts: facts, workflow: workflow)
    } catch {
      if grounds.isEmpty { disagreements.append("resuming was due to \(exporter), and the gate said \(error)") }
      if !acts.isEmpty, !(error is Refusal) { disagreements.append("a log that is possible was answered \(error)") }
      return
    }
    note("resuming for \(exporter.role) \(exporter.id)")
    guard grounds.isEmpty else {
      disagreements.append("resuming for \(exporter) against \(grounds)")
      return
    }
    tally.resumed += 1
    if redemption.release != oracle.spent { disagreements.append("what is resumed is not what was released") }
    if chance.odds(30) {
      let delivery = redemption.delivered()
      guard let subject, let decided = try? delivery.decide(in: subject, by: exporter, workflow: workflow) else {
        disagreements.append("a delivery that was due could not be entered")
        return
      }
      enter(decided.events, by: exporter)
      note("which is delivered")
    }
  }
}
