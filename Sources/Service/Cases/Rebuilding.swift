import Audit
import Casework
import Ledger
import Packaging
import TamperLog

/// An envelope that was built from sealed values: the approved bag with the approver's signature, the certificate of the
/// approved recipient, the seed and the case's key.
///
/// Only this file makes one, so bytes from any other place, for example from a file, cannot leave (I5).
struct BuiltEnvelope: Sendable {
  let bytes: [UInt8]
  let digest: Digest

  fileprivate init(_ bytes: [UInt8]) {
    self.bytes = bytes
    digest = .of(bytes)
  }
}

extension Desk {
  /// Verifies the approved package of a case in full, and builds its envelope.
  ///
  /// - Parameters:
  ///   - package: the package that the gate found approved.
  ///   - recipient: SHA-256 of the certificate of the approved recipient.
  ///   - seed: the sealed seed, which the store may not have yet.
  func envelope(
    for standing: Standing, package: Commitment, recipient: Digest, seed: SealedValue, _ vault: Vault
  ) throws -> BuiltEnvelope {
    guard let collected = standing.subject.collected, collected.value.package == package else {
      throw ServiceFault.refused(Refusal([.approvalOfAnother]), standing.subject.number)
    }
    let bag = try verifiedBag(collected, standing, vault, .ofAnyVersion)
    return try envelope(bag, in: standing.subject, standing.history.registers, recipient: recipient, seed: seed, vault)
  }

  /// Verifies the package of a release again, builds its envelope, and compares it with the digest in the entry.
  ///
  /// - Parameter seed: the sealed seed, where the store does not have it yet.
  /// - Throws: `ServiceFault.store(.sealedValue)` where the sealed values give another envelope.
  func envelope(
    of release: Release, for standing: Standing, seed: SealedValue? = nil, _ vault: Vault
  ) throws -> BuiltEnvelope {
    let sealed = try seed ?? self.seed(of: release, in: standing.subject.number)
    guard sealed.commitment == release.seed else { throw ServiceFault.store(.sealedValue(sealed.commitment)) }
    let envelope = try envelope(
      for: standing, package: release.package, recipient: release.recipient, seed: sealed, vault)
    guard envelope.digest == release.envelope else {
      throw ServiceFault.store(.sealedValue(release.package))
    }
    return envelope
  }

  /// Builds the envelope of a release for an audit and returns its digest; nil where it cannot be built. The audit
  /// verifies the package itself.
  func rebuilt(_ released: OfficeAudit.Released, _ vault: Vault) -> Digest? {
    let release = released.release
    guard let seed = try? seed(of: release, in: released.subject.number),
      let bytes = try? vault.open(office.sealed(release.package)), let bag = try? Bag(reading: bytes)
    else { return nil }
    let built = try? envelope(
      bag, in: released.subject, released.registers, recipient: release.recipient, seed: seed, vault)
    return built?.digest
  }

  private func seed(of release: Release, in number: CaseNumber) throws -> SealedValue {
    guard let seed = release.seed else { throw ServiceFault.refused(Refusal([.releaseWithoutSeed]), number) }
    return try stored { try office.sealed(seed) }
  }

  /// Builds an envelope. The approver's signature must be by the approver's key and over the bag, and the register must
  /// have the recipient's certificate.
  private func envelope(
    _ bag: Bag, in subject: Case, _ registers: Registers, recipient: Digest, seed: SealedValue, _ vault: Vault
  ) throws -> BuiltEnvelope {
    let number = subject.number
    guard let approval = subject.approval else { throw ServiceFault.refused(Refusal([.notApproved]), number) }
    guard
      let delivery = subject.order?.value.authority.flatMap({ registers.authorities[$0]?.authority.certificate }),
      delivery.sha256 == recipient
    else { throw ServiceFault.refused(Refusal([.recipientChanged]), number) }
    let signature = approval.value.signature
    let armored = String(decoding: try stored { try vault.open(office.sealed(signature)) }, as: UTF8.self)
    guard let signed = SSHSignature(armored: armored),
      signed.key.description == registers.officers[approval.actor.id]?.key(at: approval.sequence),
      signed.signs(bag.signedBytes, namespace: Bag.namespace)
    else { throw ServiceFault.store(.sealedValue(signature)) }
    let pem = try stored { try vault.open(office.sealed(delivery.pem)) }
    let (octets, key) = try stored { (try vault.open(seed), try vault.envelopeKey(of: number)) }
    guard let octets = Envelope.Seed(octets), let key = Envelope.CaseKey(key) else {
      throw ServiceFault.store(.sealedValue(seed.commitment))
    }
    do {
      let certificate = try Certificate(pem: pem)
      guard Hash(certificate.sha256).map({ Digest($0) }) == recipient else {
        throw ServiceFault.store(.sealedValue(delivery.pem))
      }
      return BuiltEnvelope(
        try Envelope.seal(try bag.signed(armored).bytes(), to: certificate, seed: octets, caseKey: key, volume: 1))
    } catch let fault as PackagingFault {
      throw ServiceFault.packaging(fault)
    }
  }
}
