import Casework

/// The reason why a proposal is not signed or not entered.
public enum ProposalPhrase: Sendable, Hashable {
  case notAProposal
  case malformed(member: String)
  case incomplete(member: String)
  /// A value that the proposal shows does not match the commitment in its entry.
  case opensNothing
  case differs(file: String)
  case notASigner(file: String)
  case alreadySigned(file: String)
  case signedTwice(OfficerID)
  case strangeSignature
  case signatureWrong(OfficerID)
  case unsigned([OfficerID])
  case anotherOffice
  case datedAhead
  case tooOld
  case logMoved
  case otherLog
  case decidedOtherwise
  case sealedOtherwise
  case fileGone
  case noDestination
}

/// Personal values of a change to the registers, which a proposal shows to its signers.
public struct OpenedValues: Sendable, Hashable {
  /// The officer's name.
  public var name: String?
  /// The fingerprint of the officer's key, as `ssh-keygen -l` prints it.
  public var fingerprint: String?

  /// Makes opened values.
  public init(name: String? = nil, fingerprint: String? = nil) {
    self.name = name
    self.fingerprint = fingerprint
  }
}

/// A line about a proposal.
public enum ProposalLine: Sendable, Hashable {
  /// The actor, with the second custodian if there is one.
  case actor(Actor, witness: OfficerID?)
  /// The proposal was written to this file.
  case written(file: String)
  /// The proposal in this file was signed.
  case signed(file: String)
  /// The officers whose signatures are missing; empty if none is missing.
  case missing([OfficerID])
  /// The proposal was entered.
  case submitted(CaseNumber?, CaseStage?)
  /// The envelope was delivered, but the log has no entry for the delivery yet.
  case deliveryOpen(CaseNumber)
}
