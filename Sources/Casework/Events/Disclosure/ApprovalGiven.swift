/// A manager approved a package.
enum ApprovalGiven: CaseEventKind {
  static let meanings = [
    EventMeaning("approval.given", duty: .approving, earns: AssuranceSet([.approval]))
  ]

  static func event(_ detail: Approval) -> CaseEvent { .approvalGiven(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<Approval>) { subject.approval = recorded }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .approve(number) }
}

/// A manager's approval. It names exactly the data that may leave. A later change to these data ends the approval (I5).
public struct Approval: EventDetail {
  /// The order's document.
  public var order: Commitment
  /// The digest of the granted scope.
  public var grant: Digest
  /// The package.
  public var package: Commitment
  /// The approver's SSH signature over the bag's tag manifest, sealed. The export contains the signature.
  public var signature: Commitment

  /// Makes an approval.
  public init(order: Commitment, grant: Digest, package: Commitment, signature: Commitment) {
    self.order = order
    self.grant = grant
    self.package = package
    self.signature = signature
  }

  /// The sealed signature.
  public var commitments: [Commitment] { [signature] }
  /// The order and the package.
  public var cited: [Commitment] { [order, package] }
}
