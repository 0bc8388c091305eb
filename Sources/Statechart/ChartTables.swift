/// Holds what the interpreter reads while it steps: rows of integers, and flat arrays into which the rows point.
///
/// States are numbered in document order, so the descendants of a state are the range of numbers that follow it, and
/// being a descendant, having an exit set and ordering entries and exits are all comparisons of integers.
struct ChartTables: Sendable {
  /// Holds one state.
  struct StateRow: Sendable {
    let kind: Chart.State.Kind
    /// Holds the state around this one; -1 at the top level.
    let parent: Int
    let descendants: Range<Int>
    /// Points to the targets of the default entry; empty unless the state is compound.
    let initial: Range<Int>
    let initialContent: Range<Int>
    let entryContent: Range<Int>
    let exitContent: Range<Int>
    /// Points to the transitions without an event, in document order.
    let eventless: Range<Int>
    /// Points to the transitions with an event, in document order.
    let triggered: Range<Int>
    /// Holds `done.state.` and the state's name.
    let done: EventID
  }

  /// Holds one transition.
  struct TransitionRow: Sendable {
    let source: Int
    /// Ranges over the descendants of the transition's domain: what it exits, where active (SCXML D,
    /// getTransitionDomain and computeExitSet). Empty for a transition without a target, and for no other.
    let scope: Range<Int>
    /// Holds the state that must be active; -1 where there is no condition.
    let condition: Int
    let targets: Range<Int>
    let descriptors: Range<Int>
    let content: Range<Int>
  }

  /// Holds one compiled piece of executable content.
  enum Instruction: Sendable {
    case raise(EventID)
  }

  var states: ContiguousArray<StateRow> = []
  var transitions: ContiguousArray<TransitionRow> = []
  /// Lists transitions by state: its eventless ones, then its triggered ones.
  var selectable: ContiguousArray<Int> = []
  var targets: ContiguousArray<Int> = []
  /// Lists the ranges of event numbers that descriptors match.
  var descriptors: ContiguousArray<Range<Int>> = []
  var content: ContiguousArray<Instruction> = []
  /// Points to the targets of the chart's own initial.
  var initial: Range<Int> = 0..<0
  /// Tells whether any transition is eventless, for most charts have none.
  var hasEventless = false
}

extension ContiguousArray {
  /// Appends elements and gives the range in which they now stand.
  mutating func appendRange(_ elements: some Sequence<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
