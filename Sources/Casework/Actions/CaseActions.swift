extension Case {
  /// Returns the next steps in an open case: to resume an export, to complete the order, to export, or one step for
  /// each reason against a disclosure, in the order of the reasons.
  ///
  /// - Parameters:
  ///   - blockers: the gate's reasons against a disclosure now.
  ///   - mayClarify: whether the office can ask the authority now. After it has asked, it must wait for the answer.
  public func nextSteps(after blockers: [Reason], mayClarify: Bool) -> [NextStep] {
    if let release { return [NextStep(release.value.seed == nil ? .history(number) : .resume(number))] }
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

  /// Returns the action that causes an event in the case; nil where no action causes it.
  public func action(causing event: String) -> Action? {
    CaseEvent.kindsByName[event]?.action(causing: event, in: number)
  }
}
