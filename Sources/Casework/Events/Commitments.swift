extension CaseEvent {
  /// Every sealed value that the event promises.
  public var commitments: [Commitment] {
    switch self {
    case .orderReceived(let receipt), .orderIncomplete(let receipt), .orderSupplemented(let receipt): [receipt.document]
    case .orderUnreadable(let document): [document.document]
    case .clarificationRequested, .scopeGranted, .permitRedeemed, .disclosureDelivered: []
    case .findingRecorded(let finding):
      finding.evidence.compactMap { item in
        if case .callBack(let call) = item { call.note } else { nil }
      }
    case .dataCollected(let collected): [collected.package]
    case .approvalGiven(let approval): [approval.signature]
    case .orderWithdrawn(let note), .orderQuashed(let note), .orderLapsed(let note): [note]
    case .caseRefused(let refused): [refused.note]
    case .reviewConfirmed, .validationElapsed, .notificationElapsed, .notificationExempt: []
    case .orderValidated(let validation): [validation.document]
    case .notificationSent(let notification), .notificationCleared(let notification): [notification.document]
    case .groundRaised(let ground): [ground.note]
    case .dataPreserved(let preserved): [preserved.copy]
    case .preservationExtended(let longer): [longer.document]
    case .preservationAnnounced(let document): [document]
    case .preservationEnded(let end): [end.note]
    }
  }
}

extension RegisterEvent {
  /// Every sealed value that the event promises.
  public var commitments: [Commitment] {
    switch self {
    case .officerEnrolled(let officer): [officer.name]
    case .authorityRegistered(let authority): authority.certificate.map { [$0.pem] } ?? []
    case .officeFounded, .officerRetired, .authoritySuspended, .authorityRestored: []
    }
  }
}
