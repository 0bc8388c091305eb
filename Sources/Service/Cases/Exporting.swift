import Casework
import Foundation
import Ledger
import Packaging
import TamperLog

/// What was exported.
public struct Exported: Sendable {
  public var number: CaseNumber
  /// The envelope at its destination.
  public var file: URL
  public var envelope: Digest
  /// The recipient's title in the register.
  public var recipient: String
}

/// The export, in the one order that survives a crash at any point (I10, I12):
///
/// 1. The whole office is audited: nothing leaves an office whose audit fails.
/// 2. The gate judges the case from the log and answers with every reason to refuse, or none.
/// 3. The envelope is sealed and written to the outbox, durably. Nothing has left; a crash leaves a stray file.
/// 4. The redemption is signed. Only then is the gate asked for the permit, which is spent at once: an entry that names
///    the envelope's digest is committed. A crash leaves a spent permit, and `export --resume` goes on from here with the
///    same bytes.
/// 5. The envelope is copied to its destination, durably, whole or not at all.
/// 6. The delivery is entered. A crash before it makes the resumption copy the same bytes onto the same name.
extension Desk {
  /// Discloses a case to its authority.
  ///
  /// - Parameter destination: the folder that the envelope is put in.
  public func export(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively {
      let draft = try redemption(of: number, keys: [key], to: destination)
      let signed = try sign(draft, with: [key])
      return try redeem(draft, signed, to: destination, key: key)
    }
  }

  /// Says whether a case could be disclosed now; throws every reason against it, and writes nothing.
  public func rehearseExport(_ number: CaseNumber, to destination: URL, key: String) throws {
    try exclusively {
      _ = try redemption(of: number, keys: [key], to: destination, isRehearsal: true)
    }
  }

  /// Returns the proposal to spend the permit of a case: the envelope lies in the outbox, and nothing has left.
  public func proposeExport(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively { try Proposal(redemption(of: number, keys: [key])) }
  }

  /// Finishes an export whose permit was spent and whose delivery is not on record: the gate is asked again, and the
  /// same bytes go to their destination.
  public func resumeExport(_ number: CaseNumber, to destination: URL, key: String) throws -> Exported {
    try exclusively {
      let standing = try standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      try checkDestination(destination)
      return try deliver(redemption, to: destination, key: key)
    }
  }

  /// Returns the proposal to enter the delivery of an export whose permit was spent; the delivering itself happens when
  /// it is submitted.
  public func proposeDelivery(_ number: CaseNumber, key: String) throws -> Proposal {
    try exclusively {
      let standing = try standing(number)
      let actor = try actor(key, standing.history.registers)
      let redemption = try resumption(standing, by: actor)
      return try Proposal(draft(redemption.delivered(), standing, standing.facts, by: actor))
    }
  }

  /// Runs one export of an office at a time, in an office that was audited.
  func exclusively<Value>(_ work: () throws -> Value) throws -> Value {
    guard let turn = FolderLock(office.folder.outbox) else { throw ServiceFault.exportUnderWay }
    defer { turn.end() }
    let report = try audit()
    guard report.isSound else { throw ServiceFault.unsound(report) }
    return try work()
  }

  /// Decides the spending of a permit: the gate names every reason against it, and gives no permit yet.
  ///
  /// - Parameter destination: where the envelope will go, tested before it is sealed; nil where that is not known yet.
  func redemption(
    of number: CaseNumber, keys: [String], to destination: URL? = nil, isRehearsal: Bool = false
  ) throws -> Draft {
    let vault = try vault()
    let standing = try standing(number)
    let actor = try actor(keys, standing.history.registers)
    let release: Release
    do {
      let leave = try Gate.check(
        number, acts: standing.history.acts, by: actor, facts: standing.facts, workflow: standing.workflow)
      if let destination { try checkDestination(destination) }
      world.reached(.permitGiven)
      if isRehearsal {
        release = Release(package: leave.package, envelope: .of([]), recipient: leave.recipient.sha256)
      } else {
        let envelope = try seal(leave, standing, vault)
        let digest = Digest.of(envelope)
        try stored { try DurableFile.write(envelope, to: office.folder.envelopeFile(digest)) }
        world.reached(.envelopeSealed)
        release = Release(package: leave.package, envelope: digest, recipient: leave.recipient.sha256)
      }
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, number)
    }
    return try draft(Gate.redemption(release), standing, standing.facts, by: actor)
  }

  /// Spends the permit of a signed redemption and delivers its envelope. The gate is asked here, after the signature: the
  /// permit lives in this function alone.
  ///
  /// - Parameter key: who enters the delivery; nil leaves that to a resumption.
  func redeem(_ draft: Draft, _ signed: DraftSignatures, to destination: URL, key: String?) throws -> Exported {
    let (number, release) = try spent(draft)
    let matter = try draft.inCase()
    let permit: DisclosurePermit
    do {
      permit = try Gate.judge(
        number, acts: draft.history.acts, by: Actor(id: draft.entry.actor, role: draft.entry.role),
        facts: matter.facts, workflow: matter.workflow)
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
    return try deliver(redemption, to: destination, key: key)
  }

  private func spent(_ draft: Draft) throws -> (CaseNumber, Release) {
    guard let number = draft.entry.case, case .permitRedeemed(let release)? = draft.entry.events?.first else {
      throw ServiceFault.store(.treeHead)
    }
    return (number, release)
  }

  /// Asks the gate to go on with an export whose permit was spent.
  func resumption(_ standing: Standing, by actor: Actor) throws -> Redemption {
    do {
      return try Gate.judgeResumption(
        standing.subject.number, acts: standing.history.acts, by: actor, facts: standing.facts,
        workflow: standing.workflow)
    } catch let refusal as Refusal {
      throw ServiceFault.refused(refusal, standing.subject.number)
    }
  }

  /// Seals the approved bag for its recipient, with the approver's signature, which must be theirs and over this bag.
  private func seal(_ leave: Gate.Leave, _ standing: Standing, _ vault: Vault) throws -> [UInt8] {
    let armored = String(decoding: try stored { try vault.open(office.sealed(leave.signature)) }, as: UTF8.self)
    let pem = try stored { try vault.open(office.sealed(leave.recipient.pem)) }
    let bag = try bag(leave.package, vault)
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
