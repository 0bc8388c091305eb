/// Why a workflow is refused, with the shortest way to the flaw.
public enum WorkflowFlaw: Error, Sendable, Hashable {
  /// A state with a permission can be reached while these required assurances are not valid.
  case permitsWithout(Permission, [Assurance], trace: [WorkflowStep])
  /// A state with a permission can be entered by another event than the one that spends the permission.
  case permitsOn(Permission, event: String, trace: [WorkflowStep])
  /// A permit can be spent by an event that leads to no state with the permission to disclose.
  case spendsUnseen(trace: [WorkflowStep])
  /// A case that released data can end without being called off while these required assurances are not valid.
  case endsWithout([Assurance], trace: [WorkflowStep])
  /// A second permit can be spent in a case.
  case spendsTwice(trace: [WorkflowStep])
  /// The approval can be given by another role than a manager, or by an officer who prepared the case. The trace shows
  /// the shortest such way; it is empty where there is none.
  case approvalNotApart(line: Int, trace: [WorkflowStep])
  /// The second review can be given by another role than a legal officer or a manager, or by the first reviewer.
  case secondReviewNotApart(line: Int, trace: [WorkflowStep])
  /// A transition lets a role cause an event that is not among the role's duties.
  case roleWithoutDuty(Role, event: String, line: Int)
  /// No final state can be reached after this trace.
  case cannotClose(trace: [WorkflowStep])
  /// No order of events enters the state.
  case deadState(name: String, line: Int)
  /// No order of events takes the transition.
  case deadTransition(line: Int)
  /// Two regions react to one event with transitions of which only one can be taken; document order decides which.
  case race(lines: [Int], trace: [WorkflowStep])
  /// Transitions without events, or raised events, trigger each other without end.
  case runaway(states: [String], trace: [WorkflowStep])
  /// No reachable state has the permission that is the purpose of the instrument.
  case never(Permission)
  /// The search reached this number of nodes and was stopped, so nothing is proved.
  case overBound(Int)
}

extension WorkflowFlaw {
  /// The shortest way to the flaw; empty for a flaw that no order of events shows.
  public var trace: [WorkflowStep] {
    switch self {
    case .permitsWithout(_, _, let trace), .permitsOn(_, _, let trace), .endsWithout(_, let trace),
      .spendsTwice(let trace), .spendsUnseen(let trace), .cannotClose(let trace), .race(_, let trace),
      .approvalNotApart(_, let trace), .secondReviewNotApart(_, let trace), .runaway(_, let trace):
      trace
    case .roleWithoutDuty, .deadState, .deadTransition, .never, .overBound: []
    }
  }

  /// The line of the flaw: its own line, or that of the last transition on the way; `nil` where there is no such line.
  public var line: Int? {
    switch self {
    case .approvalNotApart(let line, _), .secondReviewNotApart(let line, _), .deadState(_, let line),
      .deadTransition(let line), .roleWithoutDuty(_, _, let line):
      line
    case .race(let lines, _): lines.last
    case .cannotClose, .permitsWithout, .permitsOn, .endsWithout, .spendsTwice, .spendsUnseen, .runaway:
      trace.last { !$0.lines.isEmpty }?.lines.first
    case .never, .overBound: nil
    }
  }
}
