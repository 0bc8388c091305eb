/// What someone asks to do in a case. Disclosing is not among these: that is the gate's alone.
public enum Command: Sendable, Hashable {
  /// Log a further document in an open case: a readable copy, a completed order.
  case supplement(OrderReading)
  /// Ask the authority for what the order lacks.
  case clarify
  /// Judge mechanical rules again, as of now.
  case examine([Rule])
  /// Record a call to the authority.
  case callBack(CallBack)
  /// Grant a scope.
  case grant(GrantedScope)
  /// Record what was collected.
  case collect(Collected)
  /// Approve exactly these digests.
  case approve(Approval)
  /// Close without disclosure.
  case withdraw(note: Commitment)
  case quash(note: Commitment)
  case lapse(note: Commitment)
  case refuse(rules: [Rule], note: Commitment)
}

extension Command {
  /// Finds the command that causes some events in an open case; nil where no command does: a document's events follow
  /// from the document, and the events of a disclosure from the gate.
  ///
  /// Deciding the command again tells whether it still causes just these events.
  public init?(causing events: [CaseEvent]) {
    switch events.last {
    case .clarificationRequested: self = .clarify
    case .scopeGranted(let grant): self = .grant(grant)
    case .dataCollected(let collected): self = .collect(collected)
    case .approvalGiven(let approval): self = .approve(approval)
    case .orderWithdrawn(let note): self = .withdraw(note: note)
    case .orderQuashed(let note): self = .quash(note: note)
    case .orderLapsed(let note): self = .lapse(note: note)
    case .caseRefused(let refused): self = .refuse(rules: refused.rules, note: refused.note)
    case .findingRecorded(let finding):
      for case .callBack(let call) in finding.evidence {
        self = .callBack(call)
        return
      }
      let findings = events.compactMap { if case .findingRecorded(let finding) = $0 { finding.rule } else { nil } }
      guard findings.count == events.count else { return nil }
      self = .examine(findings)
    case .orderReceived, .orderIncomplete, .orderUnreadable, .orderSupplemented, .permitRedeemed, .disclosureDelivered,
      .reviewConfirmed, .orderValidated, .validationElapsed, .notificationSent, .notificationCleared,
      .notificationElapsed, .notificationExempt, .groundRaised, .dataPreserved, .preservationExtended,
      .preservationAnnounced, .preservationEnded, nil:
      return nil
    }
  }

  /// The document that an act logs, where that is what it does.
  public static func document(in events: [CaseEvent]) -> Commitment? {
    switch events.first {
    case .orderReceived(let receipt), .orderIncomplete(let receipt), .orderSupplemented(let receipt): receipt.document
    case .orderUnreadable(let unreadable): unreadable.document
    default: nil
    }
  }
}
