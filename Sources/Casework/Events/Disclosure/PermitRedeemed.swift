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

  /// Makes a record.
  public init(package: Commitment, envelope: Digest, recipient: Digest) {
    self.package = package
    self.envelope = envelope
    self.recipient = recipient
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
  /// The package.
  public var cited: [Commitment] { [package] }
}
