/// A permit to disclose one package to one recipient, once. Only the gate makes a permit, and spending consumes it
/// (I10).
///
/// A permit cannot be copied, and a permit that is dropped discloses nothing. Across crashes the log gives the same
/// guarantee: spending a permit is an entry, and the chart allows no second such entry.
public struct DisclosurePermit: ~Copyable, Sendable {
  /// The gate's result that the permit was made from.
  public let leave: Gate.Leave

  init(_ leave: Gate.Leave) { self.leave = leave }

  /// The case.
  public var number: CaseNumber { leave.number }
  /// The package that may leave: the sealed bag.
  public var package: Commitment { leave.package }
  /// The approver's signature over the bag.
  public var signature: Commitment { leave.signature }
  /// The certificate of the recipient, to encrypt to.
  public var recipient: DeliveryCertificate { leave.recipient }

  /// Spends the permit for an envelope that has not left. The caller must commit the redemption's decision before it
  /// writes the envelope anywhere.
  public consuming func redeem(envelope: Digest, seed: Commitment) -> Redemption {
    Redemption(
      case: leave.number, release: leave.release(envelope, seed),
      decision: leave.redemption(envelope: envelope, seed: seed))
  }
}

/// A spent permit for exactly these bytes. Delivering the bytes consumes it.
///
/// `decision` must be committed before anything leaves. After a crash in between, the log then shows that the permit
/// was spent, and a resumption delivers the same bytes.
public struct Redemption: ~Copyable, Sendable {
  /// The case.
  public let number: CaseNumber
  /// The package, envelope and recipient of the delivery.
  public let release: Release
  /// The decision to sign and append before the bytes leave; nil where the log already records the spending.
  public let decision: Decision?

  init(case number: CaseNumber, release: Release, decision: Decision?) {
    self.number = number
    self.release = release
    self.decision = decision
  }

  /// Ends the redemption after the bytes were written to their destination.
  public consuming func delivered() -> Delivery { Delivery(case: number, release: release) }
}

/// A delivery that was made and is not recorded yet.
public struct Delivery: Sendable, Hashable {
  /// The case.
  public let number: CaseNumber
  /// The package, envelope and recipient of the delivery.
  public let release: Release

  init(case number: CaseNumber, release: Release) {
    self.number = number
    self.release = release
  }

  /// Decides to record the delivery.
  ///
  /// - Parameter subject: the case as it is now, with this release recorded.
  /// - Throws: a `Refusal` where the case was closed meanwhile, or the actor may not record the delivery.
  public func decide(in subject: Case, by actor: Actor, workflow: Workflow) throws(Refusal) -> Decision {
    guard subject.number == number, subject.release?.value == release else { throw Refusal([.notRedeemed]) }
    guard subject.delivery == nil else { throw Refusal([.alreadyDelivered]) }
    switch Gate.course(of: DisclosureDelivered.name, by: actor, subject, workflow) {
    case .moves(let configuration):
      return Decision([.disclosureDelivered(release.delivered)], by: actor, in: subject, through: [configuration])
    case .refused(let reasons): throw Refusal(reasons)
    }
  }
}
