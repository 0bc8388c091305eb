import Statechart

extension Gate {
  /// The gate's result for one package and one recipient, from which a permit can be made.
  ///
  /// It discloses nothing and spends nothing. Only `Gate.judge` turns it into a permit.
  public struct Leave: Sendable {
    /// The sealed bag.
    public let package: Commitment
    /// The approver's signature over the bag.
    public let signature: Commitment
    /// The certificate that the envelope must be encrypted to.
    public let recipient: DeliveryCertificate
    private let subject: Case
    private let actor: Actor
    private let configuration: Configuration

    init(
      in subject: Case, by actor: Actor, to configuration: Configuration, package: Commitment, signature: Commitment,
      recipient: DeliveryCertificate
    ) {
      self.subject = subject
      self.actor = actor
      self.configuration = configuration
      self.package = package
      self.signature = signature
      self.recipient = recipient
    }

    /// The case.
    public var number: CaseNumber { subject.number }

    /// Returns the decision to spend a permit for an envelope. It is signed before the gate gives the permit.
    ///
    /// The decision discloses nothing. `Service` appends its entry only together with the `Redemption` of a spent
    /// permit.
    ///
    /// - Parameters:
    ///   - envelope: SHA-256 of the envelope that the seed gives.
    ///   - seed: the sealed seed.
    public func redemption(envelope: Digest, seed: Commitment) -> Decision {
      Decision([.permitRedeemed(release(envelope, seed))], by: actor, in: subject, through: [configuration])
    }

    func release(_ envelope: Digest, _ seed: Commitment) -> Release {
      Release(package: package, envelope: envelope, recipient: recipient.sha256, seed: seed)
    }
  }
}
