extension Case {
  /// Returns what may be done next in an open case, most pressing first.
  ///
  /// - Parameters:
  ///   - blockers: what the gate has against disclosing now.
  ///   - mayClarify: says whether the authority can be asked now; once it was asked, only its answer helps.
  public func nextSteps(after blockers: [Reason], mayClarify: Bool) -> [NextStep] {
    if release != nil { return [NextStep(.resume(number))] }
    if order == nil || order?.value.missing.isEmpty == false {
      return (mayClarify ? [NextStep(.clarify(number))] : [])
        + [NextStep(.receive(supplements: number)), NextStep(.refuse(number, nil))]
    }
    if blockers.isEmpty { return [NextStep(.export(number))] }
    var steps: [NextStep] = []
    for step in blockers.compactMap({ NextStep.answering($0, in: number) }) where !steps.contains(step) {
      steps.append(step)
    }
    return steps
  }

  /// Returns the action that causes an event in the case; nil where no action does.
  public func action(causing event: String) -> Action? {
    if let kind = CaseEvent.Kind(rawValue: event) { return action(causing: kind) }
    for rule in Rule.allCases {
      for outcome in Outcome.allCases where CaseEvent.findingName(rule, outcome) == event {
        guard !rule.isMechanical else { return .review(number, rule) }
        switch outcome {
        case .pass: return .callBack(number, .confirmed)
        case .fail: return .callBack(number, .denied)
        case .notChecked: return .callBack(number, .noAnswer)
        }
      }
    }
    return nil
  }

  private func action(causing kind: CaseEvent.Kind) -> Action? {
    switch kind {
    case .orderReceived, .orderIncomplete, .orderUnreadable, .orderSupplemented: .receive(supplements: number)
    case .clarificationRequested: .clarify(number)
    case .scopeGranted: .grant(number)
    case .dataCollected: .collect(number)
    case .approvalGiven: .approve(number)
    case .permitRedeemed: .export(number)
    case .disclosureDelivered: .resume(number)
    case .orderWithdrawn: .close(number, .withdrawn)
    case .orderQuashed: .close(number, .quashed)
    case .orderLapsed: .close(number, .lapsed)
    case .caseRefused: .refuse(number, nil)
    default: nil
    }
  }
}
