import Statechart

extension RunningDeadline {
  /// Returns the deadlines that an order itself sets.
  ///
  /// - Parameter received: when the order was received; nil where that is not asked.
  public static func ofOrder(answerBy: Day?, validUntil: Day?, received: Instant?) -> [RunningDeadline] {
    let days: [(Rule, Day?)] = [(.answerBy, answerBy), (.validUntil, validUntil)]
    return days.compactMap { rule, day in
      day.map { RunningDeadline(rule: rule, from: received, until: .day($0)) }
    }
  }
}

extension Case {
  /// Returns the deadlines that run in the case: the order's own, then the chart's, outermost state first. None run in
  /// a case that is closed.
  ///
  /// - Parameters:
  ///   - workflow: the chart under which the case was rebuilt.
  ///   - time: for the zone and the calendar in which ends are counted.
  public func deadlines(under workflow: Workflow, counting time: OfficeTime) -> [RunningDeadline] {
    guard !workflow.isFinished(configuration) else { return [] }
    let ofOrder = RunningDeadline.ofOrder(
      answerBy: order?.value.answerBy, validUntil: order?.value.validUntil, received: order?.time)
    let ofStates = configuration.states.compactMap { id -> RunningDeadline? in
      guard let deadline = workflow.deadline(of: id), let start = entered[id] else { return nil }
      return RunningDeadline(
        rule: .state(workflow.chart[id].name ?? "", deadline), from: start,
        until: time.end(of: deadline, from: start))
    }
    return ofOrder + ofStates
  }

  /// Says whether the office should have acted in the case and has not.
  public func isOverdue(under workflow: Workflow, at time: OfficeTime) -> Bool {
    deadlines(under: workflow, counting: time).contains { $0.isOverdue(at: time) }
  }

  /// Moves the case, and keeps since when it is in each state that a deadline runs in.
  ///
  /// A state that one step leaves and enters again keeps its time: the deadline of a state that begins anew because of
  /// a second document does not.
  mutating func enter(_ next: Configuration, at time: Instant, under workflow: Workflow) {
    configuration = next
    guard workflow.hasDeadlines else { return }
    var kept: [StateID: Instant] = [:]
    for id in next.states where workflow.deadline(of: id) != nil { kept[id] = entered[id] ?? time }
    entered = kept
  }
}

extension Workflow {
  /// Says whether a deadline runs in any state of the chart.
  public var hasDeadlines: Bool { states.contains { $0.deadline != nil } }

  /// The deadline that runs in a state; nil where none does.
  public func deadline(of state: StateID) -> Deadline? { states[state.rawValue].deadline }
}
