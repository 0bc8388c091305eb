/// An officer granted a scope: what may be collected.
enum ScopeGranted: CaseEventKind {
  static let meanings = [
    EventMeaning(
      "scope.granted", duty: .reviewing, earns: AssuranceSet([.scope]),
      voids: AssuranceSet([.secondReview, .collection, .approval]))
  ]

  static func event(_ detail: GrantedScope) -> CaseEvent { .scopeGranted(detail) }

  static func change(_ subject: inout Case, by recorded: Case.Recorded<GrantedScope>) {
    subject.granted = recorded
    subject.collected = nil
    subject.approval = nil
    subject.secondReview = nil
  }

  static func action(causing name: String, in number: CaseNumber) -> Action? { .grant(number) }
}

/// A scope that was granted, with the digest that approvals name.
public struct GrantedScope: EventDetail {
  /// What is granted.
  public var scope: Scope
  /// SHA-256 of the scope's canonical JSON; the store refuses an entry in which it is another.
  public var digest: Digest

  /// Makes a grant.
  public init(scope: Scope, digest: Digest) {
    self.scope = scope
    self.digest = digest
  }

  /// Nothing is sealed.
  public var commitments: [Commitment] { [] }
}
