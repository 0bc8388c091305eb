/// An officer granted a scope. Only data in it may be collected.
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

/// A granted scope, with the digest that an approval names.
public struct GrantedScope: EventDetail {
  /// The scope.
  public var scope: Scope
  /// SHA-256 of the scope's canonical JSON. The store refuses an entry with another digest.
  public var digest: Digest

  /// Makes a grant.
  public init(scope: Scope, digest: Digest) {
    self.scope = scope
    self.digest = digest
  }

  /// Empty: no value is sealed with it.
  public var commitments: [Commitment] { [] }
}
