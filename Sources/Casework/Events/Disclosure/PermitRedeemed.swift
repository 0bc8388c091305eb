/// The permit was spent. From now on exactly these bytes may leave, once (I10).
enum PermitRedeemed: CaseEventKind {
  static let meanings = [EventMeaning("permit.redeemed", duty: .releasing, spends: .disclosure)]

  static func event(_ detail: Release) -> CaseEvent { .permitRedeemed(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Release>) { subject.release = recorded }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .export(number) }
}

/// The package, envelope and recipient for which a permit was spent.
public struct Release: EventDetail {
  /// The package that was approved.
  public var package: Commitment
  /// SHA-256 of the encrypted envelope, byte for byte as it is delivered.
  public var envelope: Digest
  /// SHA-256 of the certificate that the envelope is encrypted to.
  public var recipient: Digest

  /// The sealed seed of the envelope. With it and the case's key anybody can build the envelope again from the package,
  /// and compare every byte (I5). Nil in the entries of older versions, whose envelopes nobody can build again.
  public var seed: Commitment?

  /// Makes a record.
  public init(package: Commitment, envelope: Digest, recipient: Digest, seed: Commitment? = nil) {
    self.package = package
    self.envelope = envelope
    self.recipient = recipient
    self.seed = seed
  }

  /// The record for the entry of the delivery, which seals no second seed.
  public var delivered: Release { Release(package: package, envelope: envelope, recipient: recipient) }

  /// The sealed seed.
  public var commitments: [Commitment] { seed.map { [$0] } ?? [] }
  /// The package.
  public var cited: [Commitment] { [package] }
}
