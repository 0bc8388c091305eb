import Casework

/// Why a proposal is not signed or not entered.
public enum ProposalPhrase: Sendable, Hashable {
  case notAProposal
  case malformed(member: String)
  case incomplete(member: String)
  /// A value beside the entry is not the one that the entry commits to.
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
  case decidedOtherwise
  case sealedOtherwise
  case fileGone
  case noDestination
}

/// Values of the registers that a proposal opens for its signers.
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
  /// Who acts, with the second custodian where there is one.
  case actor(Actor, witness: OfficerID?)
  /// The proposal was written to this file.
  case written(file: String)
  /// The proposal in this file was signed.
  case signed(file: String)
  /// Whose signatures are missing; none where all are there.
  case missing([OfficerID])
  /// The proposal was entered.
  case submitted(CaseNumber?, CaseStage?)
  /// The envelope was delivered, and the delivery is still to be entered.
  case deliveryOpen(CaseNumber)
}
