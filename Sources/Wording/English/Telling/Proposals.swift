import Casework

extension English {
  public func text(_ fault: ProposalPhrase) -> Phrase {
    switch fault {
    case .notAProposal: "the file is not a proposal, or another program changed its form"
    case .malformed(let member): "the proposal is malformed in its member \(data: member)"
    case .incomplete(let member): "the proposal lacks its member \(data: member)"
    case .opensNothing: "the proposal shows a value that is not the one its entry commits to"
    case .differs(let file): "\(data: file) is another proposal than the first file"
    case .notASigner(let file): "the key \(data: file) is not one of those that must sign this proposal"
    case .alreadySigned(let file): "the key \(data: file) has signed this proposal before"
    case .signedTwice(let officer): "the proposal has two signatures of \(officer)"
    case .strangeSignature: "the proposal names or has the signature of a key that is not a signer's in the register"
    case .signatureWrong(let officer):
      "the signature of \(officer) is not over this proposal: it was changed after signing"
    case .unsigned(let officers): "signatures are missing: \(data: officers.map(\.description).joined(separator: ", "))"
    case .anotherOffice: "the proposal is for another office"
    case .datedAhead: "the proposal is dated after this moment: check the clocks of both machines"
    case .tooOld: "the proposal is older than seven days"
    case .logMoved:
      "its case or the registers have changed since the proposal was made, so its signers have not seen the last entry"
    case .otherLog: "its signers saw another history of the office"
    case .decidedOtherwise: "the proposed act would be decided otherwise now than when it was proposed"
    case .sealedOtherwise: "the sealed values of the proposal are not those that its entry commits to"
    case .fileGone: "the package that was made for the proposal is not in the office's folder"
    case .noDestination: "this proposal delivers an envelope, and no folder was given for it"
    }
  }

  public func text(_ line: ProposalLine) -> Phrase {
    switch line {
    case .actor(let actor, nil): "\(data: actor.id), \(text(actor.role))"
    case .actor(let actor, let witness?): "\(data: actor.id) and \(data: witness), \(text(actor.role))"
    case .written(let file): "proposed in \(data: file); nothing was entered"
    case .signed(let file): "signed: \(data: file)"
    case .missing([]): "all are present"
    case .missing(let officers): "missing: \(data: officers.map(\.description).joined(separator: ", "))"
    case .submitted(nil, _): "entered in the registers"
    case .submitted(let number?, let stage):
      "\(number) entered\(stage.map { Phrase("; now in \(text($0))") } ?? .empty)"
    case .deliveryOpen(let number): "the delivery of \(number) is not on record yet"
    }
  }

  public func text(_ event: RegisterEvent, _ opened: OpenedValues) -> Phrase {
    switch event {
    case .officeFounded: "found the office"
    case .officerEnrolled(let officer):
      "enrol \(data: opened.name ?? "?") (\(data: officer.id)) as \(text(officer.role)), with the key \(data: opened.fingerprint ?? officer.key)"
    case .officerRetired(let id): "retire the officer \(data: id)"
    case .authorityRegistered(let authority):
      "register \(data: authority.id): \(data: authority.title), \(text(authority))"
    case .authoritySuspended(let id): "suspend the authority \(data: id)"
    case .authorityRestored(let id): "end the suspension of the authority \(data: id)"
    case .officeUpgraded(let log):
      "carry the log of \(text(log.size, .entries)) on in a new format, old root \(data: log.root)"
    case .officeRestored(let restoration):
      "go on from an older copy: the mark at \(restoration.size) is given up, and \(text(restoration.losses.count, .entries)) are lost"
    case .findingSetAside(let setAside) where setAside.finding == SetAside.time:
      "set aside the time of the entry \(data: setAside.entry)"
    case .findingSetAside(let setAside) where setAside.finding == SetAside.loss:
      "set aside the loss of the entry \(data: setAside.entry)"
    case .findingSetAside(let setAside):
      "set aside the finding '\(data: setAside.finding)' about the entry \(data: setAside.entry)"
    case .officerRekeyed(let new):
      "replace the key of \(data: new.officer) by \(data: opened.fingerprint ?? new.key)"
    }
  }

  private func text(_ authority: Authority) -> Phrase {
    let seat: Phrase = "\(data: authority.seat.rank) \(authority.seat.branch), \(data: authority.seat.seat)"
    let certificate: Phrase =
      authority.certificate.map { Phrase("certificate SHA-256 \(data: $0.sha256)") } ?? "without a certificate"
    return "\(seat), call back \(data: authority.callBack), \(certificate)"
  }

  public func text(_ event: CaseEvent) -> Phrase {
    switch event {
    case .orderReceived: "log an order and its findings"
    case .orderIncomplete: "log an incomplete order"
    case .orderUnreadable: "log a document that cannot be read"
    case .clarificationRequested: "record that the authority is asked for what the order lacks"
    case .orderSupplemented: "log a completed order and its findings"
    case .findingRecorded(let finding): "record the finding \(text(finding.rule)): \(text(finding.outcome))"
    case .scopeGranted(let grant): "grant the scope with the digest \(data: grant.digest)"
    case .dataCollected(let collected): "record the package \(data: collected.package)"
    case .approvalGiven(let approval): "approve the package \(data: approval.package) for disclosure"
    case .permitRedeemed(let release):
      "disclose the envelope \(data: release.envelope) to the certificate \(data: release.recipient)"
    case .disclosureDelivered(let release): "record the delivery of the envelope \(data: release.envelope)"
    case .orderWithdrawn: "close the case: the order was withdrawn"
    case .orderQuashed: "close the case: the order was quashed"
    case .orderLapsed: "close the case: the order has lapsed"
    case .caseRefused(let refused):
      refused.rules.isEmpty
        ? "refuse the order and close the case"
        : "refuse the order on \(refused.rules.map(text).joined(", ")) and close the case"
    case .reviewConfirmed: "confirm the review"
    case .orderValidated: "record that the order is validated"
    case .validationElapsed: "record that the time for validation has passed"
    case .notificationSent: "record the notification of the enforcing authority"
    case .notificationCleared: "record that the enforcing authority raises no ground"
    case .notificationElapsed: "record that the enforcing authority's time has passed"
    case .notificationExempt: "record that no authority need be notified"
    case .groundRaised: "record a ground for refusal"
    case .dataPreserved: "record the preservation of data"
    case .preservationExtended: "extend the preservation"
    case .preservationAnnounced: "record that an order to hand over is announced"
    case .preservationEnded: "end the preservation"
    }
  }
}
