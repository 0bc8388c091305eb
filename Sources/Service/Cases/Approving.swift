import Casework
import Ledger
import Packaging

extension ActRequest where Answer == CaseView {
  /// Requests the approval of the collected package. The manager signs two statements: the package's tag manifest, and
  /// the entry with the digests of order, scope and package. The package is opened in memory only, and verified in full.
  public static func approve(_ number: CaseNumber) -> ActRequest {
    inCase(number) { desk, standing, actor, isRehearsal in
      guard let order = standing.subject.order?.value, let granted = standing.subject.granted?.value,
        let collected = standing.subject.collected
      else { throw ServiceFault.refused(Refusal(Desk.approvalReasons(standing, actor)), number) }
      let command = Command.approve(
        Approval(
          order: order.document, grant: granted.digest, package: collected.value.package,
          signature: BagStatement.placeholder)
      )
      let vault = try desk.vault()
      if isRehearsal { return Desk.Prepared(command: command) }
      // Decided before the package is opened, so that an officer who may not approve opens nothing.
      _ = try desk.draft(Desk.Prepared(command: command), standing, by: actor)
      let bag = try desk.verifiedBag(
        collected, standing, vault, .ofThisVersion(certificate: Desk.certificateLanguage))
      return Desk.Prepared(
        command: command, bag: BagStatement(manifest: bag.signedBytes, salt: desk.world.randomness.bytes(32)))
    }
  }
}

extension Desk {
  /// Returns the reasons against an approval where there is no scope or no package, with the reason against the actor.
  static func approvalReasons(_ standing: Standing, _ actor: Actor) -> [Reason] {
    let who: [Reason] = actor.role.has(.approving) ? [] : [.actorNotAllowed(actor.role)]
    return who + [standing.subject.granted == nil ? .noScope : .notCollected]
  }
}
