/// The tables that steps read: rows of integers, and flat arrays into which the rows point.
///
/// States are numbered in document order, so the descendants of a state are the range of numbers after it.
/// Tests for descendants, exit sets, and the order of entries and exits are comparisons of integers. What a transition
/// enters is a set of bits that is computed at load, except where a history takes part.
struct ChartTables: Sendable {
  /// One state.
  struct StateRow: Sendable {
    let kind: Chart.State.Kind
    /// The state around this one; -1 at the top level.
    let parent: Int
    let descendants: Range<Int>
    /// The places of the states directly inside it, without histories.
    let children: Range<Int>
    /// The places of the targets of the default entry: of a compound state, or of a history that remembers nothing.
    let initial: Range<Int>
    /// The places of the one block of the default entry's actions.
    let initialContent: Range<Int>
    /// The places of the blocks of the entry handlers.
    let entryContent: Range<Int>
    /// The places of the blocks of the exit handlers.
    let exitContent: Range<Int>
    /// The places of the transitions without an event, in document order.
    let eventless: Range<Int>
    /// The places of the transitions with an event, in document order.
    let triggered: Range<Int>
    /// The places of the histories directly inside it.
    let histories: Range<Int>
    /// The bits of `Configuration.memory` that a history uses: one for each descendant of its parent.
    let memory: Range<Int>
    /// The places of the variables that get their values when the state is first entered.
    let data: Range<Int>
    /// The payload of a final state's event; -1 where there is none.
    let doneData: Int
    /// The event `done.state.` with the state's name.
    let done: EventID
  }

  /// One transition.
  struct TransitionRow: Sendable {
    let source: Int
    let isInternal: Bool
    /// The range of the descendants of the transition's domain: what it exits, where active (SCXML D,
    /// getTransitionDomain and computeExitSet). Empty for a transition without a target, and for no other.
    let scope: Range<Int>
    let condition: ConditionRow
    let targets: Range<Int>
    let descriptors: Range<Int>
    /// The places of the one block of its actions.
    let content: Range<Int>
    /// Whether a history takes part, so that scope and entries depend on what it remembers.
    let isDynamic: Bool
  }

  /// The states that a transition enters if it is not dynamic, and those of them that are entered by default.
  struct EntryRow: Sendable {
    let states: StateSet
    let byDefault: StateSet
  }

  /// A compiled condition.
  enum ConditionRow: Sendable {
    case always
    case inState(Int)
    case expression(Int)
  }

  var states: ContiguousArray<StateRow> = []
  var transitions: ContiguousArray<TransitionRow> = []
  /// An entry row for each transition. Rows that steps copy have only integers, so that copying counts no references.
  var entries: ContiguousArray<EntryRow> = []
  /// For each state, the name of the event that is raised when it is done.
  var doneNames: ContiguousArray<String> = []
  /// The transitions by state: its eventless ones, then its triggered ones.
  var selectable: ContiguousArray<Int> = []
  /// Targets, children and histories.
  var targets: ContiguousArray<Int> = []
  /// The ranges of event numbers that descriptors match.
  var descriptors: ContiguousArray<Range<Int>> = []
  /// For each event number, the states with a transition that it may trigger. Empty where the table would be too large;
  /// then any state may have one.
  var responders: ContiguousArray<StateSet> = []
  /// For each event number and state, the first of the state's transitions that the event may trigger; -1 where there is
  /// none. The row of event `e` begins at `e × states`. Empty where `responders` is.
  var answers: ContiguousArray<Int32> = []
  /// The states with eventless transitions.
  var eventless = StateSet(capacity: 0)
  /// The states that have entry handlers, initial actions or late data, and below those that have exit handlers. The
  /// event that a final state raises does not count.
  var busyAtEntry = StateSet(capacity: 0)
  var busyAtExit = StateSet(capacity: 0)
  /// The states with a history directly inside.
  var remembered = StateSet(capacity: 0)
  var finals = StateSet(capacity: 0)
  /// The states whose `done.state` event some transition may answer.
  var awaited = StateSet(capacity: 0)
  /// The final states that end the machine.
  var ends = StateSet(capacity: 0)
  /// The number of the bits of `Configuration.memory`.
  var memory = 0
  var content = ContentTables()
  /// The places of the targets of the chart's own initial.
  var initial: Range<Int> = 0..<0
  /// The places of the variables that get their values before the start.
  var data: Range<Int> = 0..<0
  /// The events that the machine raises where something fails (SCXML 3.12.2).
  var errorExecution = EventID(rawValue: 0)
  var errorCommunication = EventID(rawValue: 0)
  /// Whether there are data that get their values at the first entry of their state.
  var hasLateData = false
}

/// The tables of one chart, shared by its copies: copying a chart copies one reference.
final class ChartImage: Sendable {
  let tables: ChartTables

  init(_ tables: ChartTables) { self.tables = tables }
}

extension ContiguousArray {
  /// Appends elements and returns the range of their indices.
  mutating func appendRange(_ elements: some Sequence<Element>) -> Range<Int> {
    let start = count
    append(contentsOf: elements)
    return start..<count
  }
}
