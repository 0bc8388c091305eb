extension Case {
  /// Tells what is against a scope, whatever the chart says: it must hold something, and only what the order asks.
  func grantReasons(_ scope: Scope, _ bases: LegalBases) -> [Reason] {
    guard let receipt = order?.value else { return [.noScope] }
    var reasons: [Reason] = []
    if scope.isEmpty { reasons.append(.scopeEmpty) }
    if !scope.isSubset(of: bases.asked(receipt)) { reasons.append(.scopeBeyondRequest) }
    return reasons
  }

  /// Tells what is against a package: it must be collected under this order and this grant, and within the grant (I6).
  func collectionReasons(_ package: Collected) -> [Reason] {
    guard let order, let granted else { return [.noScope] }
    var reasons: [Reason] = []
    if package.order != order.value.document || package.grant != granted.value.digest {
      reasons.append(.collectedUnderAnother)
    }
    if !package.scope.isSubset(of: granted.value.scope) { reasons.append(.collectedBeyondGrant) }
    return reasons
  }

  /// Tells what is against an approver, from the acts alone: whatever the chart says, who prepared a case does not approve
  /// it (I4).
  func apartnessReasons(of approver: Actor) -> [Reason] {
    var reasons: [Reason] = []
    if !approver.role.has(.approving) { reasons.append(.approverNotManager) }
    if causes.has(approver.id, anyOf: Duty.approving.apartFrom, in: CaseEvent.vocabulary) {
      reasons.append(.approverNotApart)
    }
    return reasons
  }
}
