import Audit
import Casework
import Ledger
import Packaging
import TamperLog

/// The sealed values that an envelope is built from.
struct EnvelopeSources {
  var number: CaseNumber
  var package: Commitment
  /// The approver's signature over the bag.
  var signature: Commitment
  /// The recipient's certificate, and its SHA-256.
  var recipient: DeliveryCertificate
  /// The seed of the envelope.
  var seed: SealedValue
}

/// An envelope is built from sealed values alone: the approved bag with the approver's signature, the certificate of the
/// approved recipient, the seed and the case's key. It is built once to learn its digest for the entry, again when the
/// permit was spent, and again by every audit. No file of an envelope is believed (I5).
extension Desk {
  /// Builds an envelope.
  ///
  /// - Parameter approver: the key of the officer who approved. The signature must be by this key and over the bag.
  func envelope(_ sources: EnvelopeSources, approver: String?) throws -> [UInt8] {
    let vault = try vault()
    let armored = String(decoding: try stored { try vault.open(office.sealed(sources.signature)) }, as: UTF8.self)
    let pem = try stored { try vault.open(office.sealed(sources.recipient.pem)) }
    let bag = try self.bag(in: try stored { try vault.open(office.sealed(sources.package)) })
    guard let signed = SSHSignature(armored: armored), signed.key.description == approver,
      signed.signs(bag.signedBytes, namespace: Bag.namespace)
    else { throw ServiceFault.store(.sealedValue(sources.signature)) }
    let (seed, key) = try stored { (try vault.open(sources.seed), try vault.envelopeKey(of: sources.number)) }
    guard let seed = Envelope.Seed(seed), let key = Envelope.CaseKey(key) else {
      throw ServiceFault.store(.sealedValue(sources.seed.commitment))
    }
    do throws(PackagingFault) {
      let certificate = try Certificate(pem: pem)
      guard Hash(certificate.sha256).map({ Digest($0) }) == sources.recipient.sha256 else { throw .notACertificate }
      return try Envelope.seal(try bag.signed(armored).bytes(), to: certificate, seed: seed, caseKey: key, volume: 1)
    } catch {
      throw ServiceFault.packaging(error)
    }
  }

  /// Reads the bytes of a bag. The commitment in the entry of the collection has verified them.
  private func bag(in bytes: [UInt8]) throws -> Bag {
    do throws(PackagingFault) {
      return try Bag(reading: bytes)
    } catch {
      throw ServiceFault.packaging(error)
    }
  }

  /// Builds the envelope of a release again and compares it with the digest in the entry.
  ///
  /// - Parameter seed: the sealed seed, where the store does not have it yet.
  /// - Throws: `ServiceFault.store(.sealedValue)` where the sealed values give another envelope.
  func envelope(
    of release: Release, in subject: Case, _ registers: Registers, seed: SealedValue? = nil
  ) throws -> [UInt8] {
    guard let commitment = release.seed, let approval = subject.approval,
      let certificate = subject.order?.value.authority.flatMap({ registers.authorities[$0]?.authority.certificate }),
      certificate.sha256 == release.recipient
    else { throw ServiceFault.refused(Refusal([.releaseWithoutSeed]), subject.number) }
    let sealed = try stored { try seed ?? office.sealed(commitment) }
    let bytes = try envelope(
      EnvelopeSources(
        number: subject.number, package: release.package, signature: approval.value.signature, recipient: certificate,
        seed: sealed),
      approver: registers.officers[approval.actor.id]?.officer.key)
    guard sealed.commitment == commitment, Digest.of(bytes) == release.envelope else {
      throw ServiceFault.store(.sealedValue(release.package))
    }
    return bytes
  }

  /// Builds the envelope of a release for an audit; nil where it cannot be built.
  func rebuilt(_ released: OfficeAudit.Released) -> Digest? {
    (try? envelope(of: released.release, in: released.subject, released.registers)).map { .of($0) }
  }
}
