import Statechart

/// Why a workflow is refused: what it would allow, and the shortest way there.
public enum WorkflowFlaw: Error, Sendable, Hashable {
  /// A state that discloses, or preserves, can be reached while these assurances do not stand.
  case permitsWithout(Permission, [Assurance], trace: [WorkflowStep])
  /// Such a state is entered by another event than the spending of a permit, or the putting aside of data.
  case permitsOn(Permission, event: String, trace: [WorkflowStep])
  /// A permit can be spent, and the chart then stands where it says that nothing is outside.
  case spendsUnseen(trace: [WorkflowStep])
  /// A case that released data can end, without having been called off, while these assurances do not stand.
  case endsWithout([Assurance], trace: [WorkflowStep])
  /// A second permit can be spent in a case (I10).
  case spendsTwice(trace: [WorkflowStep])
  /// The approval may be given by another role than a manager, or by someone who prepared the case; the trace tells one
  /// such way, where there is one.
  case approvalNotApart(line: Int, trace: [WorkflowStep])
  /// The second review may be given by another role than an officer's or a manager's, or by the first reviewer.
  case secondReviewNotApart(line: Int, trace: [WorkflowStep])
  /// From here no final state can be reached any more.
  case cannotClose(trace: [WorkflowStep])
  case deadState(name: String, line: Int)
  case deadTransition(line: Int)
  /// Two regions answer one event with transitions of which only one can be taken, and the document's order decides.
  case race(lines: [Int], trace: [WorkflowStep])
  /// Transitions without events do not come to rest.
  case runaway(states: [String], trace: [WorkflowStep])
  /// No state discloses, or preserves: the chart can never do what its instrument is for.
  case never(Permission)
  /// The search was given up at this many nodes: nothing is known.
  case overBound(Int)
}
