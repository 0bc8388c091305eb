extension Command {
  /// Finds the command that causes these events in an open case. Nil where no command causes them: a document causes
  /// the events of its receipt, and only the gate permits the events of a disclosure.
  ///
  /// The caller must decide the command again and compare the events, because this only guesses from their kinds.
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
      for case .authenticity(let proof) in finding.evidence {
        self = .authenticate(proof)
        return
      }
      let findings = events.compactMap { if case .findingRecorded(let finding) = $0 { finding.rule } else { nil } }
      guard findings.count == events.count else { return nil }
      self = .examine(findings)
    default:
      return nil
    }
  }

  /// Returns the document that an act logs; nil where the act logs none.
  public static func document(in events: [CaseEvent]) -> Commitment? {
    switch events.first?.detail {
    case let receipt as OrderReceipt: receipt.document
    case let unreadable as UnreadableDocument: unreadable.document
    default: nil
    }
  }
}
