import Casework
import Foundation
import Ledger
import Packaging
import TamperLog

/// The result of an export.
public struct Exported: Sendable {
  public var number: CaseNumber
  /// The envelope at its destination.
  public var file: URL
  public var envelope: Digest
  /// The recipient's title in the register.
  public var recipient: String
}

/// The steps of an export. In this order, an export can be finished after a crash at any point (I10, I12):
///
/// 1. One snapshot of the whole office is audited. Where the audit fails, nothing is exported.
/// 2. The gate checks the case, rebuilt from the same snapshot, and returns every reason to refuse.
/// 3. The package is verified in full, a seed is drawn, and the envelope is built in memory, because the entry names its
///    digest. Nothing is written.
/// 4. The entry that spends the permit is signed. Then the gate is asked for the permit, the envelope is compared with the
///    signed digest, and the entry is appended with the sealed seed. A crash after this step leaves a spent permit, and
///    `export --resume` builds the same bytes again and continues from here.
/// 5. The envelope is written to its destination, durably and atomically.
/// 6. The delivery is entered. After a crash before this step, the resumption writes the same bytes to the same name.
extension Desk {
  /// Exports the package of a case to its authority.
  ///
  /// - Parameter destination: the folder for the envelope.
  public func export(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively(about: number) { desk in
      let draft = try desk.redemption(of: number, keys: [key], to: destination)
      let signed = try sign(draft, with: [key])
      let envelope = try builtEnvelope(draft)
      return try deliver(desk.redeem(draft, signed), envelope, to: destination, key: key)
    }
  }

  /// Checks whether a case can be exported now, and writes nothing.
  ///
  /// - Throws: `ServiceFault.refused` with every reason against the export.
  public func rehearseExport(_ number: CaseNumber, to destination: URL, key: String) throws {
    try exclusively(about: number) { desk in
      _ = try desk.redemption(of: number, keys: [key], to: destination, isRehearsal: true)
    }
  }

  /// Returns the proposal to spend the permit of a case. No envelope is written.
  public func proposeExport(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively(about: number) { desk in try Proposal(desk.redemption(of: number, keys: [key])) }
  }

  /// Finishes an export whose permit was spent and whose delivery was not entered. The gate checks the case again, and
  /// the same envelope is written to its destination.
  public func resumeExport(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively(about: number) { desk in
      let standing = try desk.standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      try checkDestination(destination)
      let envelope = try desk.envelope(of: redemption.release, for: standing, desk.vault())
      return try deliver(redemption, envelope, to: destination, key: key)
    }
  }

  /// Returns the proposal to enter the delivery of an export whose permit was spent. The envelope is built and written when
  /// the proposal is submitted.
  public func proposeDelivery(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively(about: number) { desk in
      let standing = try desk.standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      let decision = try decide(redemption.delivered(), standing, by: actor)
      return try Proposal(draft(decision, standing, standing.facts, by: actor))
    }
  }

  /// Audits one snapshot of the office, then runs work with a desk over the same snapshot. Only one export of an office
  /// runs at a time, and no other act is entered meanwhile: the turn lasts from before the snapshot until the delivery.
  ///
  /// - Parameter number: the case that is to be disclosed. No finding about it may have been set aside.
  /// - Throws: `ServiceFault.exportUnderWay` where another one runs, `ServiceFault.unsound` where the audit fails.
  func exclusively<Value>(about number: CaseNumber?, _ work: (Desk) throws -> Value) throws -> Value {
    let exports = try FolderLock.take(office.folder.outbox, inUse: .exportUnderWay)
    defer { exports.end() }
    return try inTurn {
      let snapshot: Desk
      do {
        snapshot = try onSnapshot()
      } catch let fault as ServiceFault {
        // The audit names everything that is wrong, not only the first entry.
        let report = try audit()
        throw report.isSound ? fault : .unsound(report)
      }
      let report = try snapshot.audit()
      guard report.isSound else { throw ServiceFault.unsound(report) }
      guard !report.setAside.contains(where: { $0.number == number }) else {
        throw ServiceFault.refused(Refusal([.findingSetAside]), number)
      }
      return try work(snapshot)
    }
  }

  /// Runs work in the turn of this process, where it may act. A rehearsal takes no turn, because it changes nothing.
  private func inTurn<Value>(_ work: () throws -> Value) throws -> Value {
    guard let marks, access == .acting else { return try work() }
    return try marks.inTurn(work)
  }

  /// Decides to spend the permit of a case. The gate checks the case and gives no permit yet. Nothing is written.
  ///
  /// - Parameter destination: the folder for the envelope, checked before the envelope is built; nil where it is not
  ///   known yet.
  func redemption(
    of number: CaseNumber, keys: [String], to destination: URL? = nil, isRehearsal: Bool = false
  ) throws -> Draft {
    let standing = try standing(number)
    let actor = try actor(keys, standing.history.registers)
    let leave: Gate.Leave
    do {
      leave = try Gate.check(
        number, acts: standing.history.acts, by: actor, facts: standing.facts, workflow: standing.workflow)
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, number)
    }
    if let destination { try checkDestination(destination) }
    world.reached(.permitGiven)
    let seed = UnsealedValue(world.randomness.bytes(Envelope.Seed.length), world.randomness)
    if isRehearsal {
      let decision = leave.redemption(envelope: .of([]), seed: seed.commitment)
      return try draft(decision, standing, standing.facts, by: actor)
    }
    let vault = try vault()
    let sealed = try seed.sealed(in: vault, label: "seed", keyName: number.description)
    let envelope = try envelope(
      for: standing, package: leave.package, recipient: leave.recipient.sha256, seed: sealed, vault)
    let decision = leave.redemption(envelope: envelope.digest, seed: seed.commitment)
    var draft = try draft(decision, standing, standing.facts, by: actor)
    draft.sealed = [.table(sealed)]
    draft.envelope = envelope
    return draft
  }

  /// Spends the permit of a signed redemption. The gate gives the permit here, after the signature and with the facts of
  /// this moment, so that the permit exists only in this function.
  func redeem(_ draft: Draft, _ signed: DraftSignatures) throws -> Redemption {
    let (number, release) = try spent(draft)
    let matter = try draft.inCase()
    let permit: DisclosurePermit
    do {
      // Signing can take long: a key may wait for a touch.
      permit = try Gate.judge(
        number, acts: draft.history.acts, by: Actor(id: draft.entry.actor, role: draft.entry.role),
        facts: facts(draft.history, for: matter.after.order?.value, in: number), workflow: matter.workflow)
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, number)
    }
    guard permit.package == release.package, permit.recipient.sha256 == release.recipient else {
      throw ServiceFault.refused(Refusal([.approvalOfAnother]), number)
    }
    guard let seed = release.seed else { throw ServiceFault.refused(Refusal([.releaseWithoutSeed]), number) }
    guard try builtEnvelope(draft).digest == release.envelope else {
      throw ServiceFault.refused(Refusal([.approvalOfAnother]), number)
    }
    let redemption = permit.redeem(envelope: release.envelope, seed: seed)
    try append(draft, signed, spending: redemption)
    world.reached(.redeemed)
    return redemption
  }

  /// Returns the envelope that was built for a redemption.
  func builtEnvelope(_ draft: Draft) throws -> BuiltEnvelope {
    guard let envelope = draft.envelope else {
      throw ServiceFault.refused(Refusal([.releaseWithoutSeed]), draft.entry.case)
    }
    return envelope
  }

  private func spent(_ draft: Draft) throws -> (CaseNumber, Release) {
    guard let number = draft.entry.case, case .permitRedeemed(let release)? = draft.entry.events?.first else {
      throw ServiceFault.store(.treeHead)
    }
    return (number, release)
  }

  /// Returns the redemption of a permit that was spent before. The gate checks the case again first.
  func resumption(_ standing: Standing, by actor: Actor) throws -> Redemption {
    do {
      return try Gate.judgeResumption(
        standing.subject.number, acts: standing.history.acts, by: actor, facts: standing.facts,
        workflow: standing.workflow)
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, standing.subject.number)
    }
  }
}
