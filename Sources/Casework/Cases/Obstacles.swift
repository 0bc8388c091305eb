extension Case {
  /// Returns the reasons against an event now that are the same for every actor. The chart's own reasons are not
  /// included.
  ///
  /// Only three things can be checked ahead of the event: the outcome of a mechanical rule, the day on which an order
  /// lapses, and the gate. An event that needs evidence which no officer has brought yet has no reasons here.
  public func obstacles(to event: String, facts: Facts) -> [Reason] {
    if event == PermitRedeemed.name { return Gate.standing(against: self, facts: facts) }
    if event == OrderLapsed.name {
      return order.map { ForceRule.lapsed($0.value, facts) != nil } ?? false ? [] : [.notLapsed]
    }
    if event == ClarificationRequested.name {
      return order?.value.missing.isEmpty == true ? [.nothingMissing] : []
    }
    return findingObstacles(to: event, facts)
  }

  private func findingObstacles(to event: String, _ facts: Facts) -> [Reason] {
    for rule in Rule.allCases where rule.isMechanical {
      for outcome in Outcome.allCases where FindingRecorded.name(rule, outcome) == event {
        guard let receipt = order?.value, receipt.missing.isEmpty else { return [] }
        let now = Examination.examine(rule, of: receipt, granted: granted?.value.scope, facts: facts)
        if now.outcome == outcome { return [] }
        return now.outcome == .pass ? [.rulePassed(rule)] : [.finding(rule, now.outcome, now.shortcomings)]
      }
    }
    return []
  }
}
