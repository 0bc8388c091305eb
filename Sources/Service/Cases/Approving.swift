import Casework
import Ledger
import Packaging

extension Desk {
  /// Approves what stands collected: the manager signs the bag itself and, in the entry, the digests of order, scope and
  /// package. Nothing is opened to anyone but this process.
  public func approve(_ number: CaseNumber, key: String, dryRun: Bool = false) throws -> CaseView {
    let vault = try vault()
    return try act(on: number, signingWith: key, dryRun: dryRun) { standing, actor in
      guard let order = standing.subject.order?.value, let granted = standing.subject.granted?.value,
        let collected = standing.subject.collected?.value
      else { throw DeskFault.refused(Refusal(Self.approvalReasons(standing, actor)), number) }
      let nothing = Commitment(.of([]))
      func approval(_ signature: Commitment) -> Approval {
        Approval(order: order.document, grant: granted.digest, package: collected.package, signature: signature)
      }
      // Asked before anything is signed: who may not approve signs nothing.
      do throws(Refusal) {
        _ = try standing.subject.decide(
          .approve(approval(nothing)), by: actor, facts: standing.facts, workflow: standing.workflow)
      } catch {
        throw DeskFault.refused(error, number)
      }
      if dryRun { return (.approve(approval(nothing)), []) }
      let bag = try bag(collected.package, vault)
      let signature = try world.signer.sign(bag.signedBytes, Bag.namespace, key)
      let sealed = try stored {
        try vault.seal(Array(signature.utf8), label: "signature", keyName: number.description)
      }
      return (.approve(approval(sealed.commitment)), [.table(sealed)])
    }
  }

  /// Opens a sealed bag.
  func bag(_ package: Commitment, _ vault: Vault) throws -> Bag {
    let bytes = try stored { try vault.open(office.sealed(package)) }
    do throws(PackagingFault) {
      return try Bag(reading: bytes)
    } catch {
      throw DeskFault.packaging(error)
    }
  }

  /// What stands against approving a case in which nothing is ready, with what stands against the actor.
  private static func approvalReasons(_ standing: Standing, _ actor: Actor) -> [Reason] {
    let who: [Reason] = actor.role.has(.approving) ? [] : [.actorNotAllowed(actor.role)]
    return who + [standing.subject.granted == nil ? .noScope : .notCollected]
  }
}
