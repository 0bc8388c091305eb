/// Leave to disclose one package to one recipient, once. Only the gate makes one; spending it consumes it (I10).
///
/// It cannot be copied or kept in two places, and dropping it discloses nothing. Across crashes the store keeps the
/// same promise: a spent permit is an entry, and the chart knows no second one.
public struct DisclosurePermit: ~Copyable, Sendable {
  /// What the gate gave it for.
  public let leave: Gate.Leave

  init(_ leave: Gate.Leave) { self.leave = leave }

  /// The case.
  public var number: CaseNumber { leave.number }
  /// What may leave: the sealed bag.
  public var package: Commitment { leave.package }
  /// The approver's signature over the bag.
  public var signature: Commitment { leave.signature }
  /// To whom: the certificate to encrypt to.
  public var recipient: DeliveryCertificate { leave.recipient }

  /// Spends the permit for an envelope that is ready and has not left: the decision to enter it, and what delivering
  /// consumes once that entry is committed.
  public consuming func redeem(envelope: Digest) -> Redemption {
    Redemption(case: leave.number, release: leave.release(envelope), decision: leave.redemption(envelope: envelope))
  }
}

/// A spent permit: exactly these bytes may be delivered. Delivering consumes it.
///
/// `decision` must be committed before anything leaves: a crash in between then finds the spending on record, and the
/// same bytes are delivered by resuming.
public struct Redemption: ~Copyable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// What may be delivered.
  public let release: Release
  /// The spending, to be signed and appended before the bytes leave; nil where it is on record already.
  public let decision: Decision?

  init(case number: CaseNumber, release: Release, decision: Decision?) {
    self.number = number
    self.release = release
    self.decision = decision
  }

  /// Ends the redemption once the bytes are in their place.
  public consuming func delivered() -> Delivery { Delivery(case: number, release: release) }
}

/// Bytes that were delivered, to be entered.
public struct Delivery: Sendable, Hashable {
  /// The case.
  public let number: CaseNumber
  /// What was delivered.
  public let release: Release

  init(case number: CaseNumber, release: Release) {
    self.number = number
    self.release = release
  }

  /// Decides the entry of the delivery.
  ///
  /// - Parameter subject: the case as it is now; it must hold this release.
  /// - Throws: a `Refusal` where the case was closed meanwhile, or the actor may not.
  public func decide(in subject: Case, by actor: Actor, workflow: Workflow) throws(Refusal) -> Decision {
    guard subject.number == number, subject.release?.value == release else { throw Refusal([.notRedeemed]) }
    guard subject.delivery == nil else { throw Refusal([.alreadyDelivered]) }
    switch Gate.course(of: DisclosureDelivered.name, by: actor, subject, workflow) {
    case .moves(let configuration):
      return Decision([.disclosureDelivered(release)], by: actor, in: subject, through: [configuration])
    case .refused(let reasons): throw Refusal(reasons)
    }
  }
}
