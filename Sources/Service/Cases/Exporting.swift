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
/// 1. The whole office is audited. Where the audit fails, nothing is exported.
/// 2. The gate checks the case, rebuilt from the log, and returns every reason to refuse.
/// 3. The package is verified in full. The envelope is encrypted and written durably to the outbox. A crash after this step leaves a stray file.
/// 4. The entry that spends the permit is signed; it names the envelope's digest. Then the gate is asked for the
///    permit, and the entry is appended at once. A crash after this step leaves a spent permit, and `export --resume`
///    continues from here with the same bytes.
/// 5. The envelope is copied to its destination, durably and atomically.
/// 6. The delivery is entered. After a crash before this step, the resumption copies the same bytes to the same name.
extension Desk {
  /// Exports the package of a case to its authority.
  ///
  /// - Parameter destination: the folder for the envelope.
  public func export(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively { desk in
      let draft = try desk.redemption(of: number, keys: [key], to: destination)
      let signed = try sign(draft, with: [key])
      return try deliver(desk.redeem(draft, signed), to: destination, key: key)
    }
  }

  /// Checks whether a case can be exported now, and writes nothing.
  ///
  /// - Throws: `ServiceFault.refused` with every reason against the export.
  public func rehearseExport(_ number: CaseNumber, to destination: URL, key: String) throws {
    try exclusively { desk in
      _ = try desk.redemption(of: number, keys: [key], to: destination, isRehearsal: true)
    }
  }

  /// Returns the proposal to spend the permit of a case. The envelope is written to the outbox and does not leave the
  /// office.
  public func proposeExport(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively { desk in try Proposal(desk.redemption(of: number, keys: [key])) }
  }

  /// Finishes an export whose permit was spent and whose delivery was not entered. The gate checks the case again, and
  /// the same envelope is copied to its destination.
  public func resumeExport(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively { desk in
      let standing = try desk.standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      try checkDestination(destination)
      return try deliver(redemption, to: destination, key: key)
    }
  }

  /// Returns the proposal to enter the delivery of an export whose permit was spent. The envelope is copied when the
  /// proposal is submitted.
  public func proposeDelivery(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively { desk in
      let standing = try desk.standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      let decision = try decide(redemption.delivered(), standing, by: actor)
      return try Proposal(draft(decision, standing, standing.facts, by: actor))
    }
  }

  /// Audits one snapshot of the office, then runs work with a desk over the same snapshot. Only one export of an office
  /// runs at a time.
  ///
  /// - Throws: `ServiceFault.exportUnderWay` where another one runs, `ServiceFault.unsound` where the audit fails.
  func exclusively<Value>(_ work: (Desk) throws -> Value) throws -> Value {
    guard let turn = FolderLock(office.folder.outbox) else { throw ServiceFault.exportUnderWay }
    defer { turn.end() }
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
    return try work(snapshot)
  }

  /// Decides to spend the permit of a case. The gate checks the case and gives no permit yet. Unless this is a
  /// rehearsal, the envelope is written to the outbox.
  ///
  /// - Parameter destination: the folder for the envelope, checked before the envelope is encrypted; nil where it is
  ///   not known yet.
  func redemption(
    of number: CaseNumber, keys: [String], to destination: URL? = nil, isRehearsal: Bool = false
  ) throws -> Draft {
    let vault = try vault()
    let standing = try standing(number)
    let actor = try actor(keys, standing.history.registers)
    let decision: Decision
    do {
      let leave = try Gate.check(
        number, acts: standing.history.acts, by: actor, facts: standing.facts, workflow: standing.workflow)
      if let destination { try checkDestination(destination) }
      world.reached(.permitGiven)
      if isRehearsal {
        decision = leave.redemption(envelope: .of([]))
      } else {
        let envelope = try seal(leave, standing, vault)
        let digest = Digest.of(envelope)
        try stored { try DurableFile.write(envelope, to: office.folder.envelopeFile(digest)) }
        world.reached(.envelopeSealed)
        decision = leave.redemption(envelope: digest)
      }
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, number)
    }
    return try draft(decision, standing, standing.facts, by: actor)
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
    let envelope = try stored { try DurableFile.read(office.folder.envelopeFile(release.envelope)) }
    guard let envelope, Digest.of(envelope) == release.envelope else {
      throw ServiceFault.notFound(.envelope(number))
    }
    let redemption = permit.redeem(envelope: release.envelope)
    try append(draft, signed, spending: redemption)
    world.reached(.redeemed)
    return redemption
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

  /// Encrypts the approved bag for its recipient, with the approver's signature. The bag is verified in full before. The
  /// signature must be by the approver's key and over this bag.
  private func seal(_ leave: Gate.Leave, _ standing: Standing, _ vault: Vault) throws -> [UInt8] {
    let armored = String(decoding: try stored { try vault.open(office.sealed(leave.signature)) }, as: UTF8.self)
    let pem = try stored { try vault.open(office.sealed(leave.recipient.pem)) }
    guard let collected = standing.subject.collected, collected.value.package == leave.package else {
      throw ServiceFault.refused(Refusal([.approvalOfAnother]), standing.subject.number)
    }
    let bag = try verifiedBag(collected, standing, vault, .ofAnyVersion)
    let approver = standing.subject.approval.flatMap { standing.history.registers.officers[$0.actor.id]?.officer }
    guard let signed = SSHSignature(armored: armored), signed.key.description == approver?.key,
      signed.signs(bag.signedBytes, namespace: Bag.namespace)
    else { throw ServiceFault.store(.sealedValue(leave.signature)) }
    do throws(PackagingFault) {
      let certificate = try Certificate(pem: pem)
      guard Hash(certificate.sha256).map({ Digest($0) }) == leave.recipient.sha256 else { throw .notACertificate }
      return try certificate.seal(try bag.signed(armored).bytes())
    } catch {
      throw ServiceFault.packaging(error)
    }
  }
}
