import Casework
import Foundation
import Ledger
import Packaging
import TamperLog

/// The export, in the one order that survives a crash at any point (I10, I12):
///
/// 1. The whole office is audited: nothing leaves an office that does not hold together.
/// 2. The gate rebuilds the case from the log and gives a permit, or every reason.
/// 3. The envelope is sealed and written to the outbox, durably. Nothing has left; a crash leaves a stray file.
/// 4. The permit is redeemed: an entry that names the envelope's digest is committed. A crash leaves a spent permit, and
///    `export --resume` goes on from here with the same bytes.
/// 5. The envelope is copied to its destination, durably, whole or not at all.
/// 6. The delivery is entered. A crash before it makes the resumption copy the same bytes onto the same name.
extension Desk {
  /// What was exported.
  public struct Export: Sendable {
    public var number: CaseNumber
    public var file: URL
    public var envelope: Digest
    public var recipient: String
  }

  /// Discloses a case to its authority.
  ///
  /// - Parameter destination: the folder that the envelope is put in.
  public func export(_ number: CaseNumber, to destination: URL, key: String, dryRun: Bool = false) throws -> Export? {
    // One export of an office at a time.
    guard let turn = FolderLock(office.folder.outbox) else { throw DeskFault.exportUnderWay }
    defer { turn.end() }
    try checkSound()
    let vault = try vault()
    let standing = try standing(number)
    let actor = try actor(key, standing.history.registers)
    let permit: DisclosurePermit
    do {
      permit = try Gate.judge(
        number, acts: standing.history.acts, by: actor, facts: standing.facts, workflow: standing.workflow)
    } catch let refusal as Refusal {
      throw DeskFault.refused(refusal, number)
    }
    try checkDestination(destination)
    world.reached(.permitGiven)
    if dryRun { return nil }
    let envelope = try seal(permit, standing, vault)
    let digest = Digest.of(envelope)
    try stored { try DurableFile.write(envelope, to: office.folder.envelopeFile(digest)) }
    world.reached(.envelopeSealed)
    let redemption = permit.redeem(envelope: digest)
    guard let spending = redemption.decision else { throw DeskFault.refused(Refusal([.alreadyRedeemed]), number) }
    _ = try enter(spending, standing, actor, key, [])
    world.reached(.redeemed)
    return try deliver(redemption, to: destination, key: key)
  }

  /// Finishes an export whose permit was spent and whose delivery is not on record: the gate is asked again, and the
  /// same bytes go to their destination.
  public func resumeExport(_ number: CaseNumber, to destination: URL, key: String) throws -> Export {
    // One export of an office at a time.
    guard let turn = FolderLock(office.folder.outbox) else { throw DeskFault.exportUnderWay }
    defer { turn.end() }
    try checkSound()
    let standing = try standing(number)
    let actor = try actor(key, standing.history.registers)
    let redemption: Redemption
    do {
      redemption = try Gate.judgeResumption(
        number, acts: standing.history.acts, by: actor, facts: standing.facts, workflow: standing.workflow)
    } catch let refusal as Refusal {
      throw DeskFault.refused(refusal, number)
    }
    try checkDestination(destination)
    return try deliver(redemption, to: destination, key: key)
  }

  private func checkSound() throws {
    let report = try audit()
    guard report.isSound else { throw DeskFault.unsound(report) }
  }

  /// A destination must be there, and outside the office: what has left does not lie inside.
  private func checkDestination(_ destination: URL) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: destination.path, isDirectory: &isFolder), isFolder.boolValue else {
      throw DeskFault.notFound("folder \(destination.path)")
    }
    let inside = destination.resolvingSymlinksInPath().standardizedFileURL.path + "/"
    let office = office.folder.url.resolvingSymlinksInPath().standardizedFileURL.path + "/"
    guard !inside.hasPrefix(office) else { throw DeskFault.usage("the destination lies inside the office") }
  }

  /// Seals the approved bag for its recipient, with the approver's signature, which must be theirs and over this bag.
  private func seal(_ permit: borrowing DisclosurePermit, _ standing: Standing, _ vault: Vault) throws -> [UInt8] {
    let (package, signature, recipient) = (permit.package, permit.signature, permit.recipient)
    let armored = String(decoding: try stored { try vault.open(office.sealed(signature)) }, as: UTF8.self)
    let pem = try stored { try vault.open(office.sealed(recipient.pem)) }
    let bag = try bag(package, vault)
    let approver = standing.subject.approval.flatMap { standing.history.registers.officers[$0.actor.id]?.officer }
    guard let signed = SSHSignature(armored: armored), signed.key.description == approver?.key,
      signed.signs(bag.signedBytes, namespace: Bag.namespace)
    else { throw DeskFault.store(.sealedValue(signature)) }
    do throws(PackagingFault) {
      let certificate = try Certificate(pem: pem)
      guard Hash(certificate.sha256).map({ Digest($0) }) == recipient.sha256 else { throw .notACertificate }
      return try certificate.seal(try bag.signed(armored).bytes())
    } catch {
      throw DeskFault.packaging(error)
    }
  }

  private func deliver(_ redemption: consuming Redemption, to destination: URL, key: String) throws -> Export {
    let (number, envelope) = (redemption.number, redemption.release.envelope)
    let bytes = try stored { try DurableFile.read(office.folder.envelopeFile(envelope)) }
    guard let bytes, Digest.of(bytes) == envelope else {
      throw DeskFault.notFound("the envelope of \(number) in the outbox")
    }
    // Somebody may have closed the case since the permit was spent: then nothing leaves any more.
    let last = try standing(number)
    if last.workflow.isFinished(last.subject.configuration) {
      throw DeskFault.refused(
        Refusal([.closed(state: last.workflow.stateNames(last.subject.configuration))]), number)
    }
    let file = destination.appending(path: "disclosure-\(envelope.hex.prefix(16)).cms")
    if let there = try stored({ try DurableFile.read(file) }) {
      guard there == bytes else { throw DeskFault.destinationTaken(file.lastPathComponent) }
    } else {
      try stored { try DurableFile.write(bytes, to: file) }
    }
    world.reached(.delivered)
    let delivery = redemption.delivered()
    let after = try attempt {
      let standing = try standing(number)
      let actor = try actor(key, standing.history.registers)
      let decision: Decision
      do throws(Refusal) {
        decision = try delivery.decide(in: standing.subject, by: actor, workflow: standing.workflow)
      } catch {
        throw DeskFault.refused(error, number)
      }
      return (try enter(decision, standing, actor, key, []), standing.history.registers)
    }
    let authority = after.0.order?.value.authority.flatMap { after.1.authorities[$0]?.authority.title }
    return Export(number: number, file: file, envelope: envelope, recipient: authority ?? "")
  }
}
