import Statechart

extension RunningDeadline {
  /// Returns the deadlines that an order sets: the last day for the answer, and the last day of its validity.
  ///
  /// - Parameter received: when the order was received; nil where the caller does not need the start.
  public static func ofOrder(answerBy: Day?, validUntil: Day?, received: Instant?) -> [RunningDeadline] {
    let days: [(Rule, Day?)] = [(.answerBy, answerBy), (.validUntil, validUntil)]
    return days.compactMap { rule, day in
      day.map { RunningDeadline(rule: rule, from: received, until: .day($0)) }
    }
  }
}

extension Case {
  /// Returns the deadlines that run in the case: the order's own, then the chart's, outermost state first. A closed
  /// case has none.
  ///
  /// - Parameters:
  ///   - workflow: the chart under which the case was rebuilt.
  ///   - time: the zone and the calendar in which the ends are counted.
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

  /// Says whether a duty of the office in this case is past its deadline.
  public func isOverdue(under workflow: Workflow, at time: OfficeTime) -> Bool {
    deadlines(under: workflow, counting: time).contains { $0.isOverdue(at: time) }
  }
}

extension Workflow {
  /// Says whether any state of the chart has a deadline.
  public var hasDeadlines: Bool { states.contains { $0.deadline != nil } }

  /// The deadline of a state; nil where it has none.
  public func deadline(of state: StateID) -> Deadline? { states[state.rawValue].deadline }

  /// The states that have a deadline.
  var timedStates: Set<StateID> { Set(chart.states.map(\.id).filter { deadline(of: $0) != nil }) }
}
