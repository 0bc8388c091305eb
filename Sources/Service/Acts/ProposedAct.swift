import Casework
import Ledger
import Packaging
import TamperLog
import Wording

/// The act of a proposal, derived from the bytes that are signed. A signer's program shows it as text.
public struct ProposedAct: Sendable {
  public var office: OfficeID
  public var time: Instant
  public var actor: Actor
  /// The second custodian of a change to the registers.
  public var witness: OfficerID?
  public var number: CaseNumber?
  /// The events in the case.
  public var events: [CaseEvent]
  /// The changes to the registers.
  public var changes: [Change]
  /// SHA-256 of the entry's bytes. For an approval, of the bytes without the commitment to the signature over the
  /// package.
  public var digest: Digest
  /// SHA-256 of the package's tag manifest, which an approver also signs.
  public var manifest: Digest?
  /// The officers whose signatures are missing.
  public var missing: [OfficerID]

  /// A change to the registers, with the values that identify an enrolled officer.
  public struct Change: Sendable {
    public var event: RegisterEvent
    /// The name of the officer who is enrolled.
    public var name: String?
    /// The fingerprint of the officer's key, as `ssh-keygen -l` prints it.
    public var fingerprint: String?
  }
}

extension Proposal {
  /// Derives the act of the proposal.
  ///
  /// - Throws: `ServiceFault.proposal(.opensNothing)` where an opened certificate does not have the digest that the
  ///   entry names.
  public func act() throws -> ProposedAct {
    let changes = try (entry.registers ?? []).map { event -> ProposedAct.Change in
      var change = ProposedAct.Change(event: event)
      if case .officerEnrolled(let officer) = event {
        change.name = value(of: officer.name).map { String(decoding: $0, as: UTF8.self) }
        change.fingerprint = SSHPublicKey(line: officer.key)?.fingerprint
      }
      if case .officerRekeyed(let new) = event { change.fingerprint = SSHPublicKey(line: new.key)?.fingerprint }
      if case .authorityRegistered(let authority) = event, let certificate = authority.certificate {
        let read = value(of: certificate.pem).flatMap { try? Certificate(pem: $0) }
        guard let read, Hash(read.sha256).map({ Digest($0) }) == certificate.sha256 else {
          throw ServiceFault.proposal(.opensNothing)
        }
      }
      return change
    }
    return ProposedAct(
      office: entry.office, time: entry.time, actor: Actor(id: entry.actor, role: entry.role), witness: entry.witness,
      number: entry.case, events: entry.events ?? [], changes: changes, digest: .of(try CanonicalJSON.bytes(entry)),
      manifest: bag.map { .of($0.manifest) }, missing: missing)
  }

  func value(of commitment: Commitment) -> [UInt8]? {
    openings.first { $0.commitment == commitment }?.value
  }
}
