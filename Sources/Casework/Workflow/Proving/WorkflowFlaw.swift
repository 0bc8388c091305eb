/// Why a workflow is refused: what it would allow, and the shortest way there.
public enum WorkflowFlaw: Error, Sendable, Hashable {
  /// A state that permits something can be reached while these required assurances are not valid.
  case permitsWithout(Permission, [Assurance], trace: [WorkflowStep])
  /// A state that permits something is entered by another event than the one that may bring it about.
  case permitsOn(Permission, event: String, trace: [WorkflowStep])
  /// A permit can be spent, and the chart is then in no state that permits disclosure.
  case spendsUnseen(trace: [WorkflowStep])
  /// A case that released data can end without being called off while these required assurances are not valid.
  case endsWithout([Assurance], trace: [WorkflowStep])
  /// A second permit can be spent in a case.
  case spendsTwice(trace: [WorkflowStep])
  /// The approval may be given by another role than a manager, or by someone who prepared the case. The trace shows one
  /// such way, where there is one.
  case approvalNotApart(line: Int, trace: [WorkflowStep])
  /// The second review may be given by another role than a legal officer or a manager, or by the first reviewer.
  case secondReviewNotApart(line: Int, trace: [WorkflowStep])
  /// A transition lets a role cause an event that is not among the role's duties.
  case roleWithoutDuty(Role, event: String, line: Int)
  /// No final state can be reached after this trace.
  case cannotClose(trace: [WorkflowStep])
  /// No order of events enters the state.
  case deadState(name: String, line: Int)
  /// No order of events takes the transition.
  case deadTransition(line: Int)
  /// Two regions answer one event with transitions of which only one can be taken, and document order decides which.
  case race(lines: [Int], trace: [WorkflowStep])
  /// Transitions without events, or raised events, do not come to an end.
  case runaway(states: [String], trace: [WorkflowStep])
  /// No state that can be reached permits what the instrument is for.
  case never(Permission)
  /// The search ended at this many nodes, so nothing is known.
  case overBound(Int)
}

extension WorkflowFlaw {
  /// The shortest way to what is wrong; empty where the flaw is in the chart's words.
  public var trace: [WorkflowStep] {
    switch self {
    case .permitsWithout(_, _, let trace), .permitsOn(_, _, let trace), .endsWithout(_, let trace),
      .spendsTwice(let trace), .spendsUnseen(let trace), .cannotClose(let trace), .race(_, let trace),
      .approvalNotApart(_, let trace), .secondReviewNotApart(_, let trace), .runaway(_, let trace):
      trace
    case .roleWithoutDuty, .deadState, .deadTransition, .never, .overBound: []
    }
  }

  /// The line at fault: the flaw's own, or that of the last transition on the way; `nil` where there is no such line.
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
