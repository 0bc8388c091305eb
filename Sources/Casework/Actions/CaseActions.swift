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
    CaseEvent.kindsByName[event]?.action(causing: event, in: number)
  }
}
