/// Leave to disclose one package to one recipient, once. Only the gate makes one; spending it consumes it (I10).
///
/// It cannot be copied or kept in two places, and dropping it discloses nothing. Across crashes the store keeps the
/// same promise: a spent permit is an entry, and the chart knows no second one.
public struct DisclosurePermit: ~Copyable, Sendable {
  public let number: CaseNumber
  /// What may go: the sealed bag and the approver's signature over it.
  public let package: Commitment
  public let signature: Commitment
  /// To whom: the certificate to encrypt to.
  public let recipient: DeliveryCertificate

  init(case number: CaseNumber, package: Commitment, signature: Commitment, recipient: DeliveryCertificate) {
    self.number = number
    self.package = package
    self.signature = signature
    self.recipient = recipient
  }

  /// Spends the permit for an envelope that is ready and has not left: the decision to enter it, and what delivering
  /// consumes once that entry is committed.
  public consuming func redeem(envelope: Digest) -> Redemption {
    Redemption(
      case: number, release: Release(package: package, envelope: envelope, recipient: recipient.sha256))
  }
}

/// A spent permit: exactly these bytes may be delivered. Delivering consumes it.
///
/// `decision` must be committed before anything leaves: a crash in between then finds the spending on record, and the
/// same bytes are delivered by resuming.
public struct Redemption: ~Copyable, Sendable {
  public let number: CaseNumber
  public let release: Release

  init(case number: CaseNumber, release: Release) {
    self.number = number
    self.release = release
  }

  /// The spending, to be signed and appended before the bytes leave.
  public var decision: Decision { Decision([.permitRedeemed(release)]) }

  /// Ends the redemption once the bytes are where they were to go.
  public consuming func delivered() -> Decision { Decision([.disclosureDelivered(release)]) }
}
