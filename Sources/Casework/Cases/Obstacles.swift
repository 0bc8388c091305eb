extension Case {
  /// Tells what stands against an event now, whoever would cause it, besides what the chart says.
  ///
  /// A rule that a machine judges has one outcome at a time, an order lapses on its day, and a permit is the gate's to
  /// give. What needs evidence that nobody has brought yet has no obstacle here.
  public func obstacles(to event: String, facts: Facts) -> [Reason] {
    switch event {
    case CaseEvent.Kind.permitRedeemed.rawValue: return Gate.standing(against: self, facts: facts)
    case CaseEvent.Kind.orderLapsed.rawValue:
      if let last = order?.value.validUntil, last < facts.today { return [] }
      return [.notLapsed]
    case CaseEvent.Kind.clarificationRequested.rawValue:
      return order?.value.missing.isEmpty == true ? [.nothingMissing] : []
    default: return findingObstacles(to: event, facts)
    }
  }

  private func findingObstacles(to event: String, _ facts: Facts) -> [Reason] {
    for rule in Rule.allCases where rule.isMechanical {
      for outcome in Outcome.allCases where CaseEvent.findingName(rule, outcome) == event {
        guard let receipt = order?.value, receipt.missing.isEmpty else { return [] }
        let now = Examination.examine(rule, of: receipt, granted: granted?.value.scope, facts: facts)
        if now.outcome == outcome { return [] }
        return now.outcome == .pass ? [.rulePassed(rule)] : [.finding(rule, now.outcome, now.shortcomings)]
      }
    }
    return []
  }
}
