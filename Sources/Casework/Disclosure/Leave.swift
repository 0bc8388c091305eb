import Statechart

extension Gate {
  /// What the gate would give a permit for: one package to one recipient.
  ///
  /// It discloses nothing and can be had without spending anything; only `Gate.judge` turns it into a permit.
  public struct Leave: Sendable {
    /// The sealed bag.
    public let package: Commitment
    /// The approver's signature over it.
    public let signature: Commitment
    /// The certificate to encrypt to.
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

    /// Returns the decision to spend a permit for an envelope, to be signed before the permit is asked for.
    ///
    /// The decision alone discloses nothing: whoever holds the permit appends its entry.
    public func redemption(envelope: Digest) -> Decision {
      Decision([.permitRedeemed(release(envelope))], by: actor, in: subject, through: [configuration])
    }

    func release(_ envelope: Digest) -> Release {
      Release(package: package, envelope: envelope, recipient: recipient.sha256)
    }
  }
}
